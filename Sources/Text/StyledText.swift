/// What a stretch of output is, not how it looks. One table, `ansiCode`, turns it into a colour.
package enum Label: Sendable, CaseIterable {
  case error, warning, note, help
  case path, lineNumber, caret, related
  case heading, strong, dim, option, placeholder
  case done, attention, added, removed
  /// The states of a goal, which people should tell apart at a glance.
  case onTrack, atRisk, offTrack

  /// The parameters of the terminal's "select graphic rendition" sequence.
  var ansiCode: String {
    switch self {
    case .error, .offTrack: "1;31"
    case .warning, .attention, .atRisk: "1;33"
    case .note, .option: "1;36"
    case .help, .placeholder: "36"
    case .lineNumber, .related: "1;34"
    case .caret, .removed: "31"
    case .path, .heading, .strong: "1"
    case .dim: "2"
    case .done, .added, .onTrack: "32"
    }
  }
}

/// Text made of stretches with labels.
///
/// Whatever is appended is made visible first (line ends and tabs stay), so that no text from outside can give a
/// terminal an order: the only escape sequences in the output are those of the labels.
package struct StyledText: Sendable, ExpressibleByStringLiteral {
  package struct Span: Sendable, Equatable {
    package var text: String
    package var label: Label?
  }

  package private(set) var spans: [Span] = []

  package init() {}
  package init(_ text: String, _ label: Label? = nil) { append(text, label) }
  package init(stringLiteral value: String) { append(value) }

  package var isEmpty: Bool { spans.isEmpty }

  /// The text without its labels.
  package var plain: String { spans.reduce(into: "") { $0 += $1.text } }

  /// Adds a stretch of text, which may hold line ends.
  package mutating func append(_ text: String, _ label: Label? = nil) {
    guard !text.isEmpty else { return }
    let safe = visible(text, oneLine: false)
    if let last = spans.last, last.label == label {
      spans[spans.count - 1].text += safe
    } else {
      spans.append(Span(text: safe, label: label))
    }
  }

  package mutating func append(_ other: StyledText) {
    for span in other.spans { append(span.text, span.label) }
  }

  /// Adds a text and a line end.
  package mutating func line(_ text: String = "", _ label: Label? = nil) {
    append(text, label)
    append("\n")
  }

  /// The bytes to write: plain text, or with `colored` the same with the terminal's sequences around labelled
  /// stretches. A sequence never spans a line end, so that `less -R` and `head` cut nothing open.
  package func bytes(colored: Bool) -> [UInt8] {
    var output: [UInt8] = []
    for span in spans {
      guard colored, let label = span.label else {
        output.append(contentsOf: span.text.utf8)
        continue
      }
      for (index, line) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { output.append(UInt8(ascii: "\n")) }
        guard !line.isEmpty else { continue }
        output.append(contentsOf: "\u{1B}[\(label.ansiCode)m".utf8)
        output.append(contentsOf: line.utf8)
        output.append(contentsOf: "\u{1B}[0m".utf8)
      }
    }
    return output
  }
}
