internal import Git
internal import Teamwork

/// What one commit did, as events.
struct CommitEvents {
  private(set) var events: [Event] = []

  /// - Parameters:
  ///   - records: by the versions' numbers.
  ///   - lives: the same.
  init(_ commit: WorkspaceHistory.CommitChanges, _ records: [Record?], lives: [Int]) {
    func record(_ version: Int?) -> Record? { version.flatMap { records[$0] } }
    for change in commit.changes {
      let after = record(change.newVersion)
      var told: [Event]
      switch change.story {
      case .goneElsewhere: continue
      case .renamed:
        guard let after, let origin = record(change.oldVersions[0]) else { continue }
        told = [
          Event(
            path: after.path, kind: after.kind, id: after.id, change: .renamed(from: origin.id, to: after.id),
            isUnreadable: !after.isReadable)
        ]
      case .own, .restored:
        // Who may run a file is nobody's concern.
        if change.old.contains(where: { $0?.id == change.new?.id && $0?.mode.isFile == change.new?.mode.isFile }) {
          continue
        }
        told = EventBuilder.events(ofMerge: after, parents: change.oldVersions.map(record))
      }
      let life = (change.newVersion ?? change.oldVersions.lazy.compactMap { $0 }.first).map { lives[$0] }
      for index in told.indices {
        told[index].life = life
        if case .restored = change.story { told[index].isRestored = true }
      }
      events += told
    }
  }
}
