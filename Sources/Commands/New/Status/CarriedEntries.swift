internal import Documents
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
    let reports = told.latest.reports(of: told.person)
    let standing = reports.standing(in: told.week, before: told.week)
    report = standing?.report
    week = standing?.week
    entries = (standing?.entries ?? []).filter { entry in
      guard let (report, week, _) = standing else { return false }
      return !Obstacle(entry, in: report, week, of: reports, in: told.now).isOver
    }
  }

  struct Entry {
    /// A list item in its own words.
    let text: String
    /// The tasks that it links to.
    let tasks: [StatusEntry.Link]
  }

  func entries(_ heading: Name) -> [Entry] {
    guard let report else { return [] }
    return entries.filter { $0.heading == heading }.map { entry in
      Entry(text: Self.item(entry, of: report, in: told), tasks: entry.links.filter { $0.anchor != nil })
    }
  }

  /// A list item with an entry's own words, in which links lead where they led.
  private static func item(_ entry: StatusEntry, of report: Record, in told: PersonWeek) -> String {
    var bytes = report.document.bytes[entry.whole]
    for place in places(entry, of: report, in: told) {
      bytes.insert(contentsOf: Array("../\(report.week?.description ?? "")/".utf8), at: place)
    }
    var lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
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
      guard range.count > 2,
        var place = range.dropLast().last(where: { bytes[$0..<($0 + 2)].elementsEqual(opening) }).map({ $0 + 2 })
      else { return nil }
      while place < range.upperBound, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "<") { place += 1 }
      return place
    }.sorted(by: >)
  }
}
