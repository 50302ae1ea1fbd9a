internal import Text

/// A table in columns; what does not fit on a line goes on below, so that nothing is lost.
enum TerminalTable {
  private static let gap = 2
  private static let leastWidth = 8

  static func write(_ table: Table, to output: inout StyledText, width: Int) {
    // A column in which nothing stands says nothing.
    let cells = table.rows.map { $0.map { visible($0.plain) } }
    let used = table.columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    guard !used.isEmpty else { return }
    var widths = used.map { column in
      max(displayWidth(table.columns[column].title), cells.map { displayWidth($0[column]) }.max() ?? 0)
    }
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > leastWidth {
      widths[widest] -= 1
      excess -= 1
    }
    line(used.map { table.columns[$0].title }, .heading)
    for row in cells { line(used.map { row[$0] }, nil) }

    func line(_ texts: [String], _ label: Label?) {
      let parts = zip(texts, widths).map { wrapped($0, to: $1) }
      for number in 0..<max(1, parts.map(\.count).max() ?? 1) {
        var space = ""
        for (place, lines) in parts.enumerated() {
          let text = number < lines.count ? lines[number] : ""
          let padding = String(repeating: " ", count: max(0, widths[place] - displayWidth(text)))
          let isNumber = table.columns[used[place]].isNumber
          if isNumber { space += padding }
          if !text.isEmpty {
            output.append(space)
            output.append(text, label)
            space = ""
          }
          space += (isNumber ? "" : padding) + String(repeating: " ", count: gap)
        }
        output.line()
      }
    }
  }
}
