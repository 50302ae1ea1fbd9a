internal import Text

/// Words with labels, to be broken into lines.
struct Phrase {
  private var words: [(text: String, label: Label?, gap: Int)] = []

  init(_ text: String = "", _ label: Label? = nil) { add(text, label) }

  /// Several as one.
  init(joining phrases: [Phrase]) {
    for (number, phrase) in phrases.enumerated() {
      if number > 0, let last = words.indices.last { words[last].text += ";" }
      words += phrase.words
    }
  }

  /// Adds words.
  ///
  /// - Parameter gap: the spaces before them.
  mutating func add(_ text: String, _ label: Label? = nil, gap: Int = 1) {
    // Texts from outside may have line ends; here they are spaces.
    let isOneLine = text.utf8.allSatisfy { $0 >= 0x20 }
    let line =
      isOneLine
      ? text
      : String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : $0 }))
    for (number, word) in visible(line).split(separator: " ").enumerated() {
      words.append((String(word), label, number == 0 ? gap : 1))
    }
  }

  /// The words on one line.
  var plain: String { words.map(\.text).joined(separator: " ") }

  /// Writes the words and a line end.
  ///
  /// - Parameters:
  ///   - column: where the first line begins; what stands before is written already.
  ///   - indent: where the others begin.
  func write(to output: inout StyledText, from column: Int, indent: Int, width: Int) {
    var used = column
    var isFirst = true
    var last: Label?
    for (text, label, gap) in words {
      let length = displayWidth(text)
      if !isFirst, used + gap + length > width {
        output.append("\n" + String(repeating: " ", count: indent))
        used = indent
      } else if !isFirst {
        output.append(String(repeating: " ", count: gap), last == label ? label : nil)
        used += gap
      }
      output.append(text, label)
      used += length
      isFirst = false
      last = label
    }
    output.line()
  }
}
