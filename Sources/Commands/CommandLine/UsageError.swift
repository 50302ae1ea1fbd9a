package import Text

/// The command line cannot be understood. Nothing has been done; the exit status is 2.
package struct UsageError: Error, Sendable, Equatable {
  package static let exitStatus: Int32 = 2

  /// One sentence without a full stop.
  package var message: String
  /// What to do about it.
  package var help: String?

  package init(message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// What goes to standard error.
  package var styled: StyledText {
    var text = StyledText("error", .error)
    text.append(": ")
    text.line(message, .strong)
    if let help {
      text.append("   = ", .lineNumber)
      text.append("help", .strong)
      text.line(": " + help)
    }
    return text
  }
}

/// `text` in backquotes and without anything that a terminal would obey.
func quoted(_ text: String) -> String { "`" + visible(text) + "`" }
