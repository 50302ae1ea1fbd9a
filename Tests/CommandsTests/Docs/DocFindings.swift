import Foundation

/// What is not as a page says, the first of it.
enum DocFindings {
  /// - Parameter path: of the page, for the message.
  /// - Returns: the first difference with its line, or `nil`.
  static func first(_ page: DocPage, _ results: [DocShell.Result], path: String) -> String? {
    for (step, result) in zip(page.steps, results) {
      let command = "$ " + step.command.joined(separator: "\n> ")
      let said = result.output.isEmpty ? "(it printed nothing)" : result.output.joined(separator: "\n")
      guard let status = result.status else {
        return "\(path):\(step.line): the shell ended here, or took too long\n\(command)\n\(said)"
      }
      if step.kind != .console, let line = result.failedLine ?? (status == 0 ? nil : 1) {
        let place = min(step.line + line - 1, step.line + step.command.count - 1)
        return "\(path):\(place): this command failed\n\(step.command[place - step.line])\n\(said)"
      }
      if step.kind == .console, result.output != step.output {
        let differ =
          zip(step.output, result.output).enumerated().first { $1.0 != $1.1 }?.offset
          ?? min(step.output.count, result.output.count)
        let line = { (lines: [String]) in differ < lines.count ? lines[differ] : "(the end)" }
        return """
          \(path):\(step.place.lowerBound + differ + 1): another output than shown
          \(command)
          shown: \(line(step.output))
          now:   \(line(result.output))
          All that it printed:
          \(said)
          If that is right, record it: TW_RECORD=1 swift test --filter Documentation
          """
      }
      if status != step.status {
        return
          "\(path):\(step.line): ended with \(status), not \(step.status); a page says so with a last line `[exit \(status)]`\n\(command)\n\(said)"
      }
    }
    return nil
  }

  /// The page as it should be.
  ///
  /// - Throws: `DocPage.Malformed` where an output could not be told from a command.
  static func recorded(_ page: DocPage, _ results: [DocShell.Result]) throws -> String {
    for (step, result) in zip(page.steps, results) where step.kind == .console {
      let first = result.output.first ?? ""
      if result.output.contains(where: { $0.hasPrefix("$ ") || $0.hasPrefix("```") }) || first == ">"
        || first.hasPrefix("> ")
      {
        throw DocPage.Malformed(line: step.line, description: "what this prints looks like a command; show less of it")
      }
    }
    return page.with(outputs: results.map(\.output))
  }
}
