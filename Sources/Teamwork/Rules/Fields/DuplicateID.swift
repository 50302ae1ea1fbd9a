internal import Text

extension Rule {
  static let duplicateID = Rule(
    "duplicate-id", .error, "two records of a kind with the same id",
    why: """
      Who refers to the id means one of them, and nobody knows which. Capitals and Unicode forms do not \
      tell two ids apart: some file systems would keep only one of the files.
      """,
    bad: """
      @@ goals/zzz/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      @@ goals/2026/public-beta.md
      ---
      «title: Open beta»
      status: proposed
      why: Others can play with it
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
    check: .workspace { workspace, findings in
      var seen: [FoldedID: Int] = [:]
      seen.reserveCapacity(workspace.records.count)
      var others: [Int: [Int]] = [:]
      for (number, record) in workspace.records.enumerated() where record.kind != .charter {
        let id = FoldedID(kind: record.kind, id: RecordPath.folded(record.id.text))
        if let first = seen[id] { others[first, default: []].append(number) } else { seen[id] = number }
      }
      for (number, others) in others {
        let first = workspace.records[number]
        let kind = first.kind
        findings.add(
          "\(others.count + 1) \(kind.folder == kind.name ? "records" : kind.folder) have the id `\(first.id)`",
          in: number, at: first.headRange,
          help: "rename all but one",
          related: others.map { workspace.records[$0].related(workspace.records[$0].headRange, "the same id") },
          identity: first.id.text)
      }
    })
}

private struct FoldedID: Hashable {
  let kind: Kind
  let id: String
}
