package import Teamwork

/// What may stand in a place of the command line, for completion.
package enum CompletionHint: Sendable, Hashable {
  /// Nothing that could be offered: a title, a number.
  case text
  case path, revision, command
  /// Whatever a REF may be: an id, `@person`, `record^anchor`.
  case record
  /// The ids of some kinds, and of those that have tasks.
  case records([Kind])
  case recordWithTasks
  case openTask
  /// A kind that can be made; one that can be listed, or tasks; what can be explained.
  case kind, listed, topic
  /// Ids of people, divided by commas.
  case people
  /// `FIELD=VALUE` of the kind, of the record or task, or as a filter of the kind that the first argument names.
  case fields, assignment, filter
  /// The words of a new task in the record that the first argument names.
  case taskWords
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

/// A program: its commands, the options that all of them take, and what people type who know other programs.
package struct CommandSet: Sendable {
  package var program: String
  /// One sentence on what the program is.
  package var tagline: String
  package var globalOptions: [OptionDeclaration]
  package var commands: [CommandDeclaration]
  // What only help and refusals need is made when they do, and not at each start.
  /// What people type who know other tools.
  package var foreignCommands: @Sendable () -> [ForeignCommand] = { [] }
  package var nouns: @Sendable () -> [Noun] = { [] }
  /// The names of the fields that may stand as `FIELD=VALUE`.
  package var fields: @Sendable () -> [String] = { [] }
  /// Placeholders whose meaning is the same everywhere, `DATE`.
  package var terms: [(placeholder: String, meaning: String)] = []

  package subscript(name: String) -> CommandDeclaration? { commands.first { $0.name == name } }
}

extension OptionDeclaration {
  /// Every way to write it: `-o`, `--output`.
  var names: [String] { (short.map { ["-\($0)"] } ?? []) + (long.isEmpty ? [] : ["--" + long]) }

  /// `--format FORMAT`, of these.
  static func format(_ choices: String...) -> OptionDeclaration {
    OptionDeclaration(long: "format", value: "FORMAT", help: "how to write it", choices: choices)
  }

  /// `--format FORMAT`, of all that an enumeration has.
  static func format<Format: CaseIterable & RawRepresentable<String>>(_ formats: Format.Type) -> OptionDeclaration {
    OptionDeclaration(
      long: "format", value: "FORMAT", help: "how to write it", choices: formats.allCases.map(\.rawValue))
  }
}

extension ArgumentDeclaration {
  /// Whatever can be named.
  static let reference = ArgumentDeclaration(
    name: "REF", help: "what is meant: its id, kind/id, @person or record^anchor", hint: .record)
}
