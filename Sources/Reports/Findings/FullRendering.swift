internal import Documents
package import Text

extension ValidationReport {
  /// `--format full`: every finding with the lines that it is about, and one sentence on the whole.
  ///
  /// - Parameter width: the terminal's, in cells; longer lines of source are cut around what is wrong.
  package func full(width: Int = 80) -> StyledText {
    var text = StyledText()
    var index = 0
    while index < findings.count {
      let group = findings[index...].prefix { Self.isLike(findings[index], $0) }
      // Many warnings of one kind in one file are one thing to do.
      let folded = group.count >= 3 ? group.dropFirst() : []
      FullFinding(findings[index], width: width).append(to: &text, like: folded.map(\.line))
      text.line()
      index += 1 + folded.count
    }
    appendSummary(to: &text)
    return text
  }

  private static func isLike(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.severity == .warning && a.code == b.code && a.source === b.source && a.related.isEmpty && b.related.isEmpty
  }

  private func appendSummary(to text: inout StyledText) {
    if fixed > 0 { text.line("Mended \(counted(fixed, "finding")).", .done) }
    if findings.isEmpty {
      text.append(
        elsewhere != nil
          ? "Nothing to say of what was named."
          : preexisting > 0 ? "Nothing new in \(counted(records, "record"))." : allInOrder, .done)
      text.line()
    } else {
      let parts = [
        errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil,
      ]
      text.append("Found " + parts.compactMap { $0 }.joined(separator: " and "), errors > 0 ? .error : .warning)
      text.line(elsewhere != nil ? " in what was named." : " in \(counted(records, "record")).")
      if fixable > 0 {
        let what = fixable < findings.count ? "\(fixable) of them" : fixable == 1 ? "it" : "them all"
        text.line("`tw validate --fix` mends \(what).")
      }
    }
    if let elsewhere, elsewhere > 0 {
      text.line("\(counted(elsewhere, "finding is", "findings are")) elsewhere.", .dim)
    }
    if preexisting > 0 { text.line("\(counted(preexisting, "finding was", "findings were")) there before.", .dim) }
    if allowed > 0 { text.line("\(counted(allowed, "finding is", "findings are")) allowed.", .dim) }
  }

  private var allInOrder: String {
    switch records {
    case 0: "There are no records yet."
    case 1: "The only record is in order."
    default: "All \(records) records are in order."
    }
  }
}

private struct FullFinding {
  let finding: Diagnostic
  let place: Place
  let related: [(place: Place, message: String)]
  let width: Int
  /// The width of line numbers.
  let gutter: Int

  init(_ finding: Diagnostic, width: Int) {
    self.finding = finding
    self.width = width
    place = finding.place
    related = finding.related.map { ($0.place, $0.message) }
    let lines = ([place] + related.map(\.place)).filter { $0.excerpt != nil }.map(\.range.start.line)
    gutter = max(2, String(lines.max() ?? 0).utf8.count)
  }

  private var margin: String { String(repeating: " ", count: gutter) }

  /// - Parameter lines: where the file has more findings like it.
  func append(to text: inout StyledText, like lines: [Int]) {
    let isError = finding.severity == .error
    text.append("\(finding.severity.rawValue)[\(visible(finding.code.name))]", isError ? .error : .warning)
    text.append(": ")
    text.line(visible(finding.message), .strong)
    append(place, "^", isError ? .caret : .warning, finding.label, to: &text)
    for related in related where related.place.excerpt != nil {
      text.line("\(margin) |", .lineNumber)
      append(related.place, "-", .related, related.message, to: &text)
    }
    if place.excerpt == nil, let label = finding.label { appendNote("note", label, to: &text) }
    for related in related where related.place.excerpt == nil {
      appendNote("note", "\(related.message) (\(position(of: related.place)))", to: &text)
    }
    if !lines.isEmpty {
      let shown = lines.prefix(12).map(String.init).joined(separator: ", ") + (lines.count > 12 ? ", …" : "")
      appendNote("note", "\(lines.count) more like it in this file, in lines \(shown)", to: &text)
    }
    if let help = finding.help { appendNote("help", help, to: &text) }
    if let fix = finding.fix {
      appendNote(fix.isSafe ? "safe fix" : "fix", fix.title + (fix.isSafe ? " (`tw validate --fix`)" : ""), to: &text)
    }
  }

  private func position(of place: Place) -> String {
    "\(visible(place.path)):\(place.range.start.line):\(place.range.start.column)"
  }

  private func append(
    _ place: Place, _ mark: Character, _ label: Label, _ message: String?, to text: inout StyledText
  ) {
    text.append(margin + "--> ", .lineNumber)
    text.line(position(of: place), .path)
    guard let line = place.excerpt else { return }
    let room = max(20, width - gutter - 3)
    let excerpt = Excerpt(line: line, range: place.range, width: room)
    text.line("\(margin) |", .lineNumber)
    text.append(padded(String(place.range.start.line), to: gutter, toTheRight: true) + " |", .lineNumber)
    text.line(excerpt.text.isEmpty ? "" : " " + excerpt.text)
    text.append("\(margin) |", .lineNumber)
    text.append(String(repeating: " ", count: excerpt.indent + 1))
    text.append(String(repeating: mark, count: excerpt.length), label)
    guard let message = message.map({ visible($0) }) else { return text.line() }
    let length = displayWidth(message)
    if excerpt.indent + excerpt.length + 1 + length <= room {
      text.line(" " + message, label)
    } else {
      // No room beside the marks: below them, as far to the right as it fits.
      text.line()
      text.append("\(margin) |", .lineNumber)
      text.append(String(repeating: " ", count: max(0, min(excerpt.indent, room - length)) + 1))
      text.line(message, label)
    }
  }

  private func appendNote(_ title: String, _ content: String, to text: inout StyledText) {
    text.append("\(margin) = ", .lineNumber)
    text.append(title, .strong)
    text.append(": ")
    let indent = String(repeating: " ", count: gutter + 5 + title.count)
    for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      text.line((index > 0 ? indent : "") + visible(String(line)))
    }
  }
}
