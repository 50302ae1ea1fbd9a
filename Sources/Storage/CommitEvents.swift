internal import Git
internal import Teamwork
internal import Text

/// What one commit did, as events.
struct CommitEvents {
  private(set) var events: [Event] = []
  private let commit: WorkspaceHistory.Touched
  /// By the versions' numbers.
  private let records: [Record?]

  init(_ commit: WorkspaceHistory.Touched, _ records: [Record?]) {
    self.commit = commit
    self.records = records
    let (origins, gone) = renames()
    for (index, change) in commit.changes.enumerated() where !gone.contains(index) {
      let after = record(change.newVersion)
      if let origin = origins[index], let after {
        events.append(Event(path: after.path, kind: after.kind, id: after.id, change: .renamed(from: origin, to: after.id), isUnreadable: !after.isReadable))
      } else if change.old.count > 1 {
        events += EventBuilder.events(ofMerge: after, parents: change.oldVersions.map(record))
      } else if change.old[0]?.id != change.new?.id || change.old[0]?.mode.isFile != change.new?.mode.isFile {
        events += EventBuilder.events(from: record(change.oldVersions[0]), to: after)
      }
    }
  }

  private func record(_ version: Int?) -> Record? { version.flatMap { records[$0] } }

  /// Records that went away while one of the same kind came with the same bytes, the pair being the only one.
  private func renames() -> (origins: [Int: Name], gone: Set<Int>) {
    struct Look: Hashable {
      let kind: Kind
      let blob: ObjectID
    }
    var gone: [Look: [Int]] = [:]
    for (index, change) in commit.changes.enumerated() where change.new == nil {
      guard let old = change.old[0], old.mode.isFile, let kind = record(change.oldVersions[0])?.kind else { continue }
      gone[Look(kind: kind, blob: old.id), default: []].append(index)
    }
    if gone.isEmpty { return ([:], []) }
    var came: [Look: [Int]] = [:]
    for (index, change) in commit.changes.enumerated() {
      guard let new = change.new, new.mode.isFile, change.old.allSatisfy({ $0 == nil }), let kind = record(change.newVersion)?.kind else { continue }
      came[Look(kind: kind, blob: new.id), default: []].append(index)
    }
    var origins: [Int: Name] = [:]
    var left: Set<Int> = []
    for (look, new) in came {
      guard new.count == 1, let old = gone[look], old.count == 1 else { continue }
      let change = commit.changes[old[0]]
      guard let origin = record(change.oldVersions[0]) else { continue }
      origins[new[0]] = origin.id
      left.insert(old[0])
    }
    return (origins, left)
  }
}
