internal import Documents
internal import Text

/// Takes words out of a task's paragraph, and leaves its lines and line breaks as they are.
struct TaskWordRemoval {
  let task: Task
  let bytes: [UInt8]
  /// All attributes and owners of the task.
  let words: [TaskReading.Word]

  func edits(_ gone: [TaskReading.Word]) -> [TextEdit] {
    var ranges = gone.filter { $0.group == nil }.map(\.outer)
    var edits: [TextEdit] = []
    for (number, group) in task.groups.enumerated() {
      let leaving = gone.filter { $0.group == number }
      if leaving.isEmpty { continue }
      let members = (words.filter { $0.group == number }.map(\.range) + others(in: group)).sorted {
        $0.lowerBound < $1.lowerBound
      }
      let staying = members.filter { member in !leaving.contains { $0.range == member } }
      if staying.isEmpty {
        ranges.append(marked(group))
      } else {
        edits.append(shortened(group, members, staying))
      }
    }
    return edits + merged(ranges).map { .init(range: withBlank($0), replacement: "") }
  }

  /// Teams, and who is not known.
  private func others(in group: Range<Int>) -> [Range<Int>] {
    task.mentions.map(\.range).filter { range in
      group.contains(range.lowerBound) && !words.contains { $0.range.lowerBound == range.lowerBound }
    }
  }

  private func marked(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > task.range.lowerBound, upper < task.range.upperBound, bytes[lower - 1] == bytes[upper],
      "*_~".utf8.contains(bytes[upper])
    {
      (lower, upper) = (lower - 1, upper + 1)
    }
    return lower..<upper
  }

  /// Brackets from which some are gone: who stays keeps what divides them from those before.
  private func shortened(_ group: Range<Int>, _ members: [Range<Int>], _ staying: [Range<Int>]) -> TextEdit {
    var text: [UInt8] = []
    var end = members[0].lowerBound
    for member in members {
      if staying.contains(member) {
        if !text.isEmpty { text += bytes[end..<member.lowerBound] }
        text += bytes[member]
      }
      end = member.upperBound
    }
    return .init(
      range: members[0].lowerBound..<members[members.count - 1].upperBound,
      replacement: String(decoding: text, as: UTF8.self))
  }

  /// Neighbours as one.
  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last,
        last.upperBound >= range.lowerBound || bytes[last.upperBound..<range.lowerBound].allSatisfy(isBlank)
      {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// With the one blank before it, or for what a line begins with that behind it; a line that it fills goes with it.
  private func withBlank(_ range: Range<Int>) -> Range<Int> {
    var indent = range.lowerBound
    while indent > task.range.lowerBound, isBlank(bytes[indent - 1]) { indent -= 1 }
    let beginsLine = indent == task.range.lowerBound || bytes[indent - 1] == 0x0A || bytes[indent - 1] == 0x0D
    guard beginsLine else { return (range.lowerBound - (range.lowerBound > indent ? 1 : 0))..<range.upperBound }
    var end = range.upperBound
    while end < task.range.upperBound, isBlank(bytes[end]) { end += 1 }
    let isLast = end >= task.range.upperBound
    if indent == task.range.lowerBound || !(isLast || isSpace(bytes[end])) {
      return range.lowerBound..<(end > range.upperBound ? range.upperBound + 1 : range.upperBound)
    }
    var start = indent - 1
    if start > task.range.lowerBound, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
    // At the end of the paragraph there is no line to break.
    if isLast, start > task.range.lowerBound, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return start..<(isLast ? range.upperBound : end)
  }
}
