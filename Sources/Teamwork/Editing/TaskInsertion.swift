internal import Documents
internal import Text

/// Adds a task to the end of a record's task list, and changes no other byte of the file.
///
/// It is written as the list is: indentation, marker, line ends, empty lines. A record without one gets it under a heading. What
/// was written is read again: what would not be one task more, and nothing else, is refused.
package struct TaskInsertion {
  private let record: Record
  private let workspace: Workspace
  private let body: Body
  private var source: SourceText { record.document.source }
  private var bytes: [UInt8] { source.bytes }

  /// What stands in a file between what was there before.
  private struct Insertion {
    var place: Int
    var text: String
    /// Whether the list is new, and so is its heading.
    var hasHeading = false
  }

  package init(_ record: Record, in workspace: Workspace) {
    self.record = record
    self.workspace = workspace
    body = record.document.body ?? Body(range: record.document.bytes.count..<record.document.bytes.count)
  }

  /// The record with one more task, and the task as an index into its tasks. They have no texts and owners yet.
  ///
  /// - Parameter words: what stands behind the box, on one line.
  /// - Throws: `EditRefusal` where that cannot be, or the words are none that a task can have.
  package func adding(_ words: String) throws(EditRefusal) -> (record: Record, task: Int) {
    let insertion = insertion(of: "[ ] " + words)
    let edit = TextEdit(range: insertion.place..<insertion.place, replacement: insertion.text)
    let after = record.saying(source.applying([edit]), in: workspace)
    return (after, try check(after, words, insertion))
  }

  // MARK: Where it stands

  private func insertion(of line: String) -> Insertion {
    if let last = lastTask ?? lastItemOfTaskSection { return behind(last, line) }
    let newLine = source.lineBreak(before: bytes.count)
    if let heading = taskSection {
      let next = heading + 1 < body.headings.count ? body.headings[heading + 1].range.lowerBound : bytes.count
      let place = endOfLine(before: next)
      var text = newLine + newLine + "- " + line
      // What follows at once could be taken for a part of the task.
      if !isBlankLine(after: place) { text += newLine }
      return Insertion(place: place, text: text)
    }
    let place = endOfLine(before: bytes.count)
    let title = record.kind == .goal ? "## Tasks" : "## Actions"
    let gap = place == 0 ? "" : newLine + newLine
    return Insertion(place: place, text: gap + title + newLine + newLine + "- " + line, hasHeading: true)
  }

  /// The last item of the list that the last open task stands in, else the last task of all. Parts of tasks do not count.
  private var lastTask: Int? {
    var isPart: [Bool] = []
    var found: (open: Int?, any: Int?)
    for (index, item) in body.items.enumerated() {
      isPart.append(item.parent.map { isPart[$0] || body.items[$0].checkbox != nil } ?? false)
      guard let box = item.checkbox, !item.isInQuote, !isPart[index] else { continue }
      found.any = index
      if box == .open { found.open = index }
    }
    return (found.open ?? found.any).map(lastSibling)
  }

  /// The heading that a record's tasks belong under, as an index into the body's.
  private var taskSection: Int? {
    body.headings.lastIndex { heading in
      ["tasks", "actions", "action items", "to do", "todo"].contains(
        heading.text.lowercased().filter { $0.isLetter || $0 == " " })
    }
  }

  private var lastItemOfTaskSection: Int? {
    taskSection.flatMap { section in
      body.items.lastIndex { $0.heading == section && $0.parent == nil && !$0.isInQuote }
    }
  }

  /// The last item of the list that an item stands in.
  private func lastSibling(of item: Int) -> Int {
    var last = item
    for next in body.items.indices.dropFirst(item + 1) where body.items[next].parent == body.items[item].parent {
      let gap = body.items[last].range.upperBound..<body.items[next].range.lowerBound
      guard gap.lowerBound <= gap.upperBound, bytes[gap].allSatisfy(isWhite), marker(next).sign == marker(item).sign
      else { break }
      last = next
    }
    return last
  }

  private func behind(_ last: Int, _ line: String) -> Insertion {
    let item = body.items[last]
    let place = endOfLine(before: item.range.upperBound)
    let start = source.lineStart(item.range.lowerBound)
    // What stands before the marker on its line is space, or an outer list's marker.
    let indent = bytes[start..<item.range.lowerBound].map { isBlank($0) ? $0 : 0x20 }
    let before = body.items.indices.prefix(last).last { body.items[$0].parent == item.parent }
    let gap = before.map { body.items[$0].range.upperBound..<item.range.lowerBound }
    let isLoose =
      gap.map { gap in gap.lowerBound <= gap.upperBound && isApart(gap) && bytes[gap].allSatisfy(isWhite) } ?? false
    let newLine = source.lineBreak(before: source.nextLine(item.range.lowerBound))
    let text =
      (isLoose ? newLine : "") + newLine + String(decoding: indent, as: UTF8.self) + nextMarker(behind: last, before)
      + line
    return Insertion(place: place, text: text)
  }

  /// Whether an empty line lies between the lines that a range ends in.
  private func isApart(_ gap: Range<Int>) -> Bool {
    let end = endOfLine(before: gap.lowerBound)
    return bytes[end..<gap.upperBound].count { $0 == 0x0A } > 1
  }

  // MARK: Markers

  /// `-`, `12.`, and the space behind it.
  private func marker(_ index: Int) -> (sign: UInt8, number: Int?, space: String) {
    let item = body.items[index]
    let end = item.checkbox == nil ? item.paragraph.lowerBound : item.checkboxRange.lowerBound
    let all = bytes[item.range.lowerBound..<max(end, item.range.lowerBound)]
    let digits = all.prefix { (0x30...0x39).contains($0) }
    let space = all.dropFirst(digits.count + 1)
    let isUsual = !space.isEmpty && space.allSatisfy(isBlank)
    return (
      all.dropFirst(digits.count).first ?? UInt8(ascii: "-"), Int(String(decoding: digits, as: UTF8.self)),
      isUsual ? String(decoding: space, as: UTF8.self) : " "
    )
  }

  private func nextMarker(behind last: Int, _ before: Int?) -> String {
    let (sign, number, space) = marker(last)
    guard let number else { return String(UnicodeScalar(sign)) + space }
    // A list whose numbers are all the same counts by itself.
    let isCounted = before.map { marker($0).number != number } ?? true
    return "\(isCounted ? number + 1 : number)\(UnicodeScalar(sign))\(space)"
  }

  // MARK: Lines

  private func isWhite(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }

  /// The end of the last line before an offset that has anything on it, without its line break.
  private func endOfLine(before offset: Int) -> Int {
    var end = min(offset, bytes.count)
    while end > 0, isWhite(bytes[end - 1]) { end -= 1 }
    while end > 0, end < bytes.count, isBlank(bytes[end]) { end += 1 }
    return end
  }

  private func isBlankLine(after end: Int) -> Bool {
    let start = source.nextLine(end)
    return start >= bytes.count || bytes[start..<source.nextLine(start)].allSatisfy(isWhite)
  }

  // MARK: Reading it again

  /// The new task.
  private func check(_ after: Record, _ words: String, _ insertion: Insertion) throws(EditRefusal) -> Int {
    if let fault = after.document.diagnostics.first(where: { new in
      !record.document.diagnostics.contains { $0.code == new.code && $0.message == new.message }
    }) {
      throw EditRefusal(message: fault.message, help: fault.help ?? "say it in other words")
    }
    if words.allSatisfy(\.isWhitespace) {
      throw EditRefusal(message: "the task has no words", help: "say in a few what is to be done")
    }
    let refusal = EditRefusal(
      message: "\(visible(words)) would not be one task at the end of `\(record.id)`, as Markdown reads it",
      help: "write it into the file")
    guard let read = after.document.body, after.tasks.count == record.tasks.count + 1,
      read.headings.count == body.headings.count + (insertion.hasHeading ? 1 : 0),
      let new = after.tasks.firstIndex(where: { $0.checkboxRange.lowerBound >= insertion.place }),
      after.tasks[new].state == .open, after.tasks[new].parent == nil
    else { throw refusal }
    for (index, old) in record.tasks.enumerated() {
      let now = after.tasks[index < new ? index : index + 1]
      guard
        TaskReading(old, in: record.document, workspace) == TaskReading(now, in: after.document, workspace)
      else { throw refusal }
    }
    if TaskReading(after.tasks[new], in: after.document, workspace).text.isEmpty {
      throw EditRefusal(message: "the task has no words", help: "say in a few what is to be done")
    }
    return new
  }
}
