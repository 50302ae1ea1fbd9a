internal import Teamwork
internal import Text

/// Words that people bring from other tools, and the command line that does it here.
package struct ForeignCommand: Sendable {
  package let words: [String]
  /// Command lines without the program's name. None where another program does it.
  package let lines: [String]
  /// What else there is to say, without a full stop.
  package let note: String?

  /// - Parameter words: divided by spaces.
  init(_ words: String, _ lines: String..., note: String? = nil) {
    self.words = words.split(separator: " ").map(String.init)
    self.lines = lines
    self.note = note
  }
}

/// Something of which there are several, which other tools have a command for: `tw goal new`.
package struct Noun: Sendable {
  package let name: String
  package let plural: String
  /// The command line that makes one.
  package let makes: String
}

extension ForeignCommand {
  static let all = [
    // Looking.
    ForeignCommand("ls l ll dir find search query filter", "list goals", "list tasks"),
    ForeignCommand("st stat standing today board dashboard overview blocked risks", "status"),
    ForeignCommand("todo todos my me mine inbox whoami next agenda", "status --me", "list tasks owner=PERSON"),
    ForeignCommand("due late overdue", "list tasks state=open 'due<today'"),
    ForeignCommand("view cat get info describe read open", "show REF"),
    ForeignCommand("history activity changes recent timeline blame", "log REF"),
    ForeignCommand("week weekly digest standup recap shortlog", "summary"),
    ForeignCommand("stats metrics kpi analytics quarter quarterly", "report"),
    ForeignCommand("tree map diagram draw plot chart deps", "graph"),
    ForeignCommand("doc docs man manual guide glossary define what", "explain NAME", "help COMMAND"),
    // Writing.
    ForeignCommand("create make write record", "new KIND TITLE"),
    ForeignCommand("mv move ren", "rename REF ID"),
    ForeignCommand(
      "rm remove delete del drop cancel archive discard", "set REF status=dropped", "set TASK state=dropped",
      note: "`git rm` takes a file out; `tw validate` then tells who still refers to it."),
    ForeignCommand("close finish complete resolve end ship", "done TASK", "set GOAL status=done"),
    ForeignCommand("start begin resume unpause", "set GOAL status=on-track"),
    ForeignCommand("pause hold stop suspend", "set GOAL status=paused"),
    ForeignCommand("reopen undone uncheck", "set TASK state=open"),
    ForeignCommand(
      "edit update change modify change-field put", "set REF FIELD=VALUE",
      note: "The prose of a record is changed in its file."),
    ForeignCommand("assign own give take claim", "set REF owners+=PERSON"),
    ForeignCommand("unassign", "set REF owners-=PERSON"),
    ForeignCommand("reschedule postpone delay schedule", "set REF due=DATE"),
    ForeignCommand("depend depends need needs link", "set TASK needs+=OTHER"),
    ForeignCommand("priority prioritize", "set GOAL priority=high"),
    // Helping.
    ForeignCommand("accept approve yes", "promise REQUEST DATE"),
    ForeignCommand("reject refuse no", "decline REQUEST WHY"),
    ForeignCommand("hand-over handover", "deliver REQUEST"),
    ForeignCommand("thanks praise kudos", "thank PERSON WHAT"),
    ForeignCommand("decide", "new decision TITLE"),
    ForeignCommand("retro retrospective kickoff meet", "new meeting TITLE"),
    ForeignCommand("idea risk", "new note TITLE kind=idea"),
    ForeignCommand("survey poll", "new pulse TITLE"),
    // Checking and setting up.
    ForeignCommand("check lint verify test fsck ci", "validate"),
    ForeignCommand("fix fmt format tidy", "validate --fix"),
    ForeignCommand("setup", "init"),
    ForeignCommand("install hooks", "hook install"),
    ForeignCommand("uninstall", "hook uninstall"),
    ForeignCommand("diagnose health", "doctor"),
    ForeignCommand("completion", "completions SHELL"),
    ForeignCommand("commands usage", "help"),
    ForeignCommand("version", "--version"),
  ]

  /// What Git does for files, and so for records.
  static let git = [
    "commit", "push", "pull", "fetch", "merge", "rebase", "checkout", "switch", "branch", "stash", "tag", "reset",
    "revert", "restore", "clone", "cherry-pick", "remote", "bisect",
  ]

  /// Options that people expect, and what is written here.
  static let options = [
    "json": "--format json", "csv": "--format csv", "html": "--format html", "markdown": "--format markdown",
    "md": "--format markdown", "out": "--output FILE", "since": "--from DATE", "until": "--to DATE",
    "after": "--from DATE", "before": "--to DATE", "date": "--today DATE", "cwd": "-C DIR", "directory": "-C DIR",
    "no-color": "--color never", "colour": "--color WHEN",
  ]
}

extension CommandSet {
  /// What somebody should have typed who typed a command that there is not.
  ///
  /// - Parameter rest: the words behind it.
  package func hint(for word: String, before rest: some Sequence<String> = [String]()) -> String {
    let exact = suggestion(for: word, Array(rest))
    let candidates =
      commands.map(\.name) + nouns().flatMap { [$0.name, $0.plural] } + foreignCommands().flatMap(\.words)
    return exact ?? nearest(to: word, among: candidates).flatMap { near in
      suggestion(for: near, Array(rest)) ?? "did you mean `\(near)`?"
    } ?? "`\(program) help` lists the commands"
  }

  private func suggestion(for word: String, _ rest: [String]) -> String? {
    if let noun = nouns().first(where: { $0.name == word || $0.plural == word }) {
      return meant([line(for: noun, rest.filter { !$0.hasPrefix("-") })])
    }
    if let foreign = foreignCommands().first(where: { $0.words.contains(word) }) {
      return meant(foreign.lines) + (foreign.note.map { " " + $0 } ?? "")
    }
    return ForeignCommand.git.contains(word)
      ? "`git \(word)` does that: records are files, and Git keeps their history" : nil
  }

  /// `tw goal new`, `tw goals`, `tw goal public-beta`: what is done with one of them, in the order of the language.
  private func line(for noun: Noun, _ rest: [String]) -> String {
    guard let next = rest.first else { return "list \(noun.plural)" }
    let known = self[next].map { [$0.name] } ?? foreignCommands().first { $0.words.contains(next) }?.lines
    switch known?.first.map({ String($0.prefix { $0 != " " }) }) {
    case "new"?, "add"?: return noun.makes
    case "list"?: return "list \(noun.plural)"
    case let command?: return known?.first.map { $0 == command ? "\(command) REF" : $0 } ?? command
    case nil:
      if next.utf8.contains(where: { "=<>".utf8.contains($0) }) { return "list \(noun.plural) FILTER" }
      return next.utf8.contains(0x20) ? noun.makes : "show \(visible(next))"
    }
  }

  private func meant(_ lines: [String]) -> String {
    "did you mean " + alternatives(lines.map { "`\(program) \($0)`" }) + "?"
  }

  /// What somebody should have written who gave an option that a command does not have.
  ///
  /// - Parameter long: without its dashes.
  func hint(forOption long: String, of command: CommandDeclaration?) -> String {
    let known = ((command?.options ?? []) + globalOptions).map(\.long).filter { !$0.isEmpty }
    if known.contains(long) { return "did you mean `--\(long)`?" }
    if let line = ForeignCommand.options[long], fits(line, command) { return "did you mean `\(line)`?" }
    if let near = nearest(to: long, among: known) { return "did you mean `--\(near)`?" }
    let takesFields = command?.arguments.contains { $0.name.contains("FIELD=VALUE") || $0.name == "FILTER" } == true
    if takesFields, case let fields = fields(),
      let field = fields.contains(long) ? long : nearest(to: long, among: fields)
    {
      return "did you mean `\(field)=…`, without the dashes?"
    }
    let owners = commands.filter { other in other.options.contains { $0.long == long } }
    let manual = command.map { "`\(program) help \($0.name)`" } ?? "`\(program) help`"
    if owners.isEmpty { return "\(manual) lists the options" }
    if command == nil { return "it stands behind the command that it is for" }
    let names = alternatives(owners.prefix(3).map { "`\(program) \($0.name)`" }, last: "and")
    return "\(names) \(owners.count == 1 ? "has" : "have") it; \(manual) lists the options of this one"
  }

  /// Whether a command takes the option that a line begins with, and its value where only some are allowed.
  private func fits(_ line: String, _ command: CommandDeclaration?) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard let option = ((command?.options ?? []) + globalOptions).first(where: { $0.names.contains(words[0]) }) else {
      return false
    }
    return option.choices.isEmpty || words.count < 2 || option.choices.contains(words[1])
      || words[1].allSatisfy(\.isUppercase)
  }
}
