internal import Teamwork
internal import Text

/// A line of source as it is shown on a terminal, and where in it a range lies.
struct Excerpt {
  /// What is shown, with tabs as spaces, hidden characters as escapes and `…` where the line is cut.
  var text: String
  /// The cells before the range.
  var indent: Int
  /// The cells of the range, at least one.
  var length: Int

  /// A character as it is shown, from `start` cells on.
  private struct Cell {
    var text: String
    var start: Int
    var width: Int
    var end: Int { start + width }
  }

  // A line may be a megabyte. What is further from the range than this can't be on the screen.
  private static let reach = 1000
  private static let tabWidth = 4

  /// - Parameter width: how many cells there are for the line.
  init(line: String, range: PositionRange, width: Int) {
    let skipped = max(0, range.start.column - 1 - Excerpt.reach)
    let near = line.unicodeScalars.dropFirst(skipped)
    let nearEnd = near.index(near.startIndex, offsetBy: 2 * Excerpt.reach, limitedBy: near.endIndex) ?? near.endIndex
    let isCutAfter = nearEnd < near.endIndex
    let first = max(0, range.start.column - 1 - skipped)
    let isOneLine = range.end.line <= range.start.line
    let last = isOneLine ? max(first, range.end.column - 1 - skipped) : Int.max

    var cells: [Cell] = []
    var offset = 0
    var cell = 0
    var from: Int?
    var to: Int?
    for (scalars, shown) in Excerpt.characters(of: Substring(near[..<nearEnd])) {
      let text = shown == "\t" ? String(repeating: " ", count: Excerpt.tabWidth - cell % Excerpt.tabWidth) : shown
      let width = displayWidth(text)
      if from == nil, first < offset + scalars { from = cell }
      cells.append(Cell(text: text, start: cell, width: width))
      offset += scalars
      cell += width
      if to == nil, last <= offset { to = cell }
    }
    let start = from ?? cell
    let end = max(start + 1, last == first ? start + 1 : to ?? cell)
    self.init(cells, total: cell, start: start, end: end, cutBefore: skipped > 0, cutAfter: isCutAfter, width: width)
  }

  private init(
    _ cells: [Cell], total: Int, start: Int, end: Int, cutBefore: Bool, cutAfter: Bool, width: Int
  ) {
    // A mark may stand behind the end of the line.
    let needed = max(total, start + 1)
    var window = 0..<needed
    if needed > width || cutBefore || cutAfter {
      let room = max(1, width - 2)
      let spare = max(0, room - (end - start))
      let wanted = end < width && !cutBefore ? 0 : start - spare / 2
      let lower = max(0, min(wanted, needed - room))
      window = lower..<min(needed, lower + room)
    }
    let kept = cells.filter { $0.start >= window.lowerBound && $0.end <= window.upperBound }
    let isCutBefore = cutBefore || window.lowerBound > 0
    let isCutAfter = cutAfter || window.upperBound < total
    let origin = (kept.first?.start ?? window.lowerBound) - (isCutBefore ? 1 : 0)
    text = (isCutBefore ? "…" : "") + kept.map(\.text).joined() + (isCutAfter ? "…" : "")
    indent = start - origin
    length = max(1, min(end, max(window.upperBound, start + 1)) - start)
  }

  /// The characters of a text as a reader sees them: how many code points each has, and how it is shown. A tab stays
  /// one.
  private static func characters(of text: Substring) -> [(scalars: Int, shown: String)] {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x09 }) {
      return text.unicodeScalars.map { (1, String($0)) }
    }
    var result: [(scalars: Int, shown: String)] = []
    var previous: Unicode.Scalar?
    for index in text.indices {
      let scalars = text[index].unicodeScalars
      let following = text[text.index(after: index)...].unicodeScalars.first
      var shown = ""
      for position in scalars.indices {
        let after = scalars.index(after: position)
        let next = after < scalars.endIndex ? scalars[after] : following
        let scalar = scalars[position]
        if scalar != "\t", let escape = visibleEscape(of: scalar, after: previous, before: next) {
          shown += escape
        } else {
          shown.unicodeScalars.append(scalar)
        }
        previous = scalar
      }
      result.append((scalars.count, shown))
    }
    return result
  }
}
