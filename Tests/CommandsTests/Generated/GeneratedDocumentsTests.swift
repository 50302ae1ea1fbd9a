import TestSupport
import Testing

@testable import Commands
@testable import Teamwork

@Suite struct GeneratedDocumentsTests {
  @Test func commandsAreDocumented() throws {
    try expectRecorded(CommandSet.tw.reference(), at: "docs/cli.md", mend: remake)
  }

  @Test func rulesAreDocumented() throws {
    try expectRecorded(RulesDocument.text, at: "docs/rules.md", mend: remake)
  }

  @Test func measuresAreDocumented() throws {
    try expectRecorded(MeasuresDocument.text, at: "docs/measures.md", mend: remake)
  }

  @Test func formatIsDocumented() throws {
    try expectRecorded(FormatDocument.text, at: "docs/format.md", mend: remake)
  }
}

/// What both documents begin with.
func madeFrom(_ source: String) -> String { "<!-- Made from \(source) by `\(remake)`: change that, not this. -->\n\n" }

/// A file of examples in a code block that no fence of its own can end.
func codeBlock(_ text: String, _ language: String = "") -> String {
  let body = text.hasSuffix("\n") ? text : text + "\n"
  let fence = body.contains("```") ? "````" : "```"
  return "\(fence)\(language)\n\(body)\(fence)\n"
}
