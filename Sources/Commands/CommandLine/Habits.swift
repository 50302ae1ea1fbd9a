internal import Teamwork
internal import Text

/// Words that people bring from other tools, and the command line that does it here.
package struct Habit: Sendable {
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

extension Habit {
  static let all = [
    // Looking.
    Habit("ls l ll dir find search query filter", "list goals", "list tasks"),
    Habit("st stat standing today board dashboard overview blocked risks", "status"),
    Habit("todo todos my me mine inbox whoami next agenda", "status --me", "list tasks owner=PERSON"),
    Habit("due late overdue", "list tasks state=open 'due<today'"),
    Habit("view cat get info describe read open", "show REF"),
    Habit("history activity changes recent timeline blame", "log REF"),
    Habit("week weekly digest standup recap shortlog", "summary"),
    Habit("stats metrics kpi analytics quarter quarterly", "report"),
    Habit("tree map diagram draw plot chart deps", "graph"),
    Habit("doc docs man manual guide glossary define what", "explain NAME", "help COMMAND"),
    // Writing.
    Habit("create make write record", "new KIND TITLE"),
    Habit("mv move ren", "rename REF ID"),
    Habit(
      "rm remove delete del drop cancel archive discard", "set REF status=dropped", "set TASK state=dropped",
      note: "`git rm` takes a file out; `tw validate` then tells who still refers to it."),
    Habit("close finish complete resolve end ship", "done TASK", "set GOAL status=done"),
    Habit("start begin resume unpause", "set GOAL status=on-track"),
    Habit("pause hold stop suspend", "set GOAL status=paused"),
    Habit("reopen undone uncheck", "set TASK state=open"),
    Habit(
      "edit update change modify change-field put", "set REF FIELD=VALUE",
      note: "The prose of a record is changed in its file."),
    Habit("assign own give take claim", "set REF owners+=PERSON"),
    Habit("unassign", "set REF owners-=PERSON"),
    Habit("reschedule postpone delay schedule", "set REF due=DATE"),
    Habit("depend depends need needs link", "set TASK needs+=OTHER"),
    Habit("priority prioritize", "set GOAL priority=high"),
    // Helping.
    Habit("accept approve yes", "promise REQUEST DATE"),
    Habit("reject refuse no", "decline REQUEST WHY"),
    Habit("hand-over handover", "deliver REQUEST"),
    Habit("thanks praise kudos", "thank PERSON WHAT"),
    Habit("decide", "new decision TITLE"),
    Habit("retro retrospective kickoff meet", "new meeting TITLE"),
    Habit("idea risk", "new note TITLE kind=idea"),
    Habit("survey poll", "new pulse TITLE"),
    // Checking and setting up.
    Habit("check lint verify test fsck ci", "validate"),
    Habit("fix fmt format tidy", "validate --fix"),
    Habit("setup", "init"),
    Habit("install hooks", "hook install"),
    Habit("uninstall", "hook uninstall"),
    Habit("diagnose health", "doctor"),
    Habit("completion", "completions SHELL"),
    Habit("commands usage", "help"),
    Habit("version", "--version"),
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
    let candidates = commands.map(\.name) + nouns.flatMap { [$0.name, $0.plural] } + habits.flatMap(\.words)
    return exact ?? nearest(to: word, among: candidates).flatMap { near in
      suggestion(for: near, Array(rest)) ?? "did you mean `\(near)`?"
    } ?? "`\(program) help` lists the commands"
  }

  private func suggestion(for word: String, _ rest: [String]) -> String? {
    if let noun = nouns.first(where: { $0.name == word || $0.plural == word }) {
      return meant([line(for: noun, rest.filter { !$0.hasPrefix("-") })])
    }
    if let habit = habits.first(where: { $0.words.contains(word) }) {
      return meant(habit.lines) + (habit.note.map { " " + $0 } ?? "")
    }
    return Habit.git.contains(word)
      ? "`git \(word)` does that: records are files, and Git keeps their history" : nil
  }

  /// `tw goal new`, `tw goals`, `tw goal public-beta`: what is done with one of them, in the order of the language.
  private func line(for noun: Noun, _ rest: [String]) -> String {
    guard let next = rest.first else { return "list \(noun.plural)" }
    let known = self[next].map { [$0.name] } ?? habits.first { $0.words.contains(next) }?.lines
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
    if let line = Habit.options[long], fits(line, command) { return "did you mean `\(line)`?" }
    if let near = nearest(to: long, among: known) { return "did you mean `--\(near)`?" }
    let takesFields = command?.arguments.contains { $0.name.contains("FIELD=VALUE") || $0.name == "FILTER" } == true
    if takesFields, let field = fields.contains(long) ? long : nearest(to: long, among: fields) {
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
