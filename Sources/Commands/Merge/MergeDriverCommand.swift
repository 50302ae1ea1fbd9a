internal import Git
internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw merge-driver`: what Git runs for a file that both sides changed. Our version becomes the merged one, at once.
  static let mergeDriver: @Sendable (Session) throws -> Outcome = { session in
    let files = session.command.arguments
    let paths = files.prefix(3).map { $0.hasPrefix("/") ? $0 : session.directory + "/" + $0 }
    let versions = try paths.map { path in
      guard let bytes = try FileReader(top: "/").read(String(path.dropFirst()), limit: 1 << 30) else { throw Failure("there is no file `\(path)`") }
      return bytes
    }
    let folder = try session.folder() + "/"
    var kind: Kind?
    if files[3].hasPrefix(folder), case .record(let found, _, _) = RecordPath(String(files[3].dropFirst(folder.count))) { kind = found }
    let labels = (ours: "ours", theirs: "theirs")
    let lines = LineMerge(labels: labels) { base, ours, theirs in
      let merged = try MergeFile.merge(base: base, ours: ours, theirs: theirs, labels: labels)
      return Merged(merged.bytes, isClean: merged.isClean)
    }
    // As for Git's own merge, what is no text stays ours, and is a conflict.
    guard let merged = try RecordMerge.merge(base: versions[0], ours: versions[1], theirs: versions[2], kind: kind, lines: lines) else {
      return Outcome(status: 1)
    }
    if merged.bytes != versions[1] { try PlainFile.write(paths[1], merged.bytes) }
    return Outcome(status: merged.isClean ? 0 : 1)
  }
}
