import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

/// Every rule brings the examples that show it: one that breaks it and nothing else, at the place that
/// is marked, and one that breaks no rule.
@Suite struct RuleExamples {
  @Test(arguments: Rules.names)
  func badBreaksTheRuleAndNothingElse(_ name: String) throws {
    let rule = try #require(Rules.named(name))
    let (files, marks) = rule.bad.files(folder: ".teamwork")
    let findings = try Self.findings(rule, rule.bad)
    #expect(
      findings.map(\.code.name) == Array(repeating: name, count: findings.count),
      "\(findings.map { "\($0.code): \($0.message)" })")
    let finding = try #require(findings.first)
    if let mark = marks.first {
      #expect(finding.source.path == mark.path)
      #expect(finding.source.bytes == files[mark.path])
      #expect(finding.range == mark.range)
    }
    if let severity = rule.severity { #expect(finding.severity == severity) }
  }

  @Test(arguments: Rules.names)
  func goodBreaksNone(_ name: String) throws {
    let rule = try #require(Rules.named(name))
    #expect(try Self.findings(rule, rule.good).map { "\($0.code): \($0.message)" } == [])
  }

  @Test func theListIsSortedAndDocumented() {
    #expect(Rules.names == Rules.names.sorted())
    #expect(Set(Rules.names).count == Rules.names.count)
    for rule in Rules.all {
      #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.name)")
      #expect(rule.why.hasSuffix("."), "\(rule.name)")
      #expect(!rule.checks.isEmpty, "\(rule.name)")
    }
  }

  /// One that is declared and not listed would never be checked.
  @Test func everyRuleThatIsDeclaredIsListed() throws {
    let declared = try ProjectFile.all(below: "Sources/Teamwork/Rules").flatMap { file in
      let names = file.text.matches(of: /\bRule\(\s*"([^"]+)"/).map { String($0.1) }
      // One that is written in another way would escape.
      #expect(names.count == file.text.matches(of: #/\bRule(?:\.init)?\(|: Rule = /#).count, "\(file.path)")
      return names
    }
    #expect(declared.sorted() == Rules.names)
  }

  private static func findings(_ rule: Rule, _ example: Example) throws -> [Diagnostic] {
    var files = example.files(folder: ".teamwork").files
    var before = example.baseFiles(folder: ".teamwork")
    // A rule that is off by default is shown switched on.
    if rule.severity == nil {
      let charter = "---\nname: Kitchen\nvision: Everyone eats\nformat: 1\nrules: {\(rule.name): warning}\n---\n"
      files[".teamwork/teamwork.md"] = Array(charter.utf8)
      before[".teamwork/teamwork.md"] = Array(charter.utf8)
    }
    let workspace = Workspace(MemorySource(files), folder: ".teamwork")
    guard let author = example.author else { return Validation(workspace).findings }
    let base = Workspace(MemorySource(before), folder: ".teamwork")
    let history = UncommittedChange(base: base, workspace: workspace, author: author)
    let change = try Change(base, workspace, baseWeek: Week("2026-W47"), history: history)
    return Validation(workspace, change: change).findings
  }
}
