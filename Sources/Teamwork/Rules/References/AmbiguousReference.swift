internal import Documents
internal import Text

extension Rule {
  static let ambiguousReference = Rule(
    "ambiguous-reference", .error, "a bare id that several kinds have",
    why: """
      Say which is meant: `teams/platform`, or `[[roles/platform]]` in a text.
      """,
    bad: """
      @@ teams/kitchen.md
      ---
      name: Kitchen
      members: [ana]
      ---
      @@ roles/kitchen.md
      ---
      title: Kitchen
      holders: [ana]
      responsibilities: [Keep the knives sharp]
      ---
      @@ requests/knives.md
      ---
      title: Sharper knives
      from: ben
      to: «kitchen»
      status: open
      ---
      """,
    good: """
      @@ requests/knives.md
      ---
      title: Sharper knives
      from: ben
      to: teams/platform
      status: open
      ---
      """,
    check: .record(nil) { record, workspace, findings in
      guard workspace.hasSharedIDs else { return }
      func judge(_ reference: Located<Name>, _ kinds: [Kind], _ field: Name) {
        guard case .ambiguous(let found) = workspace.resolve(reference.value, as: kinds) else { return }
        findings.add(
          "`\(field)` names `\(reference.value)`, which is \(alternatives(found.map(\.declaration.article), last: "and"))",
          at: reference.range,
          help: "write " + alternatives(found.map { "`\($0.folder)/\(reference.value)`" }), field: field)
      }
      record.forEachReference(judge)
      for need in record.tasks.flatMap(\.needs) {
        if let target = need.value.record {
          judge(Located(target, at: need.range), Kind.withTasks, TaskAttribute.needs.name)
        }
      }
      for reference in record.document.body?.references ?? [] {
        guard case .wiki(nil, let written, let anchor) = reference.target, !written.isEmpty else { continue }
        let id =
          workspace.kinds(Kind.allCases, having: Name(written)).isEmpty && written.hasSuffix(".md")
          ? String(written.dropLast(3)) : written
        let found = workspace.kinds(anchor == nil ? Kind.allCases : Kind.withTasks, having: Name(id))
        guard found.count > 1 else { continue }
        findings.add(
          "`\(id)` is \(alternatives(found.map(\.declaration.article), last: "and"))", at: reference.range,
          help: "write " + alternatives(found.map { "`[[\($0.folder)/\(id)]]`" }))
      }
    })
}
