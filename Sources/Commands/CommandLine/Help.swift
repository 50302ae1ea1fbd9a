package import Text

extension CommandSet {
  /// `tw help`: every command in a line, by what people want to do.
  package func help(width: Int = 80) -> StyledText {
    var text = StyledText()
    text.line(tagline)
    text.line()
    appendUsage([overallSynopsis], to: &text, width: width)
    let column = (commands.map(\.name.count).max() ?? 0) + 4
    for group in CommandDeclaration.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text.line()
      text.line(group.rawValue, .heading)
      for command in members {
        appendEntry(("  " + command.name, .option), nil, command.summary, column: column, to: &text, width: width)
      }
    }
    appendOptions(globalOptions, title: "Options of every command", to: &text, width: width)
    text.line()
    text.line("`\(program) help COMMAND` says more about one.")
    return text
  }

  /// `tw help COMMAND`, throws where there is no such command.
  package func help(on name: String, width: Int = 80) throws(UsageError) -> StyledText {
    guard let command = self[name] else {
      throw UsageError(message: "there is no command \(quoted(name))", help: hint(for: name))
    }
    var text = StyledText("\(program) \(command.name)", .strong)
    text.line(": " + command.summary)
    text.line()
    appendUsage(command.synopsisParts, to: &text, width: width)
    for paragraph in command.paragraphs {
      text.line()
      for line in wrapped(paragraph, to: width) { text.line(line) }
    }
    if !command.arguments.isEmpty {
      text.line()
      text.line("Arguments", .heading)
      for argument in command.arguments {
        let name = "  " + argument.name + (argument.isRepeatable ? "…" : "")
        appendEntry((name, .placeholder), nil, argument.fullHelp, column: optionColumn, to: &text, width: width)
      }
    }
    appendOptions(command.options, title: "Options", to: &text, width: width)
    for term in terms where command.uses(term.placeholder) {
      text.line()
      for line in wrapped("\(term.placeholder) is \(term.meaning).", to: width) { text.line(line) }
    }
    if !command.examples.isEmpty {
      text.line()
      text.line("Examples", .heading)
      for example in command.examples {
        text.append("  $ ", .dim)
        text.line(example.command)
        for line in wrapped(example.does, to: width - 6) { text.line("      " + line, .dim) }
      }
    }
    return text
  }

  var overallSynopsis: String { "[options] COMMAND [arguments]" }
  private var optionColumn: Int { 26 }

  private func appendUsage(_ parts: [String], to text: inout StyledText, width: Int) {
    let prefix = "usage: \(program) "
    text.append("usage", .heading)
    text.append(": \(program) ")
    var used = prefix.count
    for (index, part) in parts.enumerated() {
      if index > 0, used + 1 + displayWidth(part) > width {
        text.append("\n" + String(repeating: " ", count: prefix.count))
        used = prefix.count
      } else if index > 0 {
        text.append(" ")
        used += 1
      }
      text.append(part)
      used += displayWidth(part)
    }
    text.line()
  }

  private func appendOptions(_ options: [OptionDeclaration], title: String, to text: inout StyledText, width: Int) {
    guard !options.isEmpty else { return }
    text.line()
    text.line(title, .heading)
    for option in options {
      let short = option.short.map { "-\($0)" } ?? "  "
      let separator = option.long.isEmpty ? "" : option.short == nil ? "  " : ", "
      let names = "  " + short + separator + (option.long.isEmpty ? "" : option.name)
      appendEntry(
        (names, .option), option.value, option.fullHelp, column: optionColumn, to: &text, width: width)
    }
  }

  /// A term and what it means in a column beside it; on the next line where the term is too long.
  private func appendEntry(
    _ term: (text: String, label: Label), _ value: String?, _ meaning: String, column: Int,
    to text: inout StyledText, width: Int
  ) {
    text.append(term.text, term.label)
    var used = displayWidth(term.text)
    if let value {
      text.append(" ")
      text.append(value, .placeholder)
      used += 1 + displayWidth(value)
    }
    if used + 2 > column {
      text.line()
      used = 0
    }
    for line in wrapped(meaning, to: width - column) {
      text.line(String(repeating: " ", count: column - used) + line)
      used = 0
    }
  }
}

extension CommandDeclaration {
  /// The description in paragraphs, each on one line.
  var paragraphs: [String] { Commands.paragraphs(of: description) }

  /// Whether a placeholder stands in its synopsis. What a field is to be may be a date, too.
  func uses(_ placeholder: String) -> Bool {
    synopsisParts.contains { part in
      part.split { !$0.isUppercase }.contains { $0 == placeholder || (placeholder == "DATE" && $0 == "FIELD") }
    }
  }
}

/// The paragraphs of a text, which empty lines divide, each on one line.
func paragraphs(of text: String) -> [String] {
  var result: [String] = []
  var isOpen = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty {
      isOpen = false
    } else if isOpen {
      result[result.count - 1] += " " + line
    } else {
      result.append(String(line))
      isOpen = true
    }
  }
  return result
}

extension ArgumentDeclaration {
  var fullHelp: String { choices.isEmpty ? help : help + ": " + choices.joined(separator: ", ") }
}

extension OptionDeclaration {
  var fullHelp: String { choices.isEmpty ? help : help + ": " + choices.joined(separator: ", ") }
}
