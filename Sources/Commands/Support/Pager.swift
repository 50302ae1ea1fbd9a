internal import Git
internal import Text

/// Which program shows an answer that is longer than the screen.
struct Pager {
  /// As the shell is to run it; nil for none.
  let command: String?

  /// - Parameters:
  ///   - variables: the environment of the process.
  ///   - configured: Git's `core.pager`, asked only when no variable goes before it.
  init(variables: [String: String], configured: () throws -> String?) rethrows {
    for name in ["TW_PAGER", "GIT_PAGER"] {
      if let value = variables[name] {
        command = Self.used(value)
        return
      }
    }
    command = Self.used(try configured() ?? variables["PAGER"] ?? "less")
  }

  private static func used(_ value: String) -> String? { value.isEmpty || value == "cat" ? nil : value }

  /// Whether a text goes past the last line of a screen.
  static func isLong(_ text: [UInt8], height: Int) -> Bool {
    var lines = 0
    for byte in text where byte == 0x0A {
      lines += 1
      // The prompt needs a line, too.
      if lines >= height { return true }
    }
    return false
  }
}

extension Session {
  /// An answer that people read, on a screen by pages.
  func paged(_ text: StyledText) -> Outcome {
    var outcome = answer(text)
    guard environment.outputIsTerminal, !command.global.noPager,
      Pager.isLong(outcome.output, height: environment.height)
    else { return outcome }
    // A configuration that cannot be read is no reason to say nothing.
    outcome.pager = (try? Pager(variables: environment.variables) { try repository().config("core.pager") })?.command
    return outcome
  }

  /// How long a line may be: not longer than one reads with ease.
  var lineWidth: Int { max(40, min(environment.width, 100)) }
}
