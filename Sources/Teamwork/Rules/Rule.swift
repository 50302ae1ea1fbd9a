package import Documents

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
    /// A fault of a text, found while it was read.
    case fault(Fault.Kind)
    /// A problem of a value, found while it was read.
    case problem(Problem.Kind)
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

/// What a rule found, before it is known which line that is.
package struct Draft: Sendable {
  package struct Related: Sendable {
    /// As an index into the workspace's records.
    var record: Int
    var range: Range<Int>
    var message: String
  }

  package enum Wanted: Sendable {
    /// A record of one of these kinds.
    case record(String, [Kind])
    /// A task of a record, offered with what is to be written before its name.
    case task(String, record: Int, prefix: String)
  }

  var rule = ""
  /// As an index into the workspace's records; nil where there is no record.
  var record: Int?
  /// Where there is no record.
  var path: String?
  var range: Range<Int>
  var message: String
  var label: String?
  var help: String?
  var field: String?
  var related: [Related] = []
  var fix: Finding.Fix?
  /// What was not found, when the nearest should be offered.
  var wanted: Wanted?
  /// What makes it the same fault in another version of the tree, where message and path do not.
  var identity: String?
}

/// What the rules found so far.
package struct Findings: Sendable {
  package internal(set) var drafts: [Draft] = []
  /// The rule and record that are being judged.
  var rule = ""
  var record: Int?

  /// Findings of one rule in one file that are told one by one; the others are counted. Past that nobody reads, and
  /// the answer should not take longer than a second.
  static let most = 1_000
  /// How many each rule has in the record that is being judged, for those that have many.
  private var counts: [String: Int] = [:]

  /// Ends with a record: what was only counted becomes one finding for each rule.
  mutating func endRecord() {
    if counts.isEmpty { return }
    for (name, count) in counts where count > Self.most {
      guard let last = drafts.last(where: { $0.rule == name && $0.record == record }) else { continue }
      drafts.append(
        Draft(
          rule: name, record: record, range: last.range,
          message: "and \(count - Self.most) more like it further down in this file",
          help: "mend these first", identity: "more"))
    }
    counts = [:]
  }

  /// A finding about the record that is being judged.
  mutating func add(
    _ message: String, at range: Range<Int>, label: String? = nil, help: String? = nil, field: String? = nil,
    related: [Draft.Related] = [], fix: Finding.Fix? = nil, wanted: Draft.Wanted? = nil,
    identity: String? = nil
  ) {
    counts[rule, default: 0] += 1
    if counts[rule, default: 0] > Self.most { return }
    drafts.append(
      Draft(
        rule: rule, record: record, range: range, message: message, label: label, help: help, field: field,
        related: related, fix: fix, wanted: wanted, identity: identity))
  }

  /// A finding about another record.
  mutating func add(
    _ message: String, in record: Int, at range: Range<Int>, label: String? = nil, help: String? = nil,
    field: String? = nil, related: [Draft.Related] = [], fix: Finding.Fix? = nil, identity: String? = nil
  ) {
    drafts.append(
      Draft(
        rule: rule, record: record, range: range, message: message, label: label, help: help, field: field,
        related: related, fix: fix, identity: identity))
  }

  /// A finding about a path that is no record's.
  mutating func add(_ message: String, path: String, help: String? = nil) {
    drafts.append(Draft(rule: rule, path: path, range: 0..<0, message: message, help: help))
  }
}
