package import Documents
internal import Text

/// What the rules say about a workspace.
package struct Validation: Sendable {
  /// In the order of path, line, column and rule.
  package let findings: [Diagnostic]
  /// How many findings an allow comment silenced.
  package let allowed: Int

  /// - Parameter change: what happened since a base; without it the rules about changes say nothing.
  package init(_ workspace: Workspace, change: Change? = nil) {
    func severity(_ rule: Rule) -> Severity? {
      if rule.judgesChange, let change { return change.severity(of: rule) }
      return workspace.charter.severity(of: rule)
    }
    let rules = Rules.all.filter { severity($0) != nil }
    let found = Self.judge(workspace, rules, change)
    let isOn = Set(rules.map(\.name))
    let (kept, allowed, unused) = Self.applyAllows(found, workspace, change)
    self.allowed = allowed
    findings = (kept + unused.filter { isOn.contains($0.code.name) }).map { diagnostic in
      if diagnostic.hasOwnSeverity { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.severity = Rules.named(diagnostic.code.name).flatMap(severity) ?? .error
      return diagnostic
    }.finished()
  }

  // MARK: Judging

  private typealias BoundCheck = @Sendable (inout Findings) -> Void

  /// What all rules find, on all processors.
  private static func judge(_ workspace: Workspace, _ rules: [Rule], _ change: Change?) -> [Diagnostic] {
    let records = recordJudge(workspace, rules)
    let whole = wholeJudges(workspace, rules, change)
    let size = 64
    let blocks = (workspace.records.count + size - 1) / size
    let found: [[Diagnostic]] = parallelMap(1 + blocks + whole.count, block: 1) { job in
      var findings = Findings(workspace)
      if job == 0 {
        // Takes longest and cannot be shared out, so it is begun first; the rules find it ready.
        if !rules.allSatisfy({ $0.name != Rule.duplicateTask.name && $0.name != Rule.similarTask.name }) {
          _ = workspace.taskComparison
        }
      } else if job <= blocks {
        for number in ((job - 1) * size)..<min(workspace.records.count, job * size) { records(number, &findings) }
      } else {
        findings.rule = whole[job - blocks - 1].rule
        whole[job - blocks - 1].judge(&findings)
      }
      return findings.diagnostics
    }
    return found.flatMap { $0 }
  }

  /// What judges the record of a number.
  private static func recordJudge(_ workspace: Workspace, _ rules: [Rule]) -> @Sendable (Int, inout Findings) -> Void {
    var checks = [[(String, @Sendable (Record, Workspace, inout Findings) -> Void)]](
      repeating: [], count: Kind.allCases.count)
    var isRead = Set<Diagnostic.Code>()
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .record(let kinds, let judge):
          for kind in kinds ?? Kind.allCases { checks[Int(kind.rawValue)].append((rule.name, judge)) }
        case .reading: isRead.insert(Diagnostic.Code(rule.name))
        case .workspace, .change, .allowComments: break
        }
      }
    }
    let (checksOfKind, codes) = (checks, isRead)
    return { number, findings in
      let record = workspace.records[number]
      findings.record = number
      if let why = record.unreadable {
        findings.add(Diagnostic(.unreadableFile, in: record.document.source, at: 0..<0, why.message, help: why.help))
      }
      for diagnostic in record.document.diagnostics where codes.contains(diagnostic.code) { findings.add(diagnostic) }
      addUnchecked(record, &findings)
      for diagnostic in record.diagnostics where codes.contains(diagnostic.code) { findings.add(diagnostic) }
      if record.isReadable {
        for (rule, judge) in checksOfKind[Int(record.kind.rawValue)] {
          findings.rule = rule
          judge(record, workspace, &findings)
        }
      }
      findings.endRecord()
    }
  }

  /// What was not read was not checked: where the rules that would say so are off, or weigh little, this says it.
  private static func addUnchecked(_ record: Record, _ findings: inout Findings) {
    if record.isWhole { return }
    let charter = findings.workspace.charter
    let own = findings.diagnostics.reversed().prefix { $0.source === record.document.source }
    if own.contains(where: { Rules.named($0.code.name).flatMap(charter.severity(of:)) == .error }) { return }
    let why = record.document.diagnostics.first
    findings.add(
      Diagnostic(
        .unreadableFile, in: record.document.source, at: why?.range ?? 0..<0,
        "this file could not be read" + (why.map { ": \($0.message)" } ?? ""), help: why?.help))
  }

  /// What judges the workspace, or the change, as a whole.
  private static func wholeJudges(_ workspace: Workspace, _ rules: [Rule], _ change: Change?) -> [(
    rule: String, judge: BoundCheck
  )] {
    var judges: [(rule: String, judge: BoundCheck)] = []
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .workspace(let judge): judges.append((rule.name, { judge(workspace, &$0) }))
        case .change(let judge): if let change { judges.append((rule.name, { judge(change, &$0) })) }
        case .record, .reading, .allowComments: break
        }
      }
    }
    return judges
  }

  // MARK: Allow comments

  /// Takes out what a comment allows, and finds the comments that allow nothing or give no reason.
  private static func applyAllows(
    _ found: [Diagnostic], _ workspace: Workspace, _ change: Change?
  ) -> (kept: [Diagnostic], allowed: Int, about: [Diagnostic]) {
    struct AllowUse: Hashable {
      let record: Int
      let allow: Int
    }
    var used = Set<AllowUse>()
    var allowing: [ObjectIdentifier: Int] = [:]
    var unread = Set<ObjectIdentifier>()
    for (number, record) in workspace.records.enumerated() {
      if !record.allows.isEmpty { allowing[ObjectIdentifier(record.document.source)] = number }
      if !record.isReadable { unread.insert(ObjectIdentifier(record.document.source)) }
    }
    let kept = found.filter { diagnostic in
      // What was not read was not checked, and no comment makes that good.
      if diagnostic.code.meansUnread || unread.contains(ObjectIdentifier(diagnostic.source)) { return true }
      var isAllowed = false
      for source in [diagnostic.source] + diagnostic.related.map(\.source) {
        guard let number = allowing[ObjectIdentifier(source)],
          let index = workspace.records[number].allows.firstIndex(where: { $0.rule == diagnostic.code.name })
        else { continue }
        // In a record that speaks for somebody, only they allow what was done to their words.
        if let change, Rules.named(diagnostic.code.name)?.judgesChange == true,
          workspace.records[number].speakers != nil, !change.counts(diagnostic.code.name, in: number)
        {
          continue
        }
        used.insert(AllowUse(record: number, allow: index))
        isAllowed = true
      }
      return !isAllowed
    }
    var about: [Diagnostic] = []
    // What it would allow may be about the very record that cannot be read.
    let isAnyUnread = workspace.unreadCount > 0
    for number in allowing.values.sorted() {
      let record = workspace.records[number]
      for (index, allow) in record.allows.enumerated() {
        let rule = Rules.named(allow.rule)
        // What was not judged is not unused: with something unread, and of a change other than the one that the
        // comment was written for.
        let isAsleep = isAnyUnread || rule?.judgesChange == true
        func add(_ code: Rule, _ message: String, help: String, fix: Diagnostic.Fix? = nil) {
          about.append(
            Diagnostic(
              .init(code.name), in: record.document.source, at: allow.range, message, help: help,
              subject: record.subject, fix: fix))
        }
        if rule == nil || !(used.contains(AllowUse(record: number, allow: index)) || isAsleep) {
          let near = rule == nil ? nearest(to: allow.rule, among: Rules.names) : nil
          let message =
            rule == nil
            ? "there is no rule `\(allow.rule)`" : "`\(allow.rule)` finds nothing here that this comment could allow"
          let edit = record.document.source.removal(of: allow.range)
          add(
            .unusedAllow, message, help: near.map { "did you mean `\($0)`?" } ?? "remove the comment",
            fix: near == nil ? .init(title: "remove the comment", isSafe: true, edits: [edit]) : nil)
        }
        if rule != nil, allow.reason.isEmpty {
          add(
            .allowWithoutReason, "this comment allows `\(allow.rule)` without saying why",
            help: "write `<!-- tw:allow \(allow.rule): why -->`")
        }
      }
    }
    return (kept, found.count - kept.count, about)
  }
}

extension Rule {
  /// Whether it judges a change, and so says nothing about a tree alone.
  package var judgesChange: Bool {
    checks.contains { if case .change = $0 { true } else { false } }
  }
}

extension Rule {
  /// Whether it tells that something could not be read. Such a rule cannot be switched off, lowered or
  /// allowed: what was not read was not checked.
  package var tellsWhatWasNotRead: Bool { Diagnostic.Code(name).meansUnread }
}

extension Charter {
  /// How much a rule weighs in this workspace; nil when it is off.
  package func severity(of rule: Rule) -> Severity? {
    if rule.tellsWhatWasNotRead { return rule.severity }
    if let switched = rules[rule.name] { return switched }
    return rule.severity
  }
}
