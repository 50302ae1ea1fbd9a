internal import Teamwork
internal import Text

/// Where somebody with an hour to spare would be welcome.
struct HelpWelcome {
  private let context: ReportContext
  private let today: Day
  private let open: [Record]
  private let said: WhatWasSaid

  init(_ context: ReportContext) {
    self.context = context
    today = context.input.asOf
    open = context.now.records(of: .goal).filter(\.isOpenGoal)
    said = WhatWasSaid(context)
  }

  var offers: [Report.Offer] {
    [blocked(), needs(), standingNeeds(), silent(), tasks(), vacantRoles(), risks(), loneOwners()].flatMap { $0 }
  }

  private func goals(_ records: [Record]) -> Line { Line.some(of: records.map { "“\(context.goal($0.id))”" }) }

  private func owners(_ records: [Record]) -> String? {
    let names = Set(records.flatMap(\.owners)).map { Name(context.person($0)) }.sorted().map(\.text)
    return names.isEmpty || names.count > 4 ? nil : SummaryWords.list(names)
  }

  // MARK: What people said

  private static let mostBlockedAlone = 2

  private func blocked() -> [Report.Offer] {
    let blocked = open.compactMap { goal in said.blocked[goal.id].map { (goal, $0) } }.sorted {
      ($0.1.since, $0.0.id) < ($1.1.since, $1.0.id)
    }
    if blocked.isEmpty { return [] }
    if blocked.count <= Self.mostBlockedAlone {
      return blocked.map { goal, told in
        Report.Offer(
          "“\(context.goal(goal.id))” \(told.since == told.last.week ? "was held up in" : "has been held up since") \(WeekWords.short(told.since)).",
          "\(context.person(told.last.person)): \(Line.quotation(context.words(told.last)))",
          offer: "Who has met the like before? A quarter of an hour together may be enough.")
      }
    }
    let lines = blocked.map { goal, told -> Line in "“\(context.goal(goal.id))” (since \(WeekWords.short(told.since)))"
    }
    return [
      Report.Offer(
        "\(SummaryWords.capitalised(SummaryWords.number(blocked.count))) goals are held up, as those who wrote last of them say.",
        "\(Line.some(of: lines, most: 4)).",
        offer: "Who has met the like before? A quarter of an hour together may be enough.")
    ]
  }

  private func needs() -> [Report.Offer] {
    let needs = said.needsThatCameBack
    guard let newest = needs.first else { return [] }
    if needs.count == 1 {
      return [
        Report.Offer(
          "A need has come back since \(WeekWords.short(newest.since)).",
          "\(context.person(newest.last.person)): \(Line.quotation(context.words(newest.last)))",
          offer: "An answer helps, and so does “ask me again in a month”.")
      ]
    }
    let people = Set(needs.map { Name(context.person($0.last.person)) }).sorted().map { Line($0.text) }
    return [
      Report.Offer(
        "\(SummaryWords.capitalised(SummaryWords.number(needs.count))) needs came back week after week.",
        "\(Line.some(of: people, most: 5)) wrote of the same need more than once; the newest: \(Line.quotation(context.words(newest.last)))",
        offer: "An answer helps, and so does “ask me again in a month”.")
    ]
  }

  private static let mostNeedsInWords = 3

  private func standingNeeds() -> [Report.Offer] {
    let needs = said.standingNeeds
    guard !needs.isEmpty else { return [] }
    let subject =
      needs.count == 1
      ? "A need stands in the newest report of who wrote it."
      : "\(SummaryWords.capitalised(SummaryWords.number(needs.count))) needs stand in the newest reports."
    let people = Set(needs.map { Name(context.person($0.person)) }).sorted().map { Line($0.text) }
    let words =
      needs.count <= Self.mostNeedsInWords
      ? Line.sentences(needs.map { "\(context.person($0.person)): \(Line.quotation(context.words($0)))" })
      : "\(Line.some(of: people, most: 5)) wrote what they need."
    return [Report.Offer("\(subject)", words, offer: "A word costs little, even if it is a no.")]
  }

  private func silent() -> [Report.Offer] {
    guard let weeks = said.patience else { return [] }
    let courses = Dictionary(context.goals.map { ($0.id, $0) }) { first, _ in first }
    let heard = heardOf()
    let silent = open.filter { goal in
      guard goal.status?.isInProgress == true, !heard.contains(goal.id), said.blocked[goal.id] == nil else {
        return false
      }
      // One that was to end before the period waits for a word on that.
      if let due = goal.day("due")?.value, due < context.period.from { return false }
      // Something that has been there for less time could hardly be told of.
      return (courses[goal.id]?.weeks.suffix(weeks).first.flatMap { $0 }) != nil
    }
    guard !silent.isEmpty else { return [] }
    let whom = owners(silent)
    return [
      Report.Offer(
        "\(SummaryWords.capitalised(SummaryWords.counted(silent.count, "goal"))) \(silent.count == 1 ? "has" : "have") not been heard of for \(SummaryWords.counted(weeks, "week")) or longer.",
        "\(goals(silent)).", offer: Line("A talk with \(whom ?? "their owners") may find out what they need."))
    ]
  }

  /// Goals that somebody wrote about, or about a goal that leads to them.
  private func heardOf() -> Set<Name> {
    var heard: Set<Name> = []
    for goal in said.lastWeek.keys {
      var next: Name? = goal
      while let id = next, heard.insert(id).inserted { next = context.now.record(.goal, id)?.name("parent")?.value }
    }
    return heard
  }

  // MARK: What has nobody yet

  private func tasks() -> [Report.Offer] {
    let gaps = open.compactMap { goal -> (goal: Record, tasks: [Task])? in
      let tasks = goal.tasks.filter { $0.isOpen && $0.owners.isEmpty }
      return tasks.isEmpty ? nil : (goal, tasks)
    }
    guard !gaps.isEmpty else { return [] }
    let count = gaps.reduce(0) { $0 + $1.tasks.count }
    if count <= 2 {
      let lines = gaps.flatMap { gap in
        gap.tasks.map { task -> Line in "“\(task.text)” (“\(context.goal(gap.goal.id))”)" }
      }
      return [
        Report.Offer(
          "\(count == 1 ? "One task has" : "Two tasks have") nobody yet.", "\(Line.some(of: lines)).",
          offer: "A place to begin, for somebody with a free hand.")
      ]
    }
    // The longest lists are goals, not people.
    let longest = gaps.sorted {
      $0.tasks.count == $1.tasks.count ? $0.goal.id < $1.goal.id : $0.tasks.count > $1.tasks.count
    }
    let lines = longest.map { gap -> Line in "“\(context.goal(gap.goal.id))” (\(gap.tasks.count))" }
    return [
      Report.Offer(
        "\(SummaryWords.capitalised(SummaryWords.number(count))) tasks in \(SummaryWords.counted(gaps.count, "goal")) have nobody yet.",
        gaps.count > 4 ? "The longest lists: \(Line.some(of: Array(lines.prefix(3))))." : "\(Line.some(of: lines)).",
        offer: "Each is \(.link([.text("a place to begin")], .place(SectionID.responsibilities.place))).")
    ]
  }

  private func vacantRoles() -> [Report.Offer] {
    let vacant = context.now.records(of: .role).filter { $0.isReadable && $0.names("holders").isEmpty }
    guard !vacant.isEmpty else { return [] }
    return [
      Report.Offer(
        vacant.count == 1
          ? "The role “\(context.record(vacant[0]))” has nobody yet."
          : "\(SummaryWords.capitalised(SummaryWords.number(vacant.count))) roles have nobody yet.",
        vacant.count == 1 ? nil : "\(Line.some(of: vacant.map { "\(context.record($0))" })).",
        offer: "Who would try it for a month?")
    ]
  }

  private func risks() -> [Report.Offer] {
    let risks = NotesOfPeriod(context).unownedRisks
    guard !risks.isEmpty else { return [] }
    return [
      Report.Offer(
        risks.count == 1
          ? "The risk “\(context.record(risks[0].record))” has nobody yet."
          : "\(SummaryWords.capitalised(SummaryWords.number(risks.count))) risks have nobody yet.",
        risks.count == 1 ? nil : "\(Line.some(of: risks.map { "\(context.record($0.record))" })).",
        offer: "Who looks at \(risks.count == 1 ? "it" : "one of them") once a week, and says when it grows?")
    ]
  }

  private func loneOwners() -> [Report.Offer] {
    let shared = open.filter { $0.status?.isInProgress == true && context.now.mode(of: $0) == .collaborate }
    let lone = shared.filter { $0.owners.count == 1 }
    guard !lone.isEmpty else { return [] }
    let subject =
      lone.count == shared.count && lone.count > 1
      ? "\(SummaryWords.capitalised(SummaryWords.every(lone.count))) shared goals rest on one owner each"
      : lone.count == 1
        ? "One shared goal rests on a single owner"
        : "\(SummaryWords.capitalised(SummaryWords.ratio(lone.count, shared.count))) shared goals rest on one owner each"
    return [
      Report.Offer(
        "\(subject), although the team means to share ownership.", lone.count <= 4 ? "\(goals(lone))." : nil,
        offer: "Who could stand in\(lone.count == 1 ? "" : " for each")? A second name is enough to begin with.")
    ]
  }
}
