package import Documents

/// What `tw validate` found out. Every format is a function of it.
package struct ValidationReport: Sendable {
  /// Where the records were read.
  package enum Source: Sendable, Equatable {
    case worktree, index
    /// The commit's full name.
    case revision(String)

    /// `worktree`, `index` or `revision`.
    package var kind: String {
      switch self {
      case .worktree: "worktree"
      case .index: "index"
      case .revision: "revision"
      }
    }

    package var revision: String? {
      if case .revision(let name) = self { name } else { nil }
    }
  }

  /// What a rule's documentation says of it, for formats that list the rules.
  package struct RuleSummary: Sendable {
    package var summary: String
    package var severity: Severity

    package init(summary: String, severity: Severity) {
      self.summary = summary
      self.severity = severity
    }
  }

  /// In the order of `finished`.
  package let findings: [Diagnostic]
  package var source: Source
  /// How many records were checked.
  package var records: Int
  /// Findings that the base already has, which are counted and not told.
  package var preexisting: Int
  /// Where files or folders were named: findings that concern none of them. Nil where all is told.
  package var elsewhere: Int?
  /// Findings that an allow comment silences.
  package var allowed: Int
  /// Findings that `--fix` has just mended.
  package var fixed: Int
  package var toolVersion: String
  package var rule: @Sendable (_ name: String) -> RuleSummary?

  package init(
    findings: [Diagnostic], source: Source, records: Int, elsewhere: Int? = nil, preexisting: Int = 0, allowed: Int = 0,
    fixed: Int = 0,
    toolVersion: String, rule: @escaping @Sendable (_ name: String) -> RuleSummary? = { _ in nil }
  ) {
    self.findings = findings
    self.source = source
    self.records = records
    self.elsewhere = elsewhere
    self.preexisting = preexisting
    self.allowed = allowed
    self.fixed = fixed
    self.toolVersion = toolVersion
    self.rule = rule
  }

  package var errors: Int { findings.count { $0.severity == .error } }
  package var warnings: Int { findings.count { $0.severity == .warning } }
  /// Findings with a safe fix.
  package var fixable: Int { findings.count { $0.fix?.isSafe == true } }
}
