internal import Git
internal import Storage
internal import Text

/// The check before every commit: a marked block in the hook that Git runs.
struct PreCommitHook {
  static let block = """
    # >>> tw >>>
    # Checks the workspace before every commit; `git commit --no-verify` goes without.
    tw validate --staged || exit 1
    # <<< tw <<<

    """

  /// The hook, absolute.
  let path: String
  /// The block is in it already.
  let isThere: Bool
  /// Git would run the hook that is there.
  let runs: Bool
  private let folder: String
  private let inside: String
  private let old: [UInt8]?

  /// Looks at what is there, and changes nothing.
  ///
  /// - Throws: `Failure` where the block would never run, or would run in other repositories, too.
  init(_ repository: Repository) throws {
    let hooks = try repository.hooksDirectory()
    let roots = [repository.workTree, repository.commonDirectory].compactMap { $0 }
    guard let root = roots.last(where: { hooks.hasPrefix($0 + "/") }) else {
      throw Failure(
        "`core.hooksPath` leads out of this repository, to \(quoted(hooks)), where others have their hooks, too",
        help: "add this line to its pre-commit by hand: tw validate --staged || exit 1")
    }
    folder = root
    inside = String(hooks.dropFirst(root.count + 1)) + "/pre-commit"
    path = hooks + "/pre-commit"
    let reader = FileReader(top: root)
    old = try reader.read(inside, limit: 1 << 20)
    runs = reader.isExecutable(inside)
    guard let old else {
      isThere = false
      return
    }
    let text = String(decoding: old, as: UTF8.self)
    isThere = text.contains("# >>> tw >>>")
    if isThere { return }
    if let reason = Self.reasonNotToAppend(to: text) ?? (runs ? nil : "may not be run (`chmod +x` allows it)") {
      throw Failure(
        "the pre-commit hook \(quoted(path)) \(reason), so the check would never run; nothing was changed",
        help: "add this line where it is reached: tw validate --staged || exit 1")
    }
  }

  /// What was done, when it is written.
  var report: String {
    isThere ? "The pre-commit hook was there already: \(visible(path))" : "Every commit is checked from now on, by \(visible(path))"
  }

  func write() throws {
    if isThere { return }
    let writer = FileWriter(top: folder)
    guard let old else { return try writer.create(inside, Array(("#!/bin/sh\n" + Self.block).utf8), isExecutable: true) }
    let separator = old.last == UInt8(ascii: "\n") ? "" : "\n"
    try writer.replace(inside, old, with: old + Array((separator + Self.block).utf8))
  }

  /// Why a block at the end of a script would be dead.
  static func reasonNotToAppend(to script: String) -> String? {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("#!") else { return "does not say that it is a shell script" }
    let program = first.dropFirst(2).split(whereSeparator: { $0 == " " || $0 == "/" }).first { ["sh", "bash", "dash", "ksh", "zsh"].contains($0) }
    guard program != nil, !script.utf8.contains(0x0D) else { return "is no shell script" }
    let commands = lines.dropFirst().filter { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return !text.isEmpty && !text.hasPrefix("#")
    }
    for (number, line) in commands.enumerated() {
      if line.contains("<<"), !line.contains("<<<") { return "has a text within, after which its end is hard to tell" }
      guard let way = wayOut(line) else { continue }
      // A way out that fails stops the commit as well; one at the margin, or at the end, is taken whatever happens.
      if way != .failing || number == commands.count - 1 || line.hasPrefix("exit") { return "may end before its last line" }
    }
    return nil
  }

  private enum WayOut { case failing, other }

  /// How a line leaves the script; nil when it does not.
  private static func wayOut(_ line: Substring) -> WayOut? {
    let words = line.split { " \t;&|(){}".contains($0) }
    if words.contains("exec") { return .other }
    guard let exit = words.firstIndex(of: "exit") else { return nil }
    let status = exit + 1 < words.count ? Int(words[exit + 1]) ?? 0 : 0
    return status == 0 ? .other : .failing
  }
}
