internal import Documents
internal import Teamwork
internal import Text

/// What a record's body says apart from its tasks and comments.
struct Prose {
  private var paragraphs: [String] = []

  init(of record: Record) {
    guard let body = record.document.body else { return }
    var isOpen = false
    var isTask = false
    for line in record.document.bytes[body.range].split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = line.startIndex..<line.endIndex
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      let words = text.drop { $0 == " " || $0 == "\t" }
      let isBlank = words.isEmpty
      if record.tasks.contains(where: { $0.range.overlaps(range) || $0.range.lowerBound == range.lowerBound }) {
        isTask = true
        isOpen = false
        continue
      }
      // What is indented below a task belongs to it.
      isTask = isTask && !isBlank && words.startIndex != text.startIndex
      if isTask || body.comments.contains(where: { $0.overlaps(range) || $0.lowerBound == range.lowerBound }) {
        continue
      }
      if isBlank {
        if paragraphs.last?.isEmpty == false { paragraphs.append("") }
        isOpen = false
      } else if isOpen, let first = words.first, !"-*+#>|`~0123456789".contains(first) {
        paragraphs[paragraphs.count - 1] += " " + words
      } else {
        paragraphs.append(text)
        isOpen = !words.hasPrefix("#")
      }
    }
    // A heading over nothing says nothing.
    while let last = paragraphs.last, last.isEmpty || last.hasPrefix("#") { paragraphs.removeLast() }
  }

  /// Wrapped; empty lines between paragraphs. What follows the first line of a list item hangs below its text.
  func lines(width: Int) -> [String] {
    paragraphs.flatMap { paragraph -> [String] in
      if paragraph.isEmpty { return [""] }
      let head = paragraph.prefix { " \t-*+".contains($0) }
      guard !head.isEmpty, head.hasSuffix(" ") else { return wrapped(visible(paragraph), to: width) }
      let indent = String(repeating: " ", count: head.count)
      return wrapped(visible(String(paragraph[head.endIndex...])), to: width - head.count).enumerated().map {
        number, line in
        (number == 0 ? visible(String(head), oneLine: false) : indent) + line
      }
    }
  }
}
