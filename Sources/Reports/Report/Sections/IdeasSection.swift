internal import Teamwork
internal import Text

/// Ideas.
enum IdeasSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "notes-shared", "Notes shared", .ideas,
      "Notes on file at the end, of any kind, whose date lies in the period; without a date, the day on which they came.",
      use: "Shows whether people tell what they learn, not only what they finish. What is told at lunch is not counted."
    ),
    .init(
      "ideas-followed-up", "Ideas followed up", .ideas,
      "Ideas, practices and challenges that were shared in the period, or open at its end, or whose state moved in it: those whose state is no longer `open`.",
      use:
        "People go on sharing when something becomes of it; “parked” is an answer too. New ones have not had the time."),
    .init(
      "risks-open", "Open risks", .ideas, "Notes of kind `risk` whose state is `open` at the end, or that have none.",
      use: "A risk that is told can be shared. More of them may only mean that more is said."),
    .init(
      "risks-owned", "Risks in somebody’s hands", .ideas, "Of the open risks, those that name an `owner`.",
      use: "Whoever has a risk in hand watches it for all; it is not theirs to bear alone."),
  ]

  static func make(_ context: ReportContext) -> Section {
    let notes = NotesOfPeriod(context)
    var section = Section(.ideas)
    section.finding = finding(context, notes)
    section.note = [
      "\(.strong([.text("Became of")])): the state that the note’s file says, and the commit that said so. A note without a state is open."
    ]
    section.figures = [notes.table(context), notes.riskTable(context)].compactMap { $0 }
    section.measures = measures(context, notes)
    if notes.total == 0 {
      section.missing.append(
        .init(
          "No notes are on file.",
          "With notes, this section also shows which ideas, practices and challenges were shared, what became of each, and the risks beside the goals that they threaten.",
          command: "tw new note 'What could go wrong' kind=risk"))
    }
    return section
  }

  private static func finding(_ context: ReportContext, _ notes: NotesOfPeriod) -> [Line] {
    var news: [Line] = []
    let new = notes.notes.filter(\.isNew)
    if !new.isEmpty {
      let kinds = [("idea", "ideas"), ("practice", "practices"), ("challenge", "challenges"), ("risk", "risks")]
        .compactMap { one, many -> String? in
          let count = new.count { $0.record.text("kind") == one }
          return count == 0 ? nil : SummaryWords.counted(count, one, many)
        }
      let untold = new.count { !["idea", "practice", "challenge", "risk"].contains($0.record.text("kind") ?? "") }
      let all = kinds + (untold == 0 ? [] : [SummaryWords.counted(untold, "note") + " of no known kind"])
      news.append("\(SummaryWords.capitalised(SummaryWords.list(all))) \(new.count == 1 ? "was" : "were") shared.")
    } else if notes.total > 0 {
      news.append("Nothing new was shared in the period.")
    } else {
      let told = context.entries.count { $0.entry.heading == "blocked" && !$0.entry.saysNothing }
      if told > 0 {
        news.append(
          "Challenges are told in reports (\(told == 1 ? "once" : told == 2 ? "twice" : "\(SummaryWords.number(told)) times")), but nowhere collected with an owner and an end."
        )
      }
    }
    let adopted = notes.shared.filter { $0.state == "adopted" }
    if !adopted.isEmpty {
      news.append(
        "\(Line.some(of: adopted.map { "\(context.record($0.record))" })) \(adopted.count == 1 ? "was" : "were") adopted."
      )
    }
    let waiting = notes.shared.filter { $0.isOpen && ($0.day.map { context.input.asOf - $0 >= 28 } ?? false) }
    if !waiting.isEmpty {
      news.append(
        "\(Line.some(of: waiting.map { "\(context.record($0.record))" })) \(waiting.count == 1 ? "has" : "have") been open for four weeks or longer. → “Not now” closes one kindly."
      )
    }
    for risk in notes.openRisks
    where risk.record.names("goals").contains(where: { context.now.record(.goal, $0.value)?.status == .offTrack }) {
      let goals = risk.record.names("goals").filter { context.now.record(.goal, $0.value)?.status == .offTrack }.map {
        goal -> Line in "“\(context.goal(goal.value))”"
      }
      news.append(
        "\(context.record(risk.record)) stands beside \(Line.some(of: goals)), which \(goals.count == 1 ? "is" : "are") off track."
      )
    }
    if !notes.unownedRisks.isEmpty {
      news.append(
        "\(Line.some(of: notes.unownedRisks.map { "\(context.record($0.record))" })) \(notes.unownedRisks.count == 1 ? "has" : "have") nobody yet who watches \(notes.unownedRisks.count == 1 ? "it" : "them")."
      )
    }
    if !notes.gone.isEmpty {
      let gone = notes.gone.map { entry -> Line in
        "“\(entry.title)”\(context.quoted(entry.event).map { [.text(" "), $0] } ?? [])"
      }
      news.append(
        "\(gone.count == 1 ? "One note was" : "\(SummaryWords.capitalised(SummaryWords.number(gone.count))) notes were") removed from the files: \(Line.some(of: gone))."
      )
    }
    return news.isEmpty ? [] : [Line.sentences(news)]
  }

  private static func measures(_ context: ReportContext, _ notes: NotesOfPeriod) -> [Measure] {
    let parts = context.parts
    let new = notes.notes.filter(\.isNew)
    let nothing = Measure.Value.none("No notes are on file.")
    let events = { (notes: [NotesOfPeriod.Note]) in notes.flatMap { ($0.created.map { [$0] } ?? []) + $0.moves } }
    let shared = notes.shared
    let open = notes.openRisks
    let ids = Set(shared.map(\.record.id))
    // Of the same notes, as far as they were there.
    func isOpen(_ note: Record) -> Bool { (note.text("status") ?? "open") == "open" }
    func share(_ told: Dictionary<Name, Bool>.Values) -> Double? {
      told.isEmpty ? nil : Double(told.count { $0 }) / Double(told.count)
    }
    let followed = context.atEnds(of: parts, .note) {
      ids.contains($0.id) ? !isOpen($0) : nil
    } _: {
      share($0)
    }
    let risks = context.atEnds(of: parts, .note) {
      $0.text("kind") == "risk" && isOpen($0) ? $0.name("owner") != nil : nil
    } _: {
      ($0.count, share($0))
    }
    return [
      Measure(
        "notes-shared", notes.total == 0 ? nothing : .count(new.count),
        trend: notes.total == 0 ? [] : parts.points(parts.counts(of: new.compactMap(\.day)).map(Double.init)),
        events: new.compactMap(\.created),
        records: new.map(\.record.path)),
      Measure(
        "ideas-followed-up",
        !shared.isEmpty
          ? .share(notes.followed, of: shared.count)
          : notes.total == 0 ? nothing : .none("No idea, practice or challenge was shared in the period or is open."),
        trend: shared.isEmpty ? [] : parts.points(followed.map { $0.flatMap { $0 } }), events: events(shared),
        records: shared.map(\.record.path)),
      Measure(
        "risks-open", notes.total == 0 ? nothing : .count(open.count),
        trend: notes.total == 0 ? [] : parts.points(risks.map { $0.map { Double($0.0) } }),
        events: events(open), records: open.map(\.record.path)),
      Measure(
        "risks-owned",
        !open.isEmpty
          ? .share(open.count - notes.unownedRisks.count, of: open.count)
          : notes.total == 0 ? nothing : .none("No risk is open."),
        trend: open.isEmpty ? [] : parts.points(risks.map { $0?.1 }), events: events(open),
        records: open.map(\.record.path)),
    ]
  }
}
