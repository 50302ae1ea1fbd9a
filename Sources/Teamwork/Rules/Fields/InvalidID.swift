extension Rule {
  static let invalidID = Rule(
    "invalid-id", .error, "a file name, or a name of a task, that is no id",
    why: """
      Ids stand in references, on every machine's file system and in links: small letters, digits, `-`, \
      `_` and `.`, at most 100 bytes, so that none of these gets them wrong.
      """,
    bad: """
      @@ goals/Public-Beta.md
      ---
      «title: Public beta»
      status: proposed
      why: Others can build on it
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .reading,
    .workspace { workspace, findings in
      for (number, record) in workspace.records.enumerated() where record.kind != .charter {
        let id = record.ownID
        guard let fault = RecordPath.fault(ofID: id) else { continue }
        findings.add(
          "`\(id)` is no id: \(fault)", in: number, at: record.headRange,
          help: "rename the file: small letters, digits, `-`, `_` and `.`, beginning with a letter or digit")
      }
    })
}
