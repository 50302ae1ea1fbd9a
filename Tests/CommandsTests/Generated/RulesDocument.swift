@testable import Commands
@testable import Teamwork

/// `docs/rules.md`: a section for every rule.
enum RulesDocument {
  static var text: String {
    var text = madeFrom("the rules in `Sources/Teamwork/Rules`")
    text += """
      # Rules

      `tw validate` looks for these. A rule is named after what is wrong. An **error** makes `tw validate` fail, a **warning** is
      only told; the charter can change that, or switch a rule off: `rules: {lone-owner: off, similar-task: error}`.

      To silence a rule in one record, with a reason: `<!-- tw:allow similar-task: Ana writes for users, Ben for operators -->`.

      In the examples a small team is there already: Ana, Ben and Cho, and their team `platform`.

      | rule | severity | it finds |
      |---|---|---|

      """
    for rule in Rules.all {
      text += "| [`\(rule.name)`](#\(rule.name)) | \(severity(rule)) | \(rule.summary.replacing("|", with: "\\|")) |\n"
    }
    for rule in Rules.all { text += "\n" + section(rule) }
    return text
  }

  private static func severity(_ rule: Rule) -> String { rule.severity?.rawValue ?? "off" }

  private static func section(_ rule: Rule) -> String {
    var text = "## \(rule.name)\n\n**\(severity(rule))**: \(rule.summary).\n\n\(rule.why)\n"
    if let fix = rule.fix { text += "\n`tw validate --fix` mends it: \(fix.hasSuffix(".") ? fix : fix + ".")\n" }
    text += "\nWrong:\n\n" + files(rule.bad) + "\nRight:\n\n" + files(rule.good)
    return text
  }

  private static func files(_ example: Example) -> String {
    guard let base = example.base else { return codeBlock(shown(example)) }
    return codeBlock(shown(Example(base))) + "\nand then" + (example.author.map { ", committed by `\($0)`" } ?? "")
      + ":\n\n" + codeBlock(shown(example))
  }

  /// `@@ PATH` is how the examples begin a file; here it is a comment.
  private static func shown(_ example: Example) -> String {
    example.shown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("@@ ") ? "@ .teamwork/" + $0.dropFirst(3) : String($0) }.joined(separator: "\n")
  }
}
