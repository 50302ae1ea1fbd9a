internal import Documents
internal import Reports
internal import Teamwork
internal import Text

/// What of somebody's last report still stands in the next.
struct CarriedEntries {
  /// Where they come from; nil where there is no recent report.
  let week: Week?
  private let report: Record?
  private let entries: [StatusEntry]
  private let told: PersonWeek

  init(_ told: PersonWeek) {
    self.told = told
    let standing = WrittenReports(told.latest).standing(of: told.person, in: told.week, before: told.week)
    report = standing?.report
    week = report?.week
    entries = (standing?.entries ?? []).filter { entry in !entry.tasks.contains { Self.isClosed($0.goal, $0.anchor, in: told.now) } }
  }

  /// The entries under a heading as they were written, and the tasks that they link to.
  func entries(_ heading: Name) -> [(text: String, tasks: [(goal: Name, anchor: Name)])] {
    guard let report else { return [] }
    return entries.filter { $0.heading == heading }.map { (Self.item($0, of: report, in: told), $0.tasks) }
  }

  /// Done or dropped.
  private static func isClosed(_ goal: Name, _ anchor: Name, in workspace: Workspace) -> Bool {
    workspace.record(.goal, goal)?.tasks.first { $0.anchor?.value == anchor }.map { !$0.isOpen } ?? false
  }

  /// A list item with an entry's own words, in which links lead where they led.
  private static func item(_ entry: StatusEntry, of report: Record, in told: PersonWeek) -> String {
    var bytes = report.document.bytes[entry.whole]
    for place in places(entry, of: report, in: told) { bytes.insert(contentsOf: Array("../\(report.week?.description ?? "")/".utf8), at: place) }
    var lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    guard let first = lines.first else { return "" }
    if entry.whole == entry.range { return "- " + lines.joined(separator: "\n  ") }
    // `*`, `+` or a number: all items of a report are of one list.
    let marker = first.prefix { $0 != " " && $0 != "\t" }
    lines[0] = "-" + first[marker.endIndex...]
    return lines.joined(separator: "\n")
  }

  /// Where the destinations of links begin which would lead elsewhere from the folder of another week, the last first.
  private static func places(_ entry: StatusEntry, of report: Record, in told: PersonWeek) -> [Int] {
    let path = told.latest.path(of: "status/\(told.week)/\(told.person).md")
    let opening = Array("](".utf8)
    let bytes = report.document.bytes
    return (report.document.body?.references ?? []).compactMap { reference -> Int? in
      let link: String
      switch reference.target {
      case .file(let path), .picture(let path): link = path
      default: return nil
      }
      guard entry.whole.contains(reference.range.lowerBound),
        told.latest.path(of: link, linkedFrom: report.path) != told.latest.path(of: link, linkedFrom: path)
      else { return nil }
      let range = reference.range
      guard range.count > 2, var place = range.dropLast().last(where: { bytes[$0..<($0 + 2)].elementsEqual(opening) }).map({ $0 + 2 }) else { return nil }
      while place < range.upperBound, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "<") { place += 1 }
      return place
    }.sorted(by: >)
  }
}
