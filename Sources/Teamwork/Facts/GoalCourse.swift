/// How far the tasks of a record are. Those that were dropped do not count.
package struct Progress: Sendable, Hashable {
  package let done: Int
  package let total: Int
}

extension Record {
  package var progress: Progress {
    let counted = tasks.filter { $0.state != .dropped }
    return Progress(done: counted.count { $0.state == .done }, total: counted.count)
  }
}
