internal import Documents
internal import Teamwork
internal import Text

/// What a status report can begin with: what is known of a person's week, each entry from a file or a commit.
struct StatusDraft {
  /// Lines by the key of the heading they belong under.
  private var lines: [Name: [String]] = [:]
  private let told: PersonWeek
  private let link: DraftLink

  /// Of one sort, more than so many entries are counted.
  private static let most = 8

  init(_ told: PersonWeek) {
    self.told = told
    link = DraftLink(told.latest)
    let done = DoneEntries(told)
    for group in done.groups { add("done", group.entries, many: group.many) }
    if let comment = told.commitsElsewhere.comment { lines["done", default: []].append(comment) }
    let carried = CarriedEntries(told)
    let (next, blocked) = openTasks
    add(
      "next", next.map(\.entry),
      many: "tasks of yours that are due by \(told.week.next.sunday.short(in: told.week.year))")
    // A task without a name is known by the words that a draft has for it.
    carry("next", carried) { entry in
      next.contains { $0.isSaid(in: entry) } || done.tasks.contains { entry.text.hasPrefix("- " + $0) }
    }
    // What somebody said themselves says more than that a task waits.
    let said = carried.entries("blocked")
    add(
      "blocked", blocked.filter { task in !said.contains(where: task.isSaid) }.map(\.entry),
      many: "tasks of yours that wait")
    carry("blocked", carried)
    carry("needs", carried)
  }

  private mutating func add(_ heading: Name, _ entries: [String], many: String) {
    lines[heading, default: []] += entries.prefix(Self.most).map { "- " + $0 }
    if entries.count > Self.most {
      lines[heading, default: []].append("<!-- \(entries.count - Self.most) more \(many) -->")
    }
  }

  /// - Parameter isTold: whether an entry is told already.
  private mutating func carry(
    _ heading: Name, _ carried: CarriedEntries, unless isTold: (CarriedEntries.Entry) -> Bool = { _ in false }
  ) {
    let entries = carried.entries(heading).filter { !isTold($0) }
    guard let week = carried.week, !entries.isEmpty else { return }
    lines[heading, default: []] +=
      ["<!-- From your report of W\(week.week); delete what is settled: -->"] + entries.map(\.text)
  }

  // MARK: Open tasks

  private struct OpenTask {
    let link: StatusEntry.Link?
    /// What it is called in a draft.
    let words: String
    let details: String

    var entry: String { words + details }

    func isSaid(in entry: CarriedEntries.Entry) -> Bool {
      link.map(entry.tasks.contains) ?? false || entry.text.hasPrefix("- " + words)
    }
  }

  /// The person's tasks that are due by the end of the next week, the earliest first, and those that wait for somebody else.
  private var openTasks: (next: [OpenTask], blocked: [OpenTask]) {
    var next: [(day: Day, task: OpenTask)] = []
    var blocked: [OpenTask] = []
    for (number, record) in told.now.records.enumerated() where record.holdsOpenTasks {
      for (index, task) in record.tasks.enumerated()
      where task.isOpen && record.owners(of: task).contains(told.person) {
        let name = task.anchor.map { StatusEntry.Link(kind: record.kind, id: record.id, anchor: $0.value) }
        let words = link.task(task, record)
        let waits = told.now.taskNeeds.waits(of: .init(record: number, task: index)).compactMap(waiting)
        if !waits.isEmpty {
          blocked.append(OpenTask(link: name, words: words, details: ": waits for " + waits.joined(separator: " and ")))
        } else if let day = task.due?.value, day <= told.week.next.sunday {
          next.append((day, OpenTask(link: name, words: words, details: ", due \(day.short(in: told.week.year))")))
        }
      }
    }
    return (
      next.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element.task),
      blocked
    )
  }

  /// A task of somebody else's, and whose it is.
  private func waiting(for place: TaskNeeds.Place) -> String? {
    let (task, home) = (told.now.taskNeeds.task(place), told.now.taskNeeds.home(place))
    let owners = home.owners(of: task)
    if owners.contains(told.person) { return nil }
    return link.task(task, home) + (owners.isEmpty ? "" : " (" + owners.map { "@\($0)" }.joined(separator: ", ") + ")")
  }

  // MARK: The template

  /// The body of a report with the entries under its headings, before what the template has there.
  func filled(_ body: String) -> String {
    var rest = lines
    var result: [String] = []
    var waiting: [String] = []
    let headings = Self.headings(of: body, told.latest.charter)
    for (number, line) in body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      let heading = headings[number]
      if !waiting.isEmpty, heading != nil || line.hasPrefix("- ") {
        result += waiting + (heading == nil ? [] : [""])
        waiting = []
      }
      if case .known(let key)? = heading { waiting = rest.removeValue(forKey: key) ?? [] }
      result.append(line)
    }
    if !waiting.isEmpty { result += (result.last == "" ? [] : [""]) + waiting + [""] }
    // What the template has no heading for is not lost.
    for heading in Kind.status.declaration.headings {
      guard let left = rest[heading.key], !left.isEmpty else { continue }
      let words = told.latest.charter.headings[heading.key]?.first ?? heading.title
      result += (result.last == "" ? [] : [""]) + ["## " + words, ""] + left + [""]
    }
    return result.joined(separator: "\n")
  }

  /// The headings of a template, by the number of their line.
  private static func headings(of text: String, _ charter: Charter) -> [Int: StatusEntry.Section] {
    // A body is not to be taken for front matter.
    let document = Document(Array(("\n" + text).utf8), limits: charter.limits)
    guard let body = document.body else { return [:] }
    var (line, place) = (0, 1)
    var headings: [Int: StatusEntry.Section] = [:]
    for mark in ReportOutline(body, of: document, charter).marks {
      line += document.source.bytes[place..<mark.range.lowerBound].count { $0 == 0x0A }
      place = mark.range.lowerBound
      // One below a known heading is not a second place for what belongs there.
      headings[line] = mark.known.map { .known($0) } ?? .other(mark.words)
    }
    return headings
  }
}
