internal import Text

/// Rows under column heads, aligned.
struct TextTable {
  struct Cell {
    let text: String
    let label: Label?

    init(_ text: String, _ label: Label? = nil) {
      self.text = visible(text)
      self.label = label
    }
  }

  struct Column {
    var title: String
    /// Not cut where the table is too wide: ids, states and dates are of no use in part.
    var isWhole = false
    var isNumber = false
  }

  var columns: [Column]
  var rows: [[Cell]] = []

  private static let gap = 2
  private static let leastWidth = 8

  /// - Parameter width: the cells of a line; nil where lines may be as long as they like.
  func styled(width: Int?) -> StyledText {
    // A column in which nothing stands says nothing.
    let used = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
    var widths = used.map { column in
      max(displayWidth(columns[column].title), rows.map { displayWidth($0[column].text) }.max() ?? 0)
    }
    if let width { fit(&widths, used, to: width) }
    var text = StyledText()
    func appendLine(_ cells: [Cell]) {
      var line = StyledText()
      var space = ""
      for (place, (column, cell)) in zip(used, cells).enumerated() {
        let shown = truncated(cell.text, to: widths[place])
        let padding = String(repeating: " ", count: max(0, widths[place] - displayWidth(shown)))
        if columns[column].isNumber { space += padding }
        // No spaces at the end of a line: they are written when something follows.
        if !shown.isEmpty {
          line.append(space)
          line.append(shown, cell.label)
          space = ""
        }
        space += (columns[column].isNumber ? "" : padding) + String(repeating: " ", count: Self.gap)
      }
      text.append(line)
      text.line()
    }
    appendLine(used.map { Cell(columns[$0].title, .heading) })
    for row in rows { appendLine(used.map { row[$0] }) }
    return text
  }

  private func fit(_ widths: inout [Int], _ used: [Int], to width: Int) {
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { !columns[used[$0]].isWhole && widths[$0] > Self.leastWidth }
      guard let widest = shrinkable.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }
}
