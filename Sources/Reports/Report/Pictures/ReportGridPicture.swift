internal import Text

extension ReportGrid {
  /// With more people, teams are the rows.
  private static let mostPeople = 40

  /// As an HTML table, its key above it; people are within `<details>` where teams are the rows.
  func picture() -> String {
    let groups = groups.filter { !$0.rows.isEmpty }
    if weeks.isEmpty || groups.isEmpty { return "" }
    let spans = ReportSpans(weeks)
    let people = groups.flatMap(\.rows)
    if people.count <= Self.mostPeople || !groups.contains(where: { $0.title != nil }) {
      let bodies = groups.map { group in
        "<tbody>\n"
          + (group.title.map {
            "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(spans.spans.count + 1)\">\(SVG.text($0))</th></tr>\n"
          } ?? "")
          + group.rows.map { draw($0, spans) }.joined() + "</tbody>\n"
      }
      return key(spans, people)
        + table(
          "Reports by person and \(spans.unit.words)", "Person", spans, people, hasSigns: spans.unit == .week,
          bodies.joined())
    }
    let bodies = groups.map { group in
      row(
        "\(SVG.text(Self.name(of: group))) <span class=\"q\">\(group.rows.count)</span>",
        spans.spans.map { Self.share(of: group.rows, $0) })
    }
    var html =
      Self.countKey(people, "of the people who were to report, how many did")
      + table(
        "Reports by team and \(spans.unit.words)", "Team", spans, people, hasSigns: false,
        "<tbody>\n\(bodies.joined())</tbody>\n")
    for group in groups {
      let inner = table(
        "Reports by person and \(spans.unit.words), \(Self.name(of: group))", "Person", spans, nil,
        hasSigns: spans.unit == .week, "<tbody>\n" + group.rows.map { draw($0, spans) }.joined() + "</tbody>\n")
      html +=
        "<details><summary><span>\(SVG.text(Self.name(of: group))): \(counted(group.rows.count, "person", "people"))</span></summary>\n"
        + key(spans, group.rows) + inner + "</details>\n"
    }
    return html
  }

  private static func name(of group: Group) -> String { group.title ?? "Without a team" }

  // MARK: The table

  /// - Parameters:
  ///   - counted: those whose reports stand at the foot; nil where there is none.
  ///   - hasSigns: whether a cell is a sign, and not "3 of 4".
  ///   - body: as markup.
  private func table(
    _ caption: String, _ first: String, _ spans: ReportSpans, _ counted: [Row]?, hasSigns: Bool, _ body: String
  ) -> String {
    let count = spans.spans.count
    let style =
      hasSigns ? (count > 12 ? "fine" : "few") : "counts" + (count > 18 ? " packed" : count > 13 ? " dense" : "")
    var html =
      "<table class=\"heard \(style)\" style=\"--n:\(count)\"><caption class=\"vh\">\(SVG.text(caption))</caption>\n<colgroup><col class=\"who\"/></colgroup>"
    html +=
      spans.heads.isEmpty
      ? "<colgroup span=\"\(count)\"></colgroup>"
      : spans.heads.map { "<colgroup span=\"\($0.columns)\"></colgroup>" }.joined()
    html += "\n<thead>"
    if !spans.heads.isEmpty {
      html += "<tr><td></td>"
      for head in spans.heads {
        // A name that is wider than its column would stand over the next.
        let label = head.columns == 1 && count > 12 ? PictureRows.hidden(head.label) : SVG.text(head.label)
        html += "<th scope=\"colgroup\" colspan=\"\(head.columns)\">\(label)</th>"
      }
      html += "</tr>\n"
    }
    html += "<tr class=\"unit\"><th scope=\"col\">\(PictureRows.hidden(first))</th>"
    for span in spans.spans {
      html += "<th scope=\"col\"><abbr title=\"\(SVG.text(span.words))\">\(Self.head(span, spans.unit))</abbr></th>"
    }
    return html + "</tr></thead>\n" + body + (counted.map { foot(spans, $0) } ?? "") + "</table>\n"
  }

  /// On a phone a month is its first letter.
  private static func head(_ span: ReportSpans.Span, _ unit: ReportSpans.Unit) -> String {
    unit == .month ? "\(span.label.prefix(1))<span class=\"rest\">\(span.label.dropFirst())</span>" : span.label
  }

  /// - Parameter name: as markup, and so are the cells.
  private func row(_ name: String, _ cells: [String]) -> String {
    "<tr><th scope=\"row\">\(name)</th>" + cells.map { $0.isEmpty ? "<td></td>" : "<td>\($0)</td>" }.joined()
      + "</tr>\n"
  }

  private func draw(_ person: Row, _ spans: ReportSpans) -> String {
    let name = SVG.text(person.name)
    return row(
      person.isDue ? name : "<i>\(name)</i>",
      spans.spans.map { spans.unit == .week ? Self.sign(person.cells[$0.weeks.lowerBound]) : Self.counts(person, $0) })
  }

  /// What was written in each column, by all together: never by person.
  private func foot(_ spans: ReportSpans, _ people: [Row]) -> String {
    let counts = spans.spans.map { span in people.reduce(0) { $0 + $1.cells[span.weeks].count(where: Self.isWritten) } }
    let most = Double(max(1, counts.max() ?? 1))
    var html = "<tfoot><tr><th scope=\"row\">Reports in the \(spans.unit.words)</th>"
    for count in counts {
      let height = count == 0 ? 1 : max(2, 30 * Double(count) / most)
      let bar =
        "<rect class=\"\(count == 0 ? "rule-fill" : "mid")\" x=\"15%\" y=\"\(SVG.number(30 - height))\" width=\"70%\" height=\"\(SVG.number(height))\"/>"
      html += "<td>\(SVG.drawing(height: 30, title: nil, bar))<span>\(count)</span></td>"
    }
    return html + "</tr></tfoot>\n"
  }

  // MARK: Cells

  private static func isWritten(_ cell: Cell) -> Bool { cell == .written || cell == .blocked || cell == .late }

  private static func sign(_ cell: Cell) -> String {
    guard let mark = mark(cell) else { return "" }
    return SVG.sign(mark) + PictureRows.hidden(cell.words)
  }

  private static func mark(_ cell: Cell) -> Mark? {
    switch cell {
    case .none, .notDue: nil
    case .written: .written
    case .blocked: .blocked
    case .late: .late
    case .away: .away
    }
  }

  /// "3 of 4" and its bar; of those who owe none, how many they wrote.
  private static func counts(_ person: Row, _ span: ReportSpans.Span) -> String {
    let cells = person.cells[span.weeks]
    let written = cells.count(where: isWritten)
    let due = person.isDue ? cells.count { isWritten($0) || $0 == .none } : written
    if due == 0 { return cells.contains(.away) ? sign(.away) : "" }
    return filled(
      written, of: due, isBlocked: cells.contains(.blocked), words: person.isDue ? part(written, of: due) : "\(written)"
    )
  }

  /// How many of those who were to report in the team did.
  private static func share(of people: [Row], _ span: ReportSpans.Span) -> String {
    let due = people.filter { person in
      person.isDue && person.cells[span.weeks].contains { isWritten($0) || $0 == .none }
    }
    if due.isEmpty { return "" }
    let written = due.count { $0.cells[span.weeks].contains(where: isWritten) }
    return filled(
      written, of: due.count, isBlocked: people.contains { $0.cells[span.weeks].contains(.blocked) },
      words: part(written, of: due.count))
  }

  /// "3 of 4", of which narrow columns show "3/4".
  private static func part(_ part: Int, of all: Int) -> String { "\(part)<span class=\"of\"> of </span>\(all)" }

  /// - Parameter words: as markup.
  ///
  /// A bar filled from below; a diamond at its head where something was blocked. Where there is no room for the words they
  /// are only heard.
  private static func filled(_ part: Int, of all: Int, isBlocked: Bool, words: String) -> String {
    let height = 13 * Double(part) / Double(all)
    let fill =
      part > 0
      ? "<rect class=\"ink\" x=\"0\" y=\"\(SVG.number(16 - height))\" width=\"6\" height=\"\(SVG.number(height))\"/>"
      : ""
    let svg =
      "<svg class=\"k fill\" width=\"6\" height=\"16\" aria-hidden=\"true\"><rect class=\"rule-fill\" x=\"0\" y=\"3\" width=\"6\" height=\"13\"/>\(fill)\(isBlocked ? blocked : "")</svg>"
    return svg + "<span class=\"part\">\(words)</span>" + (isBlocked ? PictureRows.hidden(", something blocked") : "")
  }

  private static let blocked = "<path class=\"acc edge\" d=\"M3-1.5L7.5 3L3 7.5L-1.5 3Z\"/>"

  // MARK: Keys

  private func key(_ spans: ReportSpans, _ people: [Row]) -> String {
    if spans.unit != .week { return Self.countKey(people, "of the reports that were due, how many were written") }
    let cells = Set(people.flatMap(\.cells))
    let words: [(Cell, String)] = [
      (.written, "written"), (.blocked, "written, says that something is blocked"), (.late, "written later"),
      (.away, "away"),
    ]
    return SVG.key(
      words.compactMap { cell, words in Self.mark(cell).flatMap { cells.contains(cell) ? ($0, words) : nil } })
  }

  private static func countKey(_ people: [Row], _ words: String) -> String {
    func sample(_ content: String) -> String {
      "<svg class=\"k fill\" width=\"6\" height=\"16\" aria-hidden=\"true\"><rect class=\"rule-fill\" x=\"0\" y=\"3\" width=\"6\" height=\"13\"/>\(content)</svg>"
    }
    var items = [(sample("<rect class=\"ink\" x=\"0\" y=\"7\" width=\"6\" height=\"9\"/>"), words)]
    if people.contains(where: { $0.cells.contains(.blocked) }) {
      items.append((sample(blocked), "something was blocked"))
    }
    return SVG.key(drawn: items)
  }
}
