package import Text

/// Values of options by their long name, or the short one where there is no long one.
package struct ParsedOptions: Sendable, Equatable {
  private var given: [String: [String]] = [:]

  package init() {}

  /// The last value given, nil where there is none.
  package func value(for key: String) -> String? { given[key]?.last }
  /// All values given, in order.
  package func values(for key: String) -> [String] { given[key] ?? [] }
  /// Whether the option was given, with or without a value.
  package func flag(_ key: String) -> Bool { given[key] != nil }

  mutating func set(_ key: String, to value: String?) {
    given[key, default: []].append(contentsOf: value.map { [$0] } ?? [])
  }
}

/// The options that all commands take.
package struct GlobalOptions: Sendable, Equatable {
  /// `-C`, each relative to the one before.
  package var directories: [String] = []
  /// `--workspace`: the name of the folder in place of `.teamwork`.
  package var workspace: String?
  package var color = ColorChoice.auto
  /// `--today`, as it was written.
  package var today: String?
  /// `--no-pager`.
  package var noPager = false
}

/// A command line that holds to its declaration.
///
/// `--help` makes it `help` with the command as argument, `--version` makes it `version`, and no command at
/// all is `help`.
package struct ParsedCommand: Sendable, Equatable {
  package var name: String
  package var arguments: [String] = []
  package var options = ParsedOptions()
  package var global = GlobalOptions()
}

extension CommandSet {
  /// Reads the arguments after the program's name.
  package func parse(_ words: [String]) throws(UsageError) -> ParsedCommand {
    var parser = CommandLineParser(set: self, words: words[...])
    return try parser.parse()
  }
}

private struct CommandLineParser {
  let set: CommandSet
  var words: ArraySlice<String>
  var command: CommandDeclaration?
  var arguments: [String] = []
  var options = ParsedOptions()
  var globals = ParsedOptions()

  init(set: CommandSet, words: ArraySlice<String>) {
    self.set = set
    self.words = words
  }

  mutating func parse() throws(UsageError) -> ParsedCommand {
    while let word = words.popFirst() {
      if word == "--" {
        for rest in words { try take(rest) }
        break
      }
      if word.hasPrefix("--") {
        try takeLong(word)
      } else if word.hasPrefix("-"), word != "-", !word.hasPrefix("- ") {
        try takeShort(word)
      } else {
        try take(word)
      }
    }
    let global = GlobalOptions(
      directories: globals.values(for: "C"), workspace: globals.value(for: "workspace"),
      color: globals.value(for: "color").flatMap(ColorChoice.init) ?? .auto, today: globals.value(for: "today"),
      noPager: globals.flag("no-pager"))
    if globals.flag("help") {
      return ParsedCommand(name: "help", arguments: command.map { [$0.name] } ?? [], global: global)
    }
    if globals.flag("version") { return ParsedCommand(name: "version", global: global) }
    guard let command else { return ParsedCommand(name: "help", global: global) }
    try checkExclusive(command)
    try checkArguments(command)
    return ParsedCommand(name: command.name, arguments: arguments, options: options, global: global)
  }

  private mutating func take(_ word: String) throws(UsageError) {
    guard command == nil else { return arguments.append(word) }
    guard let found = set[word] else {
      throw UsageError(message: "there is no command \(quoted(word))", help: set.hint(for: word, before: words))
    }
    command = found
  }

  // MARK: Options

  /// The option that fits, and whether it is one of the program's.
  private func find(_ fits: (OptionDeclaration) -> Bool) -> (option: OptionDeclaration, isGlobal: Bool)? {
    if let option = command?.options.first(where: fits) { return (option, false) }
    return set.globalOptions.first(where: fits).map { ($0, true) }
  }

  private mutating func takeLong(_ word: String) throws(UsageError) {
    // By bytes: a combining mark after the sign would make another character of it.
    let sign = word.utf8.firstIndex(of: UInt8(ascii: "=")) ?? word.endIndex
    let name = String(word[..<sign].dropFirst(2))
    guard let (option, isGlobal) = find({ $0.long == name && !name.isEmpty }) else {
      throw unknownOption("--" + name, long: name)
    }
    let value = sign == word.endIndex ? nil : String(word[word.utf8.index(after: sign)...])
    if option.value == nil, value != nil { throw UsageError(message: "`\(option.name)` takes no value") }
    try store(option, isGlobal, value)
  }

  private mutating func takeShort(_ word: String) throws(UsageError) {
    var rest = word.dropFirst()
    while let letter = rest.popFirst() {
      guard let (option, isGlobal) = find({ $0.short == letter }) else {
        throw unknownOption("-" + String(letter), long: String(word.dropFirst().prefix { $0 != "=" }))
      }
      let takesRest = option.value != nil && !rest.isEmpty
      try store(option, isGlobal, takesRest ? String(rest) : nil)
      if takesRest { return }
    }
  }

  private mutating func store(
    _ option: OptionDeclaration, _ isGlobal: Bool, _ attached: String?
  ) throws(UsageError) {
    var value = attached
    if let placeholder = option.value {
      // A value that looks like an option is far more often one that was forgotten; `-2w` looks like none.
      let digits = "0"..."9"
      if value == nil, let next = words.first,
        !next.hasPrefix("-") || next == "-" || digits.contains(String(next.dropFirst().prefix(1)))
      {
        value = words.popFirst()
      }
      guard let value, !value.isEmpty else {
        throw UsageError(message: "`\(option.name)` needs a value", help: "write `\(option.name) \(placeholder)`")
      }
      try check(value, among: option.choices, of: "`\(option.name)`")
    }
    if isGlobal {
      globals.set(option.key, to: value)
    } else {
      options.set(option.key, to: value)
    }
  }

  private func unknownOption(_ name: String, long: String) -> UsageError {
    let owner = command.map { "`\(set.program) \($0.name)`" } ?? "`\(set.program)`"
    return UsageError(
      message: "\(owner) has no option \(quoted(name))", help: set.hint(forOption: long, of: command))
  }

  // MARK: Checks

  private func check(_ value: String, among choices: [String], of what: String) throws(UsageError) {
    guard !choices.isEmpty, !choices.contains(value) else { return }
    let all = choices.map { "`\($0)`" }.joined(separator: ", ")
    throw UsageError(
      message: "\(what) cannot be \(quoted(value))",
      help: nearest(to: value, among: choices).map { "did you mean `\($0)`?" } ?? "it is one of \(all)")
  }

  private func checkExclusive(_ command: CommandDeclaration) throws(UsageError) {
    let used = command.exclusive.filter { $0.contains(where: options.flag) }
    func name(_ key: String) -> String { command.options.first { $0.key == key }?.name ?? key }
    if used.count > 1 {
      let names = used.prefix(2).compactMap { $0.first(where: options.flag) }.map { "`\(name($0))`" }
      throw UsageError(
        message: names.joined(separator: " and ") + " cannot be used together",
        help: "see `\(set.program) help \(command.name)`")
    }
    if let only = used.first, let missing = only.first(where: { !options.flag($0) }),
      let given = only.first(where: options.flag)
    {
      throw UsageError(message: "`\(name(given))` needs `\(name(missing))` beside it")
    }
  }

  private func checkArguments(_ command: CommandDeclaration) throws(UsageError) {
    let declared = command.arguments
    if arguments.count < declared.count, declared[arguments.count].isRequired {
      let missing = declared[arguments.count]
      throw UsageError(
        message: "`\(set.program) \(command.name)` needs \(missing.name): \(missing.help)",
        help: "usage: \(set.program) " + command.synopsisParts.joined(separator: " "))
    }
    if let missing = command.options.first(where: { $0.isRequired && !options.flag($0.key) }) {
      throw UsageError(
        message: "`\(set.program) \(command.name)` needs `\(missing.synopsis)`: \(missing.help)",
        help: "usage: \(set.program) " + command.synopsisParts.joined(separator: " "))
    }
    if declared.last?.isRepeatable != true, arguments.count > declared.count {
      throw UsageError(
        message: "\(quoted(arguments[declared.count])) is one argument too many",
        help: "usage: \(set.program) " + command.synopsisParts.joined(separator: " "))
    }
    for (argument, value) in zip(declared, arguments) {
      try check(value, among: argument.choices, of: argument.name)
    }
  }
}
