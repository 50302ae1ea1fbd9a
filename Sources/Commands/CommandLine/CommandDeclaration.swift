/// What may stand in a place of the command line, for completion.
package enum CompletionHint: Sendable, Hashable, CaseIterable {
  /// Nothing that could be offered: a title, a number, a date.
  case text
  case path, revision, record
  case kind, rule, command
}

/// One positional argument of a command.
package struct ArgumentDeclaration: Sendable {
  /// How it is called in the synopsis, `REF`.
  package var name: String
  package var help: String
  package var hint: CompletionHint = .text
  /// The only values it may have, where they are fixed.
  package var choices: [String] = []
  package var isRequired = true
  /// Only for the last argument of a command.
  package var isRepeatable = false

  /// `REF`, `[PATH…]`.
  package var synopsis: String {
    let text = isRepeatable ? name + "…" : name
    return isRequired ? text : "[\(text)]"
  }
}

/// One option of a command, or of the program.
package struct OptionDeclaration: Sendable {
  /// Without the dashes; empty where there is only a short name.
  package var long: String
  package var short: Character?
  /// How the value is called, `REV`; nil for a flag.
  package var value: String?
  package var help: String
  package var hint: CompletionHint = .text
  /// The only values it may have, where they are fixed.
  package var choices: [String] = []
  package var isRepeatable = false
  /// Whether the command makes no sense without it.
  package var isRequired = false

  /// The name under which a parsed value is asked for: the long one, else the short one.
  package var key: String { long.isEmpty ? short.map(String.init) ?? "" : long }

  /// `--since`, or `-C` where there is no long name.
  package var name: String { long.isEmpty ? "-" + key : "--" + long }

  /// `--since REV`.
  package var synopsis: String { value.map { "\(name) \($0)" } ?? name }
}

/// A command declared once. Parsing, help, completions and `docs/cli.md` are all derived from it.
package struct CommandDeclaration: Sendable {
  /// Where it stands in `tw help`.
  package enum Group: String, Sendable, CaseIterable {
    case start = "Start"
    case daily = "Every week"
    case help = "Ask and help"
    case understand = "Understand"
    case check = "Check"
    case setUp = "Set up"
  }

  package struct Example: Sendable {
    package var command: String
    package var does: String
  }

  package var name: String
  package var group: Group
  /// One line in the imperative, without a full stop.
  package var summary: String
  package var arguments: [ArgumentDeclaration] = []
  package var options: [OptionDeclaration] = []
  /// Options of which only one set may be used, `[["week"], ["from", "to"]]`. The options of a set go together.
  package var exclusive: [[String]] = []
  /// Paragraphs divided by empty lines.
  package var description = ""
  package var examples: [Example] = []

  /// `tw validate [--staged | --since REV] [--fix] [PATH…]`, without the program's name.
  package var synopsisParts: [String] {
    let grouped = Set(exclusive.joined())
    var parts = [name]
    if !exclusive.isEmpty {
      let sets = exclusive.map { set in
        set.compactMap { key in options.first { $0.key == key }?.synopsis }.joined(separator: " ")
      }
      parts.append("[" + sets.joined(separator: " | ") + "]")
    }
    parts += options.filter { !grouped.contains($0.key) }.map { $0.isRequired ? $0.synopsis : "[\($0.synopsis)]" }
    return parts + arguments.map(\.synopsis)
  }
}

/// A program: its commands, the options that all of them take, and the words that completion offers.
package struct CommandSet: Sendable {
  package var program: String
  /// One sentence on what the program is.
  package var tagline: String
  package var globalOptions: [OptionDeclaration]
  package var commands: [CommandDeclaration]
  /// What people type who know other tools.
  package var habits: [Habit] = []
  package var nouns: [Noun] = []
  /// The names of the fields that may stand as `FIELD=VALUE`.
  package var fields: [String] = []
  /// Placeholders whose meaning is the same everywhere, `DATE`.
  package var terms: [(placeholder: String, meaning: String)] = []
  /// Fixed words for a hint: the kinds, the rules. Asked only when they are needed.
  package var candidates: @Sendable (CompletionHint) -> [String]

  package subscript(name: String) -> CommandDeclaration? { commands.first { $0.name == name } }

  func words(for hint: CompletionHint, choices: [String]) -> [String] {
    if !choices.isEmpty { return choices }
    return hint == .command ? commands.map(\.name) : candidates(hint)
  }
}
