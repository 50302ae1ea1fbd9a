internal import Documents
internal import Text

/// What the rules say about a workspace.
package struct Validation: Sendable {
  /// In the order of path, line, column and rule.
  package let findings: [Finding]
  /// How many findings an allow comment silenced.
  package let allowed: Int

  /// - Parameter change: what happened since a base; without it the rules about changes say nothing.
  package init(_ workspace: Workspace, change: Change? = nil) {
    let rules = Rules.all.filter { workspace.charter.severity(of: $0) != nil }
    let drafts = Self.judge(workspace, rules, change)
    let isOn = Set(rules.map(\.name))
    let (kept, allowed, unused) = Self.applyAllows(drafts, workspace, isJudgingChange: change != nil)
    self.allowed = allowed
    findings = FindingBuilder(workspace).findings(kept + unused.filter { isOn.contains($0.rule) })
  }

  // MARK: Judging

  private typealias Judge = @Sendable (inout Findings) -> Void

  /// What all rules find, on all processors.
  private static func judge(_ workspace: Workspace, _ rules: [Rule], _ change: Change?) -> [Draft] {
    let records = recordJudge(workspace, rules)
    let whole = wholeJudges(workspace, rules, change)
    let size = 64
    let blocks = (workspace.records.count + size - 1) / size
    let drafts: [[Draft]] = parallelMap(1 + blocks + whole.count, block: 1) { job in
      var findings = Findings()
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
      return findings.drafts
    }
    return drafts.flatMap { $0 }
  }

  /// What judges the record of a number.
  private static func recordJudge(_ workspace: Workspace, _ rules: [Rule]) -> @Sendable (Int, inout Findings) -> Void {
    var checks = [[(String, @Sendable (Record, Workspace, inout Findings) -> Void)]](
      repeating: [], count: Kind.allCases.count)
    var faults: [Fault.Kind: String] = [:]
    var problems: [Problem.Kind: String] = [:]
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .record(let kinds, let judge):
          for kind in kinds ?? Kind.allCases { checks[Int(kind.rawValue)].append((rule.name, judge)) }
        case .fault(let kind): faults[kind] = rule.name
        case .problem(let kind): problems[kind] = rule.name
        case .workspace, .change, .allowComments: break
        }
      }
    }
    let (checksOfKind, ruleOfFault, ruleOfProblem) = (checks, faults, problems)
    return { number, findings in
      let record = workspace.records[number]
      findings.record = number
      if let why = record.unreadable, let rule = ruleOfFault[.pastLimit] {
        findings.rule = rule
        findings.add(why.message, at: 0..<0, help: why.help)
      }
      for fault in record.document.faults {
        guard let rule = ruleOfFault[fault.kind] else { continue }
        findings.rule = rule
        findings.add(
          fault.message, at: fault.range, help: fault.help, field: fault.field,
          related: fault.others.map { .init(record: number, range: $0, message: "again") },
          fix: fault.kind == .hiddenCharacter ? HiddenCharacterFix.fix(for: fault, in: record.document) : nil)
      }
      for problem in record.problems {
        guard let rule = ruleOfProblem[problem.kind] else { continue }
        findings.rule = rule
        findings.add(
          problem.message, at: problem.range, label: problem.label, help: problem.help, field: problem.field,
          fix: problem.fix)
      }
      if record.isReadable {
        for (rule, judge) in checksOfKind[Int(record.kind.rawValue)] {
          findings.rule = rule
          judge(record, workspace, &findings)
        }
      }
      findings.endRecord()
    }
  }

  /// What judges the workspace, or the change, as a whole.
  private static func wholeJudges(_ workspace: Workspace, _ rules: [Rule], _ change: Change?) -> [(
    rule: String, judge: Judge
  )] {
    var judges: [(rule: String, judge: Judge)] = []
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .workspace(let judge): judges.append((rule.name, { judge(workspace, &$0) }))
        case .change(let judge): if let change { judges.append((rule.name, { judge(change, &$0) })) }
        case .fault(.pastLimit):
          judges.append(
            (
              rule.name,
              { findings in
                for stray in workspace.strays {
                  if let fault = stray.fault { findings.add(fault.message, path: stray.path, help: fault.help) }
                }
              }
            ))
        default: break
        }
      }
    }
    return judges
  }

  // MARK: Allow comments

  /// Takes out what a comment allows, and finds the comments that allow nothing or give no reason.
  private static func applyAllows(
    _ drafts: [Draft], _ workspace: Workspace, isJudgingChange: Bool
  ) -> (kept: [Draft], allowed: Int, about: [Draft]) {
    var used = Set<[Int]>()
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for draft in drafts {
      var isAllowed = false
      // What was not read was not checked, and no comment makes that good.
      let isUnread =
        Rules.named(draft.rule)?.tellsWhatWasNotRead == true
        || draft.record.map { !workspace.records[$0].isReadable } == true
      if isUnread {
        kept.append(draft)
        continue
      }
      for number in [draft.record].compactMap({ $0 }) + draft.related.map(\.record) {
        guard let index = workspace.records[number].allows.firstIndex(where: { $0.rule == draft.rule }) else {
          continue
        }
        used.insert([number, index])
        isAllowed = true
      }
      if !isAllowed { kept.append(draft) }
    }
    var about: [Draft] = []
    for (number, record) in workspace.records.enumerated() {
      for (index, allow) in record.allows.enumerated() {
        let rule = Rules.named(allow.rule)
        // A rule has nothing to say of a record that cannot be read, and one about changes when none is judged.
        let isAsleep = !record.isReadable || (!isJudgingChange && rule?.judgesChange == true)
        if rule == nil || !(used.contains([number, index]) || isAsleep) {
          let near = rule == nil ? nearest(to: allow.rule, among: Rules.names) : nil
          about.append(
            Draft(
              rule: Rule.unusedAllow.name, record: number, range: allow.range,
              message: rule == nil
                ? "there is no rule `\(allow.rule)`"
                : "`\(allow.rule)` finds nothing here that this comment could allow",
              help: near.map { "did you mean `\($0)`?" } ?? "remove the comment",
              fix: near == nil
                ? .init(title: "remove the comment", isSafe: true, splices: [record.document.removal(of: allow.range)])
                : nil))
        }
        if rule != nil, allow.reason.isEmpty {
          about.append(
            Draft(
              rule: Rule.allowWithoutReason.name, record: number, range: allow.range,
              message: "this comment allows `\(allow.rule)` without saying why",
              help: "write `<!-- tw:allow \(allow.rule): why -->`"))
        }
      }
    }
    return (kept, drafts.count - kept.count, about)
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
  package var tellsWhatWasNotRead: Bool {
    checks.contains { check in
      guard case .fault(let kind) = check else { return false }
      return kind == .pastLimit || kind == .notUTF8 || kind == .unterminatedFrontMatter || kind == .invalidYAML
    }
  }
}

extension Charter {
  /// How much a rule weighs in this workspace; nil when it is off.
  package func severity(of rule: Rule) -> Severity? {
    if rule.tellsWhatWasNotRead { return rule.severity }
    if let switched = rules[rule.name] { return switched }
    return rule.severity
  }
}

/// Zero-width characters can be taken out without changing what people read.
enum HiddenCharacterFix {
  static func fix(for fault: Fault, in document: Document) -> Finding.Fix? {
    switch document.text(fault.range) {
    case "\u{200B}", "\u{2060}", "\u{FEFF}":
      Finding.Fix(title: "remove the character", isSafe: true, splices: [.init(range: fault.range, replacement: "")])
    default: nil
    }
  }
}

extension Document {
  /// Takes out a range, and its line when nothing else stands on it.
  func removal(of range: Range<Int>) -> Finding.Fix.Splice {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    let beginsLine = start == 0 || bytes[start - 1] == 0x0A
    let endsLine = end == bytes.count || bytes[end] == 0x0A
    if beginsLine, endsLine { return .init(range: start..<min(bytes.count, end + 1), replacement: "") }
    return .init(range: range, replacement: "")
  }
}
