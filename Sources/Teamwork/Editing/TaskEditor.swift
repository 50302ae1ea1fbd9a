package import Documents

extension Record {
  /// The file with tasks done: their boxes checked, and the day on their lines.
  ///
  /// - Parameter numbers: indices into `tasks`.
  /// - Throws: `EditRefusal` where a line is written so that it cannot be done.
  package func checking(_ numbers: [Int], on day: Day, limits: Limits) throws(EditRefusal) -> [UInt8] {
    var splices: [Finding.Fix.Splice] = []
    for number in numbers {
      let task = tasks[number]
      // Between the brackets.
      splices.append(.init(range: (task.boxRange.lowerBound + 1)..<(task.boxRange.upperBound - 1), replacement: "x"))
      if let done = task.done {
        splices.append(.init(range: done.range, replacement: day.description))
      } else if let anchor = task.anchor {
        let at = anchor.range.lowerBound - 1
        splices.append(.init(range: at..<at, replacement: "done:\(day) "))
      } else {
        splices.append(.init(range: task.range.upperBound..<task.range.upperBound, replacement: " done:\(day)"))
      }
    }
    let bytes = document.applying(splices)
    let after = Record(kind: kind, id: id, week: week, path: path, document: Document(bytes, limits: limits))
    let isDone = after.tasks.count == tasks.count && numbers.allSatisfy { after.tasks[$0].state == .done && after.tasks[$0].done?.value == day }
    guard isDone, after.document.faults.count == document.faults.count else {
      throw EditRefusal(message: "a task of `\(id)` is written in a way that cannot be changed without touching the rest", help: "check its box in the file")
    }
    return bytes
  }
}
