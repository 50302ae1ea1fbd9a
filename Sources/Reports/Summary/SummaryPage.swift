internal import Teamwork
internal import Text

extension Summary {
  /// Past so many entries a list says how many more there are, and where.
  static let most = 8

  /// The summary in the order in which it is read; what is empty is left out.
  package func page(command: String) -> Page {
    var blocks: [Page.Block] = [
      .title(titleLine), .paragraph(Line(headline.parts + (states.map { [.text(" ")] + $0.parts } ?? []))),
    ]
    for note in notes { blocks.append(.paragraph(Line([.quiet([.text(note)])]))) }
    func section(_ title: String, _ items: [Page.Item]) {
      if !items.isEmpty { blocks += [.heading(title), .list(items)] }
    }
    section("Needs attention", attention)
    section("Wins", winItems)
    blocks += goalBlocks
    let (nextItems, dueItems) = (people(next, mark: nil), dueList)
    if !nextItems.isEmpty || !dueItems.isEmpty {
      blocks.append(.heading("Next"))
      if !nextItems.isEmpty { blocks.append(.list(nextItems)) }
      if !dueItems.isEmpty {
        blocks += [.subheading(Line([.strong([.text("Due by \(day(asOf + 14))")])])), .list(dueItems)]
      }
    }
    section("Helping each other", helpItems)
    section("Talked", meetingItems)
    section("Decided", decisionItems)
    if let reportLine { blocks += [.heading("Reports"), .paragraph(reportLine)] }
    blocks.append(.footnote(provenance(command)))
    return Page(blocks)
  }

  private var titleLine: Line {
    let when = period.week.map { "Week \($0.week)" }
    return Line([when, SummaryWords.days(period), name].compactMap { $0 }.joined(separator: " · "))
  }

  private func provenance(_ command: String) -> Line {
    var words = "From \(counted(files, "file"))"
    if commits > 0 { words += " and \(counted(commits, "commit"))" }
    if let head { words += " up to \(head.prefix(7))" }
    return Line([.text(words + ". Made with "), .code(command), .text(".")])
  }

  // MARK: Pieces

  func link(_ title: String, _ source: Source) -> Line.Part { .link([.text(title)], .file(source.path)) }

  private func goalLink(_ title: String, _ source: Source) -> Line.Part { .strong([link(title, source)]) }

  func words(_ text: String, _ path: String, dropping goal: String? = nil) -> [Line.Part] {
    resolver.inlines(text, in: path, droppingTail: goal, under: goal)
  }

  private var span: String { period.week == nil ? "these weeks" : "this week" }

  private func day(_ day: Day) -> String { day.short(in: period.to.civil.year) }

  /// `Wed 18 Nov`.
  func weekday(_ date: Day) -> String { "\(date.weekdayName) \(day(date))" }

  /// ` (Ben, Dana)`.
  private func brackets(_ people: [Person]) -> String {
    people.isEmpty ? "" : " (\(people.map(\.name).joined(separator: ", ")))"
  }

  /// The first of a person's many lines, and where the others are.
  private func cut(_ details: [Line], in source: Source) -> [Line] {
    details.count <= Self.most + 1
      ? details
      : Array(details.prefix(Self.most)) + [
        "and \(details.count - Self.most) more in \(Line.Part.link([.text("the report")], .file(source.path)))"
      ]
  }

  func cut(_ items: [Page.Item], _ rest: (Int) -> Line) -> [Page.Item] {
    // One more is not worth a line that says so.
    items.count <= Self.most + 1 ? items : Array(items.prefix(Self.most)) + [Page.Item(rest(items.count - Self.most))]
  }

  // MARK: Needs attention

  private var attention: [Page.Item] {
    let troubled = goals.filter { $0.status.now == .offTrack || $0.status.now == .atRisk }
      .sorted {
        ($0.status.now == .offTrack ? 0 : 1, $0.status.before == $0.status.now ? 1 : 0) < (
          $1.status.now == .offTrack ? 0 : 1, $1.status.before == $1.status.now ? 1 : 0
        )
      }
    let named = Set(troubled.map(\.id))
    var items = cut(troubled.map(troubleItem)) {
      "and \($0) more goals at risk or off track: \(Line.Part.code("tw list goals status=at-risk"))"
    }
    items += cut(slips.filter { !named.contains($0.goal) }.map(slipItem)) {
      "and \($0) more dates that moved: \(Line.Part.code("tw summary --format json"))"
    }
    let rest = blocked.filter { $0.goals.isEmpty || !$0.goals.contains(where: named.contains) }
    items += cut(rest.map { blockedItem($0) }) { "and \($0) more that is blocked, in the reports of \(span)" }
    return items + waiting
  }

  private func troubleItem(_ goal: Goal) -> Page.Item {
    let status = goal.status.now
    let isNew = before != nil && goal.status.before != status
    var parts: [Line.Part] = [
      goalLink(goal.title, goal.source), .text(isNew && status == .offTrack ? " went " : " is "),
      .state(status?.words ?? "", Self.tone(status)),
    ]
    if isNew, let old = goal.status.before { parts.append(.text(" (it was \(old.words))")) }
    if let slip = slips.first(where: { $0.goal == goal.id }) {
      parts += [.text(". ")] + slipWords(slip)
    } else if let due = goal.due.now {
      parts.append(.text(", due \(day(due))"))
    }
    // Silence is news where there is trouble: whom to ask.
    if !isNew, goal.entries.isEmpty, !mentions(goal.id), !slips.contains(where: { $0.goal == goal.id }),
      !goal.owners.isEmpty
    {
      parts.append(
        .text(
          "; no word about it \(period.week == nil ? "in this time" : "this week") from \(SummaryWords.list(goal.owners.map(\.name), last: "or"))"
        ))
    }
    parts.append(.text("."))
    let blocks = blocked.filter { $0.goals.contains(goal.id) }.map { blockedItem($0, goal: goal.id).line }
    return Page.Item(Line(parts), details: Array(blocks.prefix(Self.most)))
  }

  private func slipItem(_ slip: Slip) -> Page.Item {
    Page.Item(Line([goalLink(slip.title, slip.source), .text(": ")] + slipWords(slip) + [.text(".")]))
  }

  /// `Due 4 Dec → 18 Dec (Ben, Wed 18 Nov: “no date from the bank”, a1b2c3d)`.
  private func slipWords(_ slip: Slip) -> [Line.Part] {
    var parts: [Line.Part] = [.text("Due \(day(slip.from)) → "), .strong([.text(day(slip.to))])]
    guard let commit = slip.commit else { return parts }
    parts.append(.text(" ("))
    parts.append(.text([slip.by, slip.day.map(weekday)].compactMap { $0 }.joined(separator: ", ")))
    if let why = slip.why, !why.isEmpty { parts.append(.text(": “\(why)”")) }
    parts += [.text(", "), .code(String(commit.prefix(7))), .text(")")]
    return parts
  }

  private func blockedItem(_ entry: Entry, goal: String? = nil) -> Page.Item {
    var parts: [Line.Part] = [.text("Blocked: ")] + signed(entry, under: goal)
    if !entry.behind.isEmpty {
      parts.append(.text("; waiting for it: "))
      for (index, task) in entry.behind.prefix(3).enumerated() {
        if index > 0 { parts.append(.text(", ")) }
        parts += [.emphasis([.text(task.text)]), .text(brackets(task.owners))]
      }
    }
    return Page.Item(Line(parts), details: entry.details.map { Line(words($0, entry.source.path)) })
  }

  /// Requests that nobody has answered, and promises whose day has passed.
  private var waiting: [Page.Item] {
    let late = requests.filter {
      $0.status.now == "accepted" && ($0.promised.map { $0 <= asOf } ?? false) && $0.delivered == nil
    }
    let open = requests.filter(\.isUnanswered).sorted {
      ($0.neededBy ?? Day(number: .max), $0.asked ?? Day(number: .max), Name($0.id)) < (
        $1.neededBy ?? Day(number: .max), $1.asked ?? Day(number: .max), Name($1.id)
      )
    }
    var items = cut(
      late.map { request in
        Page.Item(
          Line([
            .text("Promised for \(day(request.promised ?? period.to)), and not there yet: "),
            link(request.title, request.source), .text(", for \(request.from.name)."),
          ]))
      }
    ) { "and \($0) more promises: \(Line.Part.code("tw list requests status=accepted"))" }
    guard open.count > Self.most else { return items + open.map(waitingItem) }
    // So many are told by whom they wait for; those with a day first.
    let dated = open.filter { $0.neededBy != nil || $0.asked.map(period.contains) == true }
    items += dated.prefix(4).map(waitingItem)
    let rest = open.dropFirst(dated.isEmpty ? 0 : min(4, dated.count))
    let byTarget = Dictionary(grouping: rest, by: \.toWords).map { ($0.value.count, $0.key) }.sorted {
      $0.0 != $1.0 ? $0.0 > $1.0 : Name($0.1) < Name($1.1)
    }
    let told = byTarget.prefix(4).map { "\($0.0) of \($0.1)" }
    let others = byTarget.dropFirst(4).reduce(0) { $0 + $1.0 }
    let list = SummaryWords.list(told + (others > 0 ? ["\(others) of others"] : []))
    items.append(
      Page.Item(
        "\(rest.count) \(dated.isEmpty ? "" : "more ")requests wait for an answer: asked \(list) (\(Line.Part.code("tw list requests status=open")))."
      ))
    return items
  }

  private func waitingItem(_ request: Request) -> Page.Item {
    var words = ", asked of \(request.toWords) by \(request.from.name)"
    if let asked = request.asked {
      let days = asOf - asked
      if days > 0 { words += ", \(counted(days, "day")) ago" }
    }
    if let needed = request.neededBy { words += "; needed by \(day(needed))" }
    return Page.Item(Line([.text("Waiting for an answer: "), link(request.title, request.source), .text(words + ".")]))
  }

  // MARK: Wins

  private var winItems: [Page.Item] {
    let reached = goals.filter { $0.status.now == .done && $0.status.before != .done && before != nil }
    var items = reached.map { goal -> Page.Item in
      var parts: [Line.Part] = [goalLink(goal.title, goal.source), .text(" is "), .state("done", .good)]
      if let due = goal.due.now, due - period.to > 0 { parts.append(.text(", before its day (\(day(due)))")) }
      return Page.Item(Line(parts + [.text(brackets(goal.owners) + ".")]))
    }
    items += celebrations.map {
      Page.Item(Line([.text("Celebrated on \(weekday($0.day)): "), link($0.title, $0.source), .text(".")]))
    }
    return cut(items + wins.map { entryItem($0, mark: .after) }) { "and \($0) more, in the reports of \(span)" }
  }

  // MARK: Entries

  private enum NameMark { case before, after }

  private func entryItem(_ entry: Entry, mark: NameMark, goal: String? = nil) -> Page.Item {
    let name = Line.Part.link([.text(entry.person.name)], .file(entry.source.path))
    let parts =
      mark == .before
      ? [name, .text(": ")] + said(entry, dropping: goal) : signed(entry, under: goal)
    return Page.Item(Line(parts), details: entry.details.map { Line(words($0, entry.source.path)) })
  }

  /// What somebody wrote; under words that are not ours with those before it.
  private func said(_ entry: Entry, dropping goal: String?) -> [Line.Part] {
    let own = words(entry.text, entry.source.path, dropping: goal)
    guard let other = entry.otherWords else { return own }
    return [.text(other + (other.last.map { "?!.…".contains($0) } == true ? " " : ": "))] + own
  }

  /// What somebody wrote, with the goal and the name behind it.
  private func signed(_ entry: Entry, under goal: String?) -> [Line.Part] {
    let only = entry.goals.count == 1 ? entry.goals[0] : nil
    let whole = resolver.inlines(entry.text, in: entry.source.path, under: goal)
    let short = resolver.inlines(entry.text, in: entry.source.path, droppingTail: only, under: goal)
    var parts = short + [.text(" (")]
    if short != whole, only != goal, let named = goals.first(where: { $0.id == only }) {
      parts += [link(named.title, named.source), .text(", ")]
    }
    return parts + [.link([.text(entry.person.name)], .file(entry.source.path)), .text(")")]
  }

  /// Entries under the names of those who wrote them, each person once.
  private func people(_ entries: [Entry], mark goal: String?) -> [Page.Item] {
    var order: [Person] = []
    for entry in entries where !order.contains(entry.person) { order.append(entry.person) }
    let items = order.map { person -> Page.Item in
      let own = entries.filter { $0.person == person }
      if own.count == 1 { return entryItem(own[0], mark: .before, goal: goal) }
      return Page.Item(
        Line([.link([.text(person.name)], .file(own[0].source.path)), .text(":")]),
        details: cut(
          own.flatMap { entry in
            [Line(said(entry, dropping: goal))]
              + entry.details.map { Line(words($0, entry.source.path)) }
          }, in: own[0].source))
    }
    return cut(items) { "and \($0) more people" }
  }

  // MARK: Goals

  private var goalBlocks: [Page.Block] {
    let moved = goals.filter { isShown($0) }.sorted(by: comesFirst)
    let touched = goals.filter { goal in goal.isTold && !isShown(goal) && !mentions(goal.id) }
    let rest = moved.dropFirst(Self.most + 1).isEmpty ? [] : Array(moved.dropFirst(Self.most))
    let shown = rest.isEmpty ? moved : Array(moved.prefix(Self.most))
    guard !shown.isEmpty || !touched.isEmpty || !other.isEmpty else { return [] }
    var blocks: [Page.Block] = [.heading("Goals")]
    for goal in shown {
      blocks.append(.subheading(goalLine(goal)))
      var items: [Page.Item] = []
      if !goal.finished.isEmpty {
        var parts: [Line.Part] = [.text("Done: ")]
        for (index, task) in goal.finished.prefix(Self.most).enumerated() {
          if index > 0 { parts.append(.text(" · ")) }
          parts += [.emphasis(words(task.markdown, task.source.path)), .text(brackets(task.owners))]
        }
        if goal.finished.count > Self.most { parts.append(.text(" · and \(goal.finished.count - Self.most) more")) }
        items.append(Page.Item(Line(parts)))
      }
      items += people(goal.entries, mark: goal.id)
      if !items.isEmpty { blocks.append(.list(items)) }
    }
    if !rest.isEmpty {
      blocks.append(
        .paragraph(Line([.text("\(counted(rest.count, "more goal")) moved or were written about: ")] + links(rest))))
    }
    if !touched.isEmpty { blocks.append(.paragraph(Line([.text("Also edited: ")] + links(touched)))) }
    let loose = people(other, mark: nil)
    if !loose.isEmpty { blocks += [.subheading(Line([.strong([.text("Besides")])])), .list(loose)] }
    return blocks
  }

  private func links(_ goals: [Goal]) -> [Line.Part] {
    var parts: [Line.Part] = []
    for (index, goal) in goals.prefix(24).enumerated() {
      if index > 0 { parts.append(.text(", ")) }
      parts.append(link(goal.title, goal.source))
    }
    return parts + [.text(goals.count > 24 ? " and \(goals.count - 24) more." : ".")]
  }

  /// Whether there is something to say under its name.
  private func isShown(_ goal: Goal) -> Bool {
    guard goal.isTold else { return false }
    let isNew = before != nil && goal.status.before == nil
    let hasMoved = before != nil && (goal.status.before != goal.status.now || goal.due.before != goal.due.now)
    let tasks = goal.tasks
    return !goal.entries.isEmpty || isNew || hasMoved || tasks.doneInPeriod > 0
      || (before != nil && (tasks.added > 0 || tasks.removed > 0))
  }

  private func mentions(_ id: String) -> Bool { (wins + blocked + needs + next).contains { $0.goals.contains(id) } }

  /// Trouble first, then what moved most.
  private func comesFirst(_ a: Goal, _ b: Goal) -> Bool {
    func weight(_ goal: Goal) -> (Int, Int, Int) {
      let state =
        goal.status.now == .offTrack
        ? 3 : goal.status.now == .atRisk ? 2 : goal.status.before != goal.status.now ? 1 : 0
      return (state, goal.tasks.doneInPeriod, goal.entries.count)
    }
    let (first, second) = (weight(a), weight(b))
    return first == second ? Name(a.id) < Name(b.id) : first > second
  }

  private func goalLine(_ goal: Goal) -> Line {
    var parts: [Line.Part] = [goalLink(goal.title, goal.source)]
    func add(_ part: Line.Part) { parts += [.text(" · "), part] }
    if let status = goal.status.now {
      add(.state(status.words, Self.tone(status)))
    } else if goal.status.before != nil {
      add(.text("removed"))
    }
    if before != nil, goal.status.before == nil { add(.text("new")) }
    if !goal.owners.isEmpty { add(.text(goal.owners.map(\.name).joined(separator: ", "))) }
    let tasks = goal.tasks
    if tasks.total > 0 {
      var words = "\(tasks.done) of \(counted(tasks.total, "task"))"
      if tasks.doneInPeriod > 0 { words += ", +\(tasks.doneInPeriod)\(period.week == nil ? "" : " this week")" }
      if before != nil, goal.status.before != nil {
        if tasks.added > 0 { words += ", \(tasks.added) added" }
        if tasks.removed > 0 { words += ", \(tasks.removed) removed" }
      }
      add(.text(words))
    }
    if let due = goal.due.now, goal.status.now?.isOpen != false {
      if let old = goal.due.before, old != due {
        add(.text("due \(day(old)) → \(day(due))"))
      } else {
        add(.text("due \(day(due))"))
      }
    }
    return Line(parts)
  }

  // MARK: Next

  /// A line a day.
  private var dueList: [Page.Item] {
    var items: [Page.Item] = []
    var index = 0
    while index < due.count {
      let same = due[index...].prefix { $0.day == due[index].day }
      var parts: [Line.Part] = [.text("\(weekday(due[index].day)): ")]
      for (number, item) in same.enumerated() {
        if number > 0 { parts.append(.text(" · ")) }
        switch item.kind {
        case .goal: parts.append(goalLink(item.title, item.source))
        case .task: parts.append(.emphasis(words(item.markdown ?? item.title, item.source.path)))
        case .promise: parts += [link(item.title, item.source), .text(", promised")]
        case .request: parts += [link(item.title, item.source), .text(", asked")]
        }
        parts.append(.text(item.note.map { " " + $0 } ?? brackets(item.people)))
      }
      items.append(Page.Item(Line(parts)))
      index += same.count
    }
    return cut(items) { "and on \(counted($0, "later day"))" }
  }

  // MARK: Decisions and reports

  private var decisionItems: [Page.Item] {
    cut(
      decisions.map { decision in
        var parts: [Line.Part] = [link(decision.title, decision.source)]
        if let status = decision.status.now, status != "accepted" { parts.append(.text(" (\(status))")) }
        parts.append(.text(decision.by.isEmpty ? "" : " · \(SummaryWords.names(decision.by))"))
        let yields = decision.yields.map { yield in
          Line(
            [.emphasis([.text(yield.goal)]), .text(" gives way to "), .emphasis([.text(yield.to)])]
              + (yield.why.isEmpty ? [] : [.text(": ")] + words(yield.why, decision.source.path)))
        }
        return Page.Item(Line(parts), details: yields)
      }
    ) { "and \($0) more: \(Line.Part.code("tw list decisions"))" }
  }

  private var reportLine: Line? {
    guard reports.due > 0 || !reports.away.isEmpty || heardOwners != nil else { return nil }
    var sentences: [String] = []
    let written = reports.writtenOfDue
    if reports.due > 0 || heardOwners == nil {
      var words =
        written == reports.due
        ? "All \(counted(reports.due, "report")) are in" : "\(written) of \(counted(reports.due, "report")) are in"
      if reports.due == 1 { words = written == 1 ? "The one report is in" : "The one report is not in" }
      if reports.due == 0 { words = "No report was due" }
      if asOf < period.to, written < reports.due { words += " so far" }
      if asOf == period.to, !reports.missing.isEmpty, reports.missing.count <= Self.most {
        words += "; nothing yet from \(SummaryWords.names(reports.missing))"
      }
      sentences.append(words + ".")
    }
    if let heardOwners { sentences.append(heardOwners) }
    var words = sentences.joined(separator: " ")
    if !reports.away.isEmpty, reports.away.count <= Self.most {
      words += " \(SummaryWords.names(reports.away)) \(reports.away.count == 1 ? "is" : "are") away."
    }
    return Line(words)
  }

  /// Where nobody agreed to a rhythm nobody is late, and it is told who was heard.
  private var heardOwners: String? {
    guard !reports.hasRhythm, reports.owners > 0 else { return nil }
    return SummaryWords.capitalised(
      SummaryWords.part(reports.ownersHeard, of: reports.owners, "owner of a goal", "owners of goals")) + " wrote."
  }
}
