internal import Git
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw merge-driver`: what Git runs for a file that both sides changed. Our version becomes the merged one.
  static let mergeDriver = Command(
    CommandDeclaration(
      name: "merge-driver", group: .setUp, summary: "merge a record that two branches changed, for Git",
      arguments: [
        ArgumentDeclaration(name: "BASE", help: "the version that both began with, Git's `%O`", hint: .path),
        ArgumentDeclaration(name: "OURS", help: "this branch's, `%A`, which becomes the merged one", hint: .path),
        ArgumentDeclaration(name: "THEIRS", help: "the other branch's, `%B`", hint: .path),
        ArgumentDeclaration(name: "PATH", help: "where it lies in the repository, `%P`"),
        ArgumentDeclaration(name: "SIZE", help: "how long conflict markers are, `%L`", isRequired: false),
        ArgumentDeclaration(
          name: "OURNAME", help: "what this branch is called, `%X` since Git 2.44", isRequired: false),
        ArgumentDeclaration(name: "THEIRNAME", help: "what the other is called, `%Y`", isRequired: false),
      ],
      description: """
        Fields are merged one by one, lists by their elements, tasks by their anchors or texts, and everything else by lines
        as Git does. There is a conflict only where both sides changed the same thing; it stands between Git's markers.

        `tw hook install --merge` has Git run it for the records of the workspace. Exit status: 0 when all is merged, 1 when
        there are conflicts, 2 when it could not be done. From its first moment until it is done, OURS holds both versions
        between markers: whatever stops it leaves a conflict, never one side alone.
        """)
  ) { session in
    let files = session.command.arguments
    let paths = files.prefix(3).map { $0.hasPrefix("/") ? $0 : session.directory + "/" + $0 }
    let versions = try paths.map { path in
      guard let bytes = try FileReader(top: "/").read(String(path.dropFirst()), limit: 1 << 30) else {
        throw Failure("there is no file `\(path)`")
      }
      return bytes
    }
    let (base, ours, theirs) = (versions[0], versions[1], versions[2])
    let merge = lineMerge(Array(files.dropFirst(4)))
    // Git takes what is in the file when we end, whatever ended us. From here on that is never our version alone.
    let isText = versions.allSatisfy { !$0.contains(0) }
    if isText, ours != theirs { try PlainFile.put(paths[1], merge.unmerged(ours, theirs)) }
    let folder = try session.folder() + "/"
    var kind: Kind?
    if files[3].hasPrefix(folder), case .record(let found, _, _) = RecordPath(String(files[3].dropFirst(folder.count)))
    {
      kind = found
    }
    // As for Git's own merge, what is no text stays ours, and is a conflict.
    guard let merged = try RecordMerge.merge(base: base, ours: ours, theirs: theirs, kind: kind, lines: merge) else {
      return Outcome(status: 1)
    }
    if isText || merged.bytes != ours { try PlainFile.put(paths[1], merged.bytes) }
    return Outcome(status: merged.isClean ? 0 : 1)
  }

  /// - Parameter words: Git's `%L`, `%X` and `%Y`. A Git that does not know one leaves it as it is.
  private static func lineMerge(_ words: [String]) -> LineMerge {
    func label(_ index: Int, _ placeholder: String, _ other: String) -> String {
      guard words.count > index, words[index] != placeholder, !words[index].isEmpty else { return other }
      return visible(words[index])
    }
    let size = words.first.flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil } ?? 7
    let labels = (ours: label(1, "%X", "ours"), theirs: label(2, "%Y", "theirs"))
    return LineMerge(labels: labels, markerSize: size) { base, ours, theirs in
      let merged = try MergeFile.merge(base: base, ours: ours, theirs: theirs, labels: labels, markerSize: size)
      return Merged(merged.bytes, isClean: merged.isClean)
    }
  }
}
