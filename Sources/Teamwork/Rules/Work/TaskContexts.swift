internal import Documents

/// What the tasks of a record stand under: headings, lines that introduce a list, and items of lists, be they tasks or
/// not. Headings that only say that there are tasks (*Tasks*, *Ownership and team asks*) are none of it.
struct TaskContexts {
  private let body: Body
  /// The lists that stand in nothing else, in the order of the file, with what introduces each.
  private var lists: [(range: Range<Int>, introduction: Int?)] = []
  /// For each heading, whether it says nothing of what the work is about.
  private let isPlain: [Bool]

  /// What a task stands under, from the outside in, each as the offset at which it begins.
  struct Path: Hashable {
    fileprivate let steps: [Int]
    var depth: Int { steps.count }

    /// Whether nothing of the one is outside of the other: one is the whole that the other is in.
    func contains(_ other: Path) -> Bool { other.steps.starts(with: steps) }
  }

  /// nil for a record without a body.
  init?(_ record: Record) {
    guard let body = record.document.body else { return nil }
    self.body = body
    isPlain = body.headings.map { Self.isPlain($0.text) }
    var introduction: Int?
    var heading: Int?
    for block in body.blocks {
      if block.heading != heading { (introduction, heading) = (nil, block.heading) }
      switch block.kind {
      case .list: lists.append((block.range, introduction))
      case .paragraph where Self.introduces(record.document.bytes[block.range]): introduction = block.range.lowerBound
      case .html: introduction = block.range.lowerBound
      default: break
      }
    }
  }

  /// - Parameter item: the task's list item, as an index into the body's items.
  func path(of item: Int) -> Path {
    var steps: [Int] = []
    var above = body.items[item].parent
    while let parent = above {
      steps.append(body.items[parent].range.lowerBound)
      above = body.items[parent].parent
    }
    if let introduction = introduction(of: body.items[item].range.lowerBound) { steps.append(introduction) }
    if var heading = body.items[item].heading {
      if !isPlain[heading] { steps.append(body.headings[heading].range.lowerBound) }
      for outer in body.headings.indices[..<heading].reversed()
      where body.headings[outer].level < body.headings[heading].level {
        if !isPlain[outer] { steps.append(body.headings[outer].range.lowerBound) }
        heading = outer
      }
    }
    return Path(steps: steps.reversed())
  }

  private func introduction(of offset: Int) -> Int? {
    var (low, high) = (0, lists.count)
    while low < high {
      let middle = (low + high) / 2
      if lists[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < lists.count && lists[low].range.contains(offset) ? lists[low].introduction : nil
  }

  private static let plainWords: Set<String> = [
    "action", "actions", "all", "and", "asks", "backlog", "checklist", "do", "does", "for", "help", "items", "list",
    "needed", "needs", "next", "of", "open", "other", "our", "owner", "owners", "ownership", "responsibilities",
    "steps",
    "task", "tasks", "team", "teams", "the", "to", "todo", "todos", "up", "what", "who", "work",
  ]

  private static func isPlain(_ heading: String) -> Bool {
    heading.lowercased().split { !$0.isLetter && !$0.isNumber }.allSatisfy { plainWords.contains(String($0)) }
  }

  /// Whether a paragraph is there for the list after it: it ends in a colon, or is all bold.
  private static func introduces(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let text = paragraph.reversed().drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if text.first == UInt8(ascii: ":") { return true }
    guard paragraph.first == UInt8(ascii: "*") || paragraph.first == UInt8(ascii: "_") else { return false }
    return Inline.parse(String(decoding: paragraph, as: UTF8.self)).allSatisfy { inline in
      switch inline {
      case .strong: true
      case .text(let text):
        text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      default: false
      }
    }
  }
}
