/// The marked block in a hook, and what it says.
enum HookBlock {
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
    let line =
      "command -v tw >/dev/null || echo 'tw is not on the PATH, so the workspace cannot be checked: install it, or take this block out' >&2\n"
      + hook.line(folder)
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
        printf '%s\\n' "$tw_lines" | \(hook.line(folder))
        exec <<TW
        $tw_lines
        TW
        """
      }
    return MarkedBlock.bytes(commands)
  }

  /// A script as it was without its blocks; nil where no file was.
  static func removed(from script: [UInt8]) throws -> [UInt8]? {
    let rest = try MarkedBlock.removed(from: script)
    return rest == Array(header.utf8) ? nil : rest
  }

  private static let newline = UInt8(ascii: "\n")
}
