internal import Text

extension Rule {
  static let pathMismatch = Rule(
    "path-mismatch", .error, "`person` or `week` disagree with the path",
    why: """
      A status report lies in `status/WEEK/PERSON.md`; that is how the week's reports are found. What the \
      fields say must be the same.
      """,
    bad: """
      @@ status/2026-W47/ana.md
      ---
      week: «2026-W46»
      ---

      ## Done

      - Chose the bread.
      """,
    good: """
      @@ status/2026-W47/ana.md
      ---
      week: 2026-W47
      ---

      ## Done

      - Chose the bread.
      """,
    check: .workspace { workspace, findings in
      for (number, record) in workspace.records.enumerated() where record.kind == .status {
        guard let week = record.week else {
          findings.add(
            "`\(record.path)` does not lie in a week's folder", in: number, at: record.headRange,
            help: "move it to `\(workspace.path(of: "status"))/WEEK/PERSON.md`, the week like `2026-W47`")
          continue
        }
        if case .week(let written)? = record.entry(StatusReport.week)?.value, written != week,
          let field = record.entry(StatusReport.week)
        {
          findings.add(
            "`week` is `\(written)`, but the file lies in `\(week)`", in: number, at: field.range,
            help: "move the file, or remove the field", field: StatusReport.week.name)
        }
        let person = record.ownID
        if let written = record.located(StatusReport.person), written.value != Name(person) {
          findings.add(
            "`person` is `\(written.value)`, but the file is `\(person)`'s", in: number, at: written.range,
            help: "rename the file, or remove the field", field: StatusReport.person.name)
        }
      }
    })
}
