internal import Documents
internal import Text

/// A body as lines, of which those of a task, or of an entry of a status report, belong together.
struct BodyUnits {
  enum Part: Equatable {
    case line(ArraySlice<UInt8>)
    /// An index into `tasks`.
    case unit(Int)
  }

  private(set) var parts: [Part] = []
  private(set) var tasks: [Task] = []
  /// The lines of each.
  private(set) var contents: [[UInt8]] = []
  /// Where the lines of each begin in the file, and how many of their bytes its own words take.
  private(set) var heads: [(start: Int, count: Int)] = []

  /// - Parameter range: where the body stands in the file.
  init(_ document: Document, _ kind: Kind, range: Range<Int>) {
    let body = document.body ?? Body(range: range)
    if kind.declaration.hasTasks {
      tasks = TaskReader(document, body: body).tasks
      // Who is a person is not known here: whoever stands alone is taken for an owner.
      for index in tasks.indices {
        let names = tasks[index].mentions.map { _ in (name: String?.none, isOwner: true) }
        tasks[index].text = TaskText(tasks[index], body.items[tasks[index].item], in: document, names).plain
      }
    } else if kind == .status {
      tasks = Self.entries(of: document, body)
    }
    let all = lines(of: document.bytes[range])
    // Where each begins and ends, as numbers of lines.
    var starts: [Int] = []
    for task in tasks { starts.append(Self.line(at: body.items[task.item].range.lowerBound, all)) }
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else {
      // Two on one line: nobody can part them.
      tasks = []
      parts = all.map { .line($0) }
      return
    }
    var number = 0
    for (index, start) in starts.enumerated() {
      parts += all[number..<start].map { .line($0) }
      let next = index + 1 < starts.count ? starts[index + 1] : all.count
      number = start + 1
      let end = body.items[tasks[index].item].range.upperBound
      while number < next, all[number].startIndex < end { number += 1 }
      while number > start + 1, Self.isBlank(all[number - 1]) { number -= 1 }
      parts.append(.unit(index))
      contents.append(Array(all[start..<number].joined()))
      let words = tasks[index].range
      let head = all[start..<number].last { $0.startIndex < words.upperBound } ?? all[start]
      heads.append((all[start].startIndex, head.endIndex - all[start].startIndex))
    }
    parts += all[number...].map { .line($0) }
  }

  /// All lines but those that units begin with, and empty ones: how often each is there.
  var otherLines: [ArraySlice<UInt8>: Int] {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for part in parts {
      let all =
        switch part {
        case .line(let line): [line]
        case .unit(let index): Array(lines(of: contents[index][...]).dropFirst())
        }
      for line in all where !Self.isBlank(line) { counts[line, default: 0] += 1 }
    }
    return counts
  }

  /// - Parameter bytes: a body without front matter.
  init(_ bytes: [UInt8], _ kind: Kind) {
    // Behind an empty line nothing is taken for front matter.
    let document = Document([0x0A] + bytes)
    self.init(document, kind, range: 1..<document.bytes.count)
  }

  /// The items of a status report's lists, each as if it were a task.
  private static func entries(of document: Document, _ body: Body) -> [Task] {
    body.items.indices.compactMap { index in
      let item = body.items[index]
      guard !item.isInQuote, item.parent == nil else { return nil }
      var task = Task(
        item: index, state: item.checkbox ?? .open, range: item.paragraph, checkboxRange: item.checkboxRange,
        mentions: [], links: [],
        parent: nil
      )
      task.text = document.text(item.paragraph)
      return task
    }
  }

  private static func line(at offset: Int, _ all: [ArraySlice<UInt8>]) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].endIndex <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
  }
}
