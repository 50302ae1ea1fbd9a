internal import Text

extension EventBuilder {
  /// What happened from one state of a workspace to another, in the order of the paths.
  package static func events(from before: Workspace, to after: Workspace) -> [Event] {
    var pairs: [(before: Record?, after: Record?)] = []
    var (old, new) = (before.records[...], after.records[...])
    while let next = [old.first, new.first].compactMap({ $0 }).map({ Name($0.path) }).min() {
      pairs.append(
        (
          old.first.flatMap { Name($0.path) == next ? old.popFirst() : nil },
          new.first.flatMap { Name($0.path) == next ? new.popFirst() : nil }
        ))
    }
    var went: [(Int, RenameDetection.Side<[UInt8]>)] = []
    var came: [(Int, RenameDetection.Side<[UInt8]>)] = []
    for (number, pair) in pairs.enumerated() {
      switch (pair.before, pair.after) {
      case (let record?, nil): went.append((number, end(record)))
      case (nil, let record?): came.append((number, end(record)))
      default: break
      }
    }
    let moves = RenameDetection(went: went, came: came)
    var events: [Event] = []
    for (number, pair) in pairs.enumerated() where !moves.gone.contains(number) {
      let earlier = (moves.renamed[number] ?? moves.moved[number]).flatMap { pairs[$0].before } ?? pair.before
      if moves.renamed[number] != nil, let earlier, let after = pair.after {
        events.append(
          Event(
            path: after.path, kind: after.kind, id: after.id, change: .renamed(from: earlier.id, to: after.id),
            isUnreadable: !after.isReadable))
      } else if !isSame(earlier, pair.after) {
        events += Self.events(from: earlier, to: pair.after)
      }
    }
    return events
  }

  private static func end(_ record: Record) -> RenameDetection.Side<[UInt8]> {
    RenameDetection.Side(
      kind: record.kind, id: record.id, content: record.unreadable == nil ? record.document.bytes : nil)
  }

  /// Whether nothing is to be told. Of two files that could not be read it is not known.
  private static func isSame(_ a: Record?, _ b: Record?) -> Bool {
    guard let a, let b else { return false }
    if a.unreadable != nil || b.unreadable != nil { return a.unreadable?.message == b.unreadable?.message }
    return a.document.bytes == b.document.bytes
  }
}
