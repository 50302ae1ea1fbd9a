/// What can be told of a script without running it.
enum HookScript {
  /// Why a file is nothing that a block of shell can be put into; nil when it is a shell script.
  static func reasonNotShell(_ script: String) -> String? {
    let first = script.prefix { !$0.isNewline }
    guard first.hasPrefix("#!") else { return "does not say that it is a shell script" }
    let words = first.dropFirst(2).split { $0 == " " || $0 == "/" }
    guard words.contains(where: { ["sh", "bash", "dash", "ksh", "zsh"].contains($0) }), !script.utf8.contains(0x0D)
    else {
      return "is no shell script"
    }
    return nil
  }

  /// Why a block at the end of a shell script might be dead; nil when it would be reached.
  static func reasonNotReached(_ script: String) -> String? {
    let commands = script.split(separator: "\n").dropFirst().filter { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return !text.isEmpty && !text.hasPrefix("#")
    }
    for (number, line) in commands.enumerated() {
      if line.contains("<<"), !line.contains("<<<") { return "has a text within, after which its end is hard to tell" }
      guard let way = exit(line) else { continue }
      // A way out that fails stops Git as well; one at the margin, or at the end, is taken whatever happens.
      if way != .failing || number == commands.count - 1 || line.hasPrefix("exit") {
        return "may end before its last line"
      }
    }
    return nil
  }

  private enum Exit { case failing, other }

  /// How a line leaves the script; nil when it does not.
  private static func exit(_ line: Substring) -> Exit? {
    let words = line.split { " \t;&|(){}\"'`".contains($0) }
    if words.contains("exec") || words.contains("eval") || readsAnotherScript(line) { return .other }
    guard let exit = words.firstIndex(of: "exit") else { return nil }
    let status = exit + 1 < words.count ? Int(words[exit + 1]) ?? 0 : 0
    return status == 0 ? .other : .failing
  }

  /// Whether a line takes in another file, which may end the script, as husky's does. As an argument, `.` is a folder.
  private static func readsAnotherScript(_ line: Substring) -> Bool {
    line.split { ";&|(){}`".contains($0) }.contains { command in
      let first = command.split { $0 == " " || $0 == "\t" }.first {
        !["if", "then", "elif", "else", "while", "until", "do", "!"].contains($0)
      }
      return first == "." || first == "source"
    }
  }
}
