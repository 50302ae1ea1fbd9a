internal import Documents
internal import Text

/// Every place in a record that names a task, in an order that depends on nothing but the file.
package struct TaskSites {
  struct Site {
    /// What is named, whether it is there or not; nil where its record is not.
    let address: TaskReference.Address?
    /// Where the anchor stands.
    let range: Range<Int>
  }

  private(set) var sites: [Site] = []

  init(_ record: Record, _ workspace: Workspace) {
    let bytes = record.document.bytes
    for need in record.tasks.flatMap(\.needs) {
      let end = need.range.upperBound
      sites.append(
        Site(
          address: need.value.address(from: record, in: workspace),
          range: (end - need.value.anchor.text.utf8.count)..<end))
    }
    for reference in record.document.body?.references ?? [] {
      guard case .wiki(let kind, let id, let anchor?) = reference.target,
        let caret = bytes[reference.range].firstIndex(of: UInt8(ascii: "^"))
      else { continue }
      let number = workspace.target(ofWikiLink: kind, id, anchor: true, in: record)
      let start = caret + 1
      sites.append(
        Site(
          address: number.map { .init(record: $0, anchor: Name(anchor)) }, range: start..<(start + anchor.utf8.count)))
    }
  }

  /// The records in which a task is named, as indices into the workspace's.
  package static func records(naming address: TaskReference.Address, in workspace: Workspace) -> [Int] {
    workspace.records.indices.filter { number in
      TaskSites(workspace.records[number], workspace).sites.contains { $0.address == address }
    }
  }
}

extension Workspace {
  /// Whether a task needs another, or needs one that does.
  package func needs(_ wanted: TaskReference.Address, of start: TaskReference.Address) -> Bool {
    var seen: Set<TaskReference.Address> = []
    var waiting = [start]
    while let next = waiting.popLast() {
      if next == wanted { return true }
      guard seen.insert(next).inserted else { continue }
      let home = records[next.record]
      for need in home.tasks.first(where: { $0.anchor?.value == next.anchor })?.needs ?? [] {
        if let address = need.value.address(from: home, in: self) { waiting.append(address) }
      }
    }
    return false
  }
}
