import Git
internal import Teamwork

/// A file that a commit changed.
struct FileChange: Sendable {
  /// Relative to the workspace.
  let inner: String
  let new: Git.Change.Side?
  /// Of each parent; nil where it has no such record. A first commit has one, nil. What a parent has under another name, or
  /// in another folder, stands here too, once the records have been followed (`RecordLineage`).
  var old: [Git.Change.Side?]
  /// The numbers of these in the history's versions.
  var newVersion: Int?
  var oldVersions: [Int?] = []
  var story = Part.own

  /// What it is in the story of its record.
  enum Part: Sendable {
    /// A record came, changed or went.
    case own
    /// A record that had gone came back as it once was.
    case restored
    /// The record of an id went, and this one came with the same bytes; `oldVersions` are that one's.
    case renamed
    /// Went, and is told with what came in its place.
    case goneElsewhere
  }

  init(_ change: Git.Change, old: [Git.Change.Side?]) {
    inner = String(decoding: change.path, as: UTF8.self)
    self.old = old
    new = change.new
  }
}

extension Git.Mode {
  var isFile: Bool { self == .regular || self == .executable }
}
