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
      for kind in Kind.allCases where kind != .charter {
        var groups: [String: [Int]] = [:]
        for (number, record) in workspace.records.enumerated() where record.kind == kind {
          groups[RecordPath.folded(record.id.text), default: []].append(number)
        }
        for (_, group) in groups where group.count > 1 {
          let first = workspace.records[group[0]]
          findings.add(
            "\(group.count) \(kind.folder == kind.name ? "records" : kind.folder) have the id `\(first.id)`", in: group[0], at: first.headRange,
            help: "rename all but one",
            related: group.dropFirst().map { number in
              .init(record: number, range: workspace.records[number].headRange, message: "the same id")
            }, identity: first.id.text)
        }
      }
    })
}
