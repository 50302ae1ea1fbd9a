package import Text

extension Page {
  /// The page for a terminal: wrapped to its width, with colours where it has some.
  package func terminal(width: Int) -> StyledText {
    var output = StyledText()
    let width = max(20, min(width, 100))
    var isFirst = true
    for block in blocks {
      if !isFirst { output.line() }
      isFirst = false
      switch block {
      case .title(let line): TerminalWriter.write(line, to: &output, width: width, base: .heading)
      case .heading(let words): output.line(words, .heading)
      case .subheading(let line): TerminalWriter.write(line, to: &output, width: width)
      case .paragraph(let line): TerminalWriter.write(line, to: &output, width: width)
      case .footnote(let line): TerminalWriter.write(line, to: &output, width: width, base: .dim)
      case .table(let table): TerminalTable.write(table, to: &output, width: width)
      case .list(let items):
        for item in items {
          TerminalWriter.write(item.line, to: &output, width: width, first: "  • ", rest: "    ")
          for detail in item.details {
            TerminalWriter.write(detail, to: &output, width: width, first: "      – ", rest: "        ")
          }
        }
      }
    }
    return output
  }
}

enum TerminalWriter {
  private struct Word {
    var text: String
    var label: Label?
    /// Whether it follows the word before without a space.
    var isGlued: Bool
  }

  static func write(
    _ line: Line, to output: inout StyledText, width: Int, first: String = "", rest: String = "", base: Label? = nil
  ) {
    var words: [Word] = []
    var endsWithSpace = true
    collect(line.parts, base, &words, &endsWithSpace)
    output.append(first, .dim)
    var column = displayWidth(first)
    var isStart = true
    var index = 0
    while index < words.count {
      // Words without a space between stay together.
      var end = index + 1
      while end < words.count, words[end].isGlued { end += 1 }
      let group = words[index..<end]
      let length = group.reduce(0) { $0 + displayWidth($1.text) }
      if !isStart, column + 1 + length > width {
        output.append("\n" + rest)
        column = displayWidth(rest)
        isStart = true
      }
      if !isStart {
        // A space between two words of one colour is of that colour.
        output.append(" ", words[index - 1].label == group.first?.label ? group.first?.label ?? nil : nil)
        column += 1
      }
      for word in group { output.append(word.text, word.label) }
      column += length
      isStart = false
      index = end
    }
    output.append("\n")
  }

  private static func collect(_ parts: [Line.Part], _ label: Label?, _ words: inout [Word], _ endsWithSpace: inout Bool)
  {
    for part in parts {
      switch part {
      case .text(let text): split(text, label, &words, &endsWithSpace)
      case .code(let text): split(text, label ?? .help, &words, &endsWithSpace)
      case .state(let text, let tone): split(text, Self.label(tone) ?? label, &words, &endsWithSpace)
      case .emphasis(let inner), .struck(let inner): collect(inner, label, &words, &endsWithSpace)
      case .strong(let inner): collect(inner, label ?? .strong, &words, &endsWithSpace)
      case .quiet(let inner): collect(inner, .dim, &words, &endsWithSpace)
      case .link(let inner, .file):
        // Without the link's underline a title would run into the sentence.
        if inner.count == 1, case .emphasis = inner[0] {
          collect([.text("“")] + inner + [.text("”")], label, &words, &endsWithSpace)
        } else {
          collect(inner, label, &words, &endsWithSpace)
        }
      case .link(let inner, .commit): collect(inner, .dim, &words, &endsWithSpace)
      case .link(let inner, .place(let place)):
        // Without the link's underline a title would run into the sentence.
        let isQuoted = words.last.map { !endsWithSpace && $0.text.hasSuffix("“") } ?? false
        let isTitle = place.hasPrefix(Line.Target.goalPlace) && !isQuoted
        collect(isTitle ? [.text("“")] + inner + [.text("”")] : inner, label, &words, &endsWithSpace)
      case .link(let inner, .address(let address)):
        collect(inner, label, &words, &endsWithSpace)
        // An address that is not the text itself would be lost.
        if Line.plain(inner) != address { split(" <\(address)>", .dim, &words, &endsWithSpace) }
      }
    }
  }

  /// Adds the words of a text; the first is glued to what stands before when no space is between.
  private static func split(_ text: String, _ label: Label?, _ words: inout [Word], _ endsWithSpace: inout Bool) {
    var word = ""
    func flush() {
      guard !word.isEmpty else { return }
      words.append(Word(text: word, label: label, isGlued: !endsWithSpace))
      word = ""
      endsWithSpace = false
    }
    for scalar in visible(text).unicodeScalars {
      if scalar == " " {
        flush()
        endsWithSpace = true
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    flush()
  }

  private static func label(_ tone: Line.Tone) -> Label? {
    switch tone {
    case .good: .onTrack
    case .attention: .atRisk
    case .bad: .offTrack
    case .plain: nil
    }
  }
}
