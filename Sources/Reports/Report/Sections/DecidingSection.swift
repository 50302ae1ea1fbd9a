internal import Teamwork
internal import Text

/// Deciding.
enum DecidingSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "decisions-made", "Decisions made", .deciding,
      "Decisions on file at the end that are accepted, rejected or superseded and whose date lies in the period, or that were proposed before and settled in it.",
      use: "Shows whether deciding is written down. Many are no better than few."),
    .init(
      "decisions-consulted", "Decisions with others asked before", .deciding,
      "Of the decisions made in the period, those that name somebody in `consulted`.",
      use:
        "Those who live with a decision know what it costs. A small decision needs nobody's advice, so that all of them is no aim."
    ),
    .init(
      "decisions-open", "Decisions that wait", .deciding,
      "Decisions on file at the end whose state is `proposed`, whenever they were written.",
      use: "Others plan around what is open. One that waits for a reason does no harm when the reason is written down."),
    .init(
      "decision-concentration", "Half of the decisions", .deciding,
      "The smallest number of people who together have half of the period's decisions, of all who decided; a decision counts once for each person in `by`. From three decisions up.",
      use: "The fewer, the more rests on them. A small team decides in few hands without any harm."),
    .init(
      "ownership-concentration", "Half of the open goals", .deciding,
      "The smallest number of owners who together own half of the goals that are neither done nor dropped at the end, of all who own one; a goal counts once for each owner. From three up.",
      use: "Shows where goals would stand still if one person were ill. It says nothing about how much work a goal is."),
    .init(
      "asking-concentration", "Half of the waiting requests", .deciding,
      "The smallest number of people, teams and roles to whom together half of the requests go that are open or accepted at the end, of all that are asked. From three up.",
      use: "Shows who may need relief. A team that is there to be asked is asked more."),
  ]

  static func make(_ context: ReportContext) -> Section {
    let decisions = DecisionsOfPeriod(context)
    let few = RestingOnFew(context, decisions.made)
    var section = Section(.deciding)
    section.finding = finding(context, decisions, few)
    section.note = [
      "\(strong("Made")): accepted, rejected or superseded, and dated in the period. \(strong("Half")): the smallest number of people who together have half; the fewer, the more rests on them. Names are left out on purpose."
    ]
    section.figures = [decisions.figure(context), few.figure].compactMap { $0 }
    section.measures = measures(context, decisions, few)
    if decisions.total == 0 {
      section.missing.append(
        .init(
          "No decisions are on file.",
          "With decisions, this section also shows who decided what, who was asked before, what gave way for what and why, and whether deciding comes together in few hands.",
          command: "tw new decision 'What we decided'"))
    }
    return section
  }

  private static func strong(_ text: String) -> Line.Part { .strong([.text(text)]) }

  // MARK: What was found

  private static func finding(_ context: ReportContext, _ decisions: DecisionsOfPeriod, _ few: RestingOnFew) -> [Line] {
    var paragraphs: [Line] = []
    var news: [Line] = []
    let made = decisions.made.count
    if made > 0 {
      news.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(made, "decision"))) \(made == 1 ? "was" : "were") made.")
    } else if decisions.total > 0 {
      news.append("No decision was made in the period.")
    }
    news += replaced(context, decisions)
    if !decisions.open.isEmpty {
      let open = decisions.open.map { decision -> Line in
        "\(context.record(decision.record)) (since \(context.day(decision.day)))"
      }
      news.append("\(Line.some(of: open)) \(open.count == 1 ? "waits" : "wait") to be decided.")
    }
    if !decisions.gone.isEmpty {
      let gone = decisions.gone.map { entry -> Line in
        "“\(entry.title)”\(context.quoted(entry.event).map { [.text(" "), $0] } ?? [])"
      }
      news.append(
        "\(gone.count == 1 ? "One decision was" : "\(SummaryWords.capitalised(SummaryWords.number(gone.count))) decisions were") removed from the files: \(Line.some(of: gone))."
      )
    }
    if !decisions.untold.isEmpty {
      news.append(
        "\(Line.some(of: decisions.untold.map { "\(context.record($0))" })) could not be counted: no state, or no day, can be read."
      )
    }
    if !news.isEmpty { paragraphs.append(Line.sentences(news)) }
    paragraphs += gaveWay(context, decisions.yields)
    var spread = few.sentences.map { Line($0) }
    if let movement = few.movement { spread.append(Line(movement)) }
    if few.decided.map(RestingOnFew.isWithFew) == true {
      spread.append("→ Which decisions could be taken where the work is done?")
    }
    if !spread.isEmpty { paragraphs.append(Line.sentences(spread)) }
    return paragraphs
  }

  /// To take something back is worth a sentence.
  private static func replaced(_ context: ReportContext, _ decisions: DecisionsOfPeriod) -> [Line] {
    decisions.made.compactMap { decision -> Line? in
      guard let old = decision.record.name("supersedes")?.value, decision.record.text("status") == "accepted" else {
        return nil
      }
      let title: Line.Part = context.now.record(.decision, old).map(context.record) ?? .text(old.text)
      return "\(context.record(decision.record)) took the place of \(title)."
    }
  }

  private static let mostYields = 6

  private static func gaveWay(_ context: ReportContext, _ yields: [DecisionsOfPeriod.Yield]) -> [Line] {
    var lines = yields.suffix(mostYields).reversed().map { yield -> Line in
      let record = yield.decision.record
      let by = record.names("by").map { context.person($0.value) }
      let asked = record.names("consulted").map { context.called($0.value, [.person, .team]) }
      let why: Line = yield.why.map { ": \(Line.quotation([.text($0)], most: 400))" } ?? "; no reason is written."
      let source = yield.decision.event.flatMap(context.quoted).map { [Line.Part.text(" "), $0] } ?? []
      let decided =
        by.isEmpty
        ? ""
        : " Decided by \(SummaryWords.list(by))\(asked.isEmpty ? "" : ", after asking \(SummaryWords.list(asked))")."
      return
        "\(strong("Gave way.")) On \(context.day(yield.decision.day)) “\(context.goal(yield.goal))” gave way so that “\(context.goal(yield.to))” can succeed\(why)\(decided) A loss for one goal, a gain for the whole.\(source)"
    }
    if yields.count > mostYields {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(yields.count - mostYields, "goal"))) more gave way earlier in the period."
      )
    }
    return lines
  }

  // MARK: Figures with a name

  private static func measures(_ context: ReportContext, _ decisions: DecisionsOfPeriod, _ few: RestingOnFew)
    -> [Measure]
  {
    let parts = context.parts
    let made = parts.counts(of: decisions.made.map(\.day))
    let consulted = parts.counts(of: decisions.made.filter(\.isConsulted).map(\.day))
    let events = decisions.made.compactMap(\.event)
    let records = decisions.made.map(\.record.path)
    let hasDecisions = decisions.total > 0
    func share(_ bar: Concentration.Bar?, _ why: String) -> Measure.Value {
      bar.map { .share($0.half, of: $0.shares.count) } ?? .none(why)
    }
    return [
      Measure(
        "decisions-made", hasDecisions ? .count(decisions.made.count) : .none("No decisions are on file."),
        trend: hasDecisions ? parts.points(made.map(Double.init)) : [], events: events, records: records),
      Measure(
        "decisions-consulted",
        made.contains { $0 > 0 }
          ? .share(decisions.consulted, of: decisions.made.count)
          : .none(hasDecisions ? "No decision was made in the period." : "No decisions are on file."),
        trend: hasDecisions ? parts.points(zip(consulted, made).map { $1 == 0 ? nil : Double($0) / Double($1) }) : [],
        events: events, records: records),
      Measure(
        "decisions-open", hasDecisions ? .count(decisions.open.count) : .none("No decisions are on file."),
        trend: hasDecisions
          ? parts.points(
            context.atEnds(of: parts, .decision) {
              $0.text("status") == "proposed" ? true : nil
            } _: {
              Double($0.count)
            }) : [],
        events: decisions.open.compactMap(\.event), records: decisions.open.map(\.record.path)),
      Measure(
        "decision-concentration",
        share(
          few.decided,
          hasDecisions
            ? "Fewer than three decisions were made in the period: too few to say on whom deciding rests."
            : "No decisions are on file."),
        trend: few.decided == nil ? [] : few.decisions.map { Measure.Point($0.label, Double($0.half)) },
        trendUnit: .count, events: events, records: records),
      Measure(
        "ownership-concentration", share(few.owned, "Fewer than three open goals have an owner."),
        trend: few.trend(few.goals), trendUnit: .count,
        records: context.now.records(of: .goal).filter { $0.isOpenGoal && !$0.owners.isEmpty }.map(\.path)),
      Measure(
        "asking-concentration", share(few.asked, "Fewer than three requests wait for an answer or its delivery."),
        trend: few.trend(few.requests), trendUnit: .count,
        records: context.now.records(of: .request).filter(RestingOnFew.isWaiting).map(\.path)),
    ]
  }
}
