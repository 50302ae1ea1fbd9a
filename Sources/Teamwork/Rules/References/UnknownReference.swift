internal import Text

extension Rule {
  static let unknownReference = Rule(
    "unknown-reference", .error, "a field or task attribute names a record that is not there",
    why: """
      A name that leads nowhere hides who is meant. References are compared byte for byte; the nearest is \
      offered.
      """,
    fix: "corrects capitals",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, «benn»]
      status: proposed
      why: Others can build on it
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .record(nil) { record, workspace, findings in
      if record.kind == .status, record.entry(StatusReport.person) == nil, RecordPath.fault(ofID: record.ownID) == nil,
        workspace.number(.person, Name(record.ownID)) == nil
      {
        findings.add(
          "this report is `\(record.ownID)`'s by its name, but there is no such person", at: record.headRange,
          help: "name the file after a person", field: StatusReport.person.name,
          misspelling: workspace.misspelling(of: record.ownID, as: [.person]))
      }
      record.forEachReference { reference, kinds, field in
        // Whose report it is, is the path's to say: `path-mismatch` tells.
        if record.kind == .status, field == StatusReport.person.name, reference.value != Name(record.ownID) { return }
        guard case .unknown = workspace.resolve(reference.value, as: kinds) else { return }
        findings.addUnknown(reference, kinds, field, record, workspace)
      }
      for task in record.tasks {
        for mention in task.mentions where workspace.mentioned(mention.value.text) == nil {
          let name = Located(mention.value, at: (mention.range.lowerBound + 1)..<mention.range.upperBound)
          findings.addUnknown(name, [.person, .team], nil, record, workspace)
        }
        if let role = task.role, workspace.number(.role, role.value) == nil {
          findings.addUnknown(role, [.role], TaskAttribute.role.name, record, workspace)
        }
        for need in task.needs {
          guard let target = need.value.record else {
            if !record.hasTask(need.value.anchor) {
              findings.add(
                "`needs` names `\(need.value.anchor)`, but no task of this record has that anchor", at: need.range,
                label: "no task `^\(need.value.anchor)`",
                help: "a task of another record is written `record^anchor`", field: Goal.needs.name,
                misspelling: record.misspelling(ofTask: need.value.anchor.text, prefix: ""))
            }
            continue
          }
          let resolution = workspace.resolve(target, as: Kind.withTasks)
          guard case .record(let number) = resolution else {
            if case .unknown = resolution {
              findings.addUnknown(Located(target, at: need.range), Kind.withTasks, "needs", record, workspace)
            }
            continue
          }
          let other = workspace.records[number]
          if other.isReadable, !other.hasTask(need.value.anchor) {
            findings.add(
              "`needs` names `\(target)^\(need.value.anchor)`, but `\(target)` has no such task", at: need.range,
              label: "no task with this anchor",
              field: Goal.needs.name,
              misspelling: workspace.records[number].misspelling(ofTask: need.value.anchor.text, prefix: "\(target)^"))
          }
        }
      }
    })
}
