/// The marked block in a hook: how it is put in, found and taken out again.
///
/// It begins with an empty line, so that it can stand after a last line that has no end, and the script can be restored
/// to the byte.
enum HookBlock {
  private static let start = "# >>> tw >>>"
  private static let end = "# <<< tw <<<"
  /// The beginning of a file that holds nothing else. A file that is just this was not there before.
  private static let header = "#!/bin/sh\n# Made by `tw hook install`; `tw hook uninstall` takes it away.\n"

  /// A script of its own.
  static func file(_ hook: GitHook, _ folder: String) -> [UInt8] { Array(header.utf8) + bytes(hook, folder, in: []) }

  /// A script with the block in it.
  static func inserted(_ hook: GitHook, _ folder: String, into script: [UInt8]) -> [UInt8] {
    let block = bytes(hook, folder, in: script)
    guard hook == .preReceive else { return script + block }
    // Git's lines can be read once: the block comes first, and hands them on.
    let firstLine = script.prefix { $0 != newline }.count
    let place = min(script.count, firstLine + 1)
    return script[..<place] + block + script[place...]
  }

  private static func bytes(_ hook: GitHook, _ folder: String, in script: [UInt8]) -> [UInt8] {
    let line = hook.line(folder)
    let commands =
      switch hook {
      case .preCommit:
        """
        # Checks the workspace before every commit; `git commit --no-verify` goes without.
        tw_status=$?
        [ "$tw_status" -eq 0 ] || exit "$tw_status"
        \(line)
        """
      case .preMergeCommit:
        """
        # Checks the workspace before every merge; `git merge --no-verify` goes without.
        tw_status=$?
        [ "$tw_status" -eq 0 ] || exit "$tw_status"
        \(line)
        """
      case .preReceive where script.isEmpty:
        """
        # Checks the workspace before a push is received.
        \(line)
        """
      case .preReceive:
        """
        # Checks the workspace before a push is received, and leaves Git's lines for what follows.
        tw_lines=$(cat)
        printf '%s\\n' "$tw_lines" | \(line)
        exec <<TW
        $tw_lines
        TW
        """
      }
    return Array("\n\(start)\n\(commands)\n\(end)\n".utf8)
  }

  /// Where the first block stands in a script, with the empty line before it; nil where there is none.
  ///
  /// - Throws: `Failure` where its end is missing.
  static func range(in script: [UInt8]) throws -> Range<Int>? {
    var position = 0
    var begin: Int?
    for line in script.split(separator: newline, omittingEmptySubsequences: false) {
      let after = min(script.count, position + line.count + 1)
      if line.elementsEqual(start.utf8) { begin = begin ?? position }
      if let begin, line.elementsEqual(end.utf8) {
        let hasEmptyLine = begin > 0 && script[begin - 1] == newline
        return (hasEmptyLine ? begin - 1 : begin)..<after
      }
      position = after
    }
    if begin != nil { throw Failure("the block `\(start)` has no end", help: "take it out of the hook by hand") }
    return nil
  }

  /// A script as it was without its blocks; nil where no file was.
  static func removed(from script: [UInt8]) throws -> [UInt8]? {
    var rest = script
    while var range = try range(in: rest) {
      // What somebody wrote behind the block keeps a line of its own.
      let before = rest[..<range.lowerBound].last
      if range.upperBound < rest.count, before != nil, before != newline { range = (range.lowerBound + 1)..<range.upperBound }
      rest.removeSubrange(range)
    }
    return rest == Array(header.utf8) ? nil : rest
  }

  private static let newline = UInt8(ascii: "\n")
}
