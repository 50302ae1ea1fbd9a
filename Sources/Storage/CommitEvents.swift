internal import Git
internal import Teamwork

/// What one commit did, as events.
struct CommitEvents {
  private(set) var events: [Event] = []
  private let commit: WorkspaceHistory.Touched
  /// By the versions' numbers.
  private let records: [Record?]

  init(_ commit: WorkspaceHistory.Touched, _ records: [Record?]) {
    self.commit = commit
    self.records = records
    let moves = moves
    for (index, change) in commit.changes.enumerated() where !moves.gone.contains(index) {
      let after = record(change.newVersion)
      if let origin = moves.renamed[index].flatMap({ record(commit.changes[$0].oldVersions[0]) }), let after {
        events.append(
          Event(
            path: after.path, kind: after.kind, id: after.id, change: .renamed(from: origin.id, to: after.id),
            isUnreadable: !after.isReadable))
        continue
      }
      let earlier = moves.moved[index].map { commit.changes[$0] } ?? change
      // Who may run a file is nobody's concern.
      if earlier.old.contains(where: { $0?.id == change.new?.id && $0?.mode.isFile == change.new?.mode.isFile }) {
        continue
      }
      events += EventBuilder.events(ofMerge: after, parents: earlier.oldVersions.map(record))
    }
  }

  private func record(_ version: Int?) -> Record? { version.flatMap { records[$0] } }

  /// What a merge brings or takes away counts only where no parent is without it, or none has it.
  private var moves: Moves {
    var went: [(Int, Moves.End<ObjectID>)] = []
    var came: [(Int, Moves.End<ObjectID>)] = []
    for (index, change) in commit.changes.enumerated() {
      if change.new == nil, let old = change.old[0], let record = record(change.oldVersions[0]) {
        went.append((index, .init(kind: record.kind, id: record.id, content: old.mode.isFile ? old.id : nil)))
      } else if let new = change.new, change.old.allSatisfy({ $0 == nil }), let record = record(change.newVersion) {
        came.append((index, .init(kind: record.kind, id: record.id, content: new.mode.isFile ? new.id : nil)))
      }
    }
    return Moves(went: went, came: came)
  }
}
