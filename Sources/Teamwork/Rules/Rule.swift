package import Documents
internal import Text

/// A rule: one value in one file, with everything that is known of it. `docs/rules.md`, `tw explain`
/// and the tests of its examples are derived from it.
package struct Rule: Sendable {
  /// What is wrong, never the cure: it reads as "allow `duplicate-task`".
  package let name: String
  /// Nil: off, until the charter switches it on.
  package let severity: Severity?
  /// One line: what it finds.
  package let summary: String
  /// Why that matters, and what to do; Markdown, a short paragraph or two.
  package let why: String
  /// What `--fix` does about it, where it does something.
  package let fix: String?
  /// Files that break it and nothing else; what is marked `«so»` is where the finding stands.
  package let bad: Example
  /// Files that break no rule.
  package let good: Example
  package let checks: [Check]

  package enum Check: Sendable {
    /// Found while the text and its values are read, as diagnostics with the rule's name for their code.
    case reading
    /// Looks at one record of these kinds (nil: all) that could be read.
    case record([Kind]?, @Sendable (Record, Workspace, inout Findings) -> Void)
    /// Looks at the workspace as a whole.
    case workspace(@Sendable (Workspace, inout Findings) -> Void)
    /// Judges a change, and so needs a base.
    case change(@Sendable (Change, inout Findings) -> Void)
    /// Found by the engine itself: about the comments that silence rules.
    case allowComments
  }

  init(
    _ name: String, _ severity: Severity?, _ summary: String, why: String, fix: String? = nil, bad: Example,
    good: Example, check: Check...
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.why = why
    self.fix = fix
    self.bad = bad
    self.good = good
    self.checks = check
  }
}

/// Files for the reference page and the tests, written as one text: a line `@@ PATH` begins a file,
/// its path relative to the workspace. A small team (see `Example.team`) is there already.
package struct Example: Sendable, ExpressibleByStringLiteral {
  package let text: String
  /// The files of the base, for a rule that judges a change.
  package let base: String?
  /// The address that the change is committed with.
  package let author: String?

  package init(stringLiteral value: String) { self.init(value) }

  package init(_ text: String, base: String? = nil, author: String? = nil) {
    self.text = text
    self.base = base
    self.author = author
  }
}

/// What the rules found so far.
package struct Findings: Sendable {
  package internal(set) var diagnostics: [Diagnostic] = []
  let workspace: Workspace
  /// The rule and record that are being judged.
  var rule = ""
  var record: Int?

  /// Findings of one rule in one file that are told one by one; the others are counted. Past that nobody reads, and
  /// the answer should not take longer than a second.
  static let most = 1_000
  /// How many each rule has in the record that is being judged, and where the last is, for those that have many.
  private var counts: [String: (count: Int, last: Range<Int>)] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Ends with a record: what was only counted becomes one finding for each rule.
  mutating func endRecord() {
    if counts.isEmpty { return }
    for (name, found) in counts where found.count > Self.most {
      rule = name
      let more = "and \(found.count - Self.most) more like it further down in this file"
      add(more, in: record, at: found.last, help: "mend these first")
      diagnostics[diagnostics.count - 1].isRest = true
    }
    counts = [:]
  }

  /// A finding about the record that is being judged.
  mutating func add(
    _ message: String, at range: Range<Int>, label: String? = nil, help: String? = nil,
    field: Name? = nil, related: [Diagnostic.RelatedLocation] = [], fix: Diagnostic.Fix? = nil,
    misspelling: Diagnostic.Misspelling? = nil,
    identity: String? = nil
  ) {
    if !counts(range) { return }
    add(
      message, in: record, at: range, label: label, help: help, field: field, related: related, fix: fix,
      misspelling: misspelling, identity: identity)
  }

  /// A finding about another record.
  mutating func add(
    _ message: String, in record: Int?, at range: Range<Int>, label: String? = nil, help: String? = nil,
    field: Name? = nil, related: [Diagnostic.RelatedLocation] = [], fix: Diagnostic.Fix? = nil,
    misspelling: Diagnostic.Misspelling? = nil, identity: String? = nil
  ) {
    let subject = record.map { workspace.records[$0] }
    diagnostics.append(
      Diagnostic(
        .init(rule), in: subject?.document.source, at: range, message, label: label, field: field?.text,
        help: help,
        subject: subject?.subject, related: related, fix: fix, misspelling: misspelling, identity: identity))
  }

  /// What was found wrong with the record that is being judged while it was read.
  mutating func add(_ diagnostic: Diagnostic) {
    rule = diagnostic.code.name
    if !counts(diagnostic.range) { return }
    var diagnostic = diagnostic
    diagnostic.subject = record.map { workspace.records[$0].subject }
    diagnostics.append(diagnostic)
  }

  /// A finding about a path that is no record's.
  ///
  /// - Parameter severity: how much it weighs, where that is not what the rule weighs.
  mutating func add(
    _ message: String, path: String, help: String? = nil, severity: Severity? = nil, identity: String? = nil
  ) {
    var diagnostic = Diagnostic(
      .init(rule), in: SourceText([], path: path), at: 0..<0, message, help: help, identity: identity)
    if let severity {
      diagnostic.severity = severity
      diagnostic.hasOwnSeverity = true
    }
    diagnostics.append(diagnostic)
  }

  /// Whether one more is to be told.
  private mutating func counts(_ range: Range<Int>) -> Bool {
    let count = counts[rule]?.count ?? 0
    counts[rule] = (count + 1, count < Self.most ? range : counts[rule]?.last ?? range)
    return count < Self.most
  }
}
