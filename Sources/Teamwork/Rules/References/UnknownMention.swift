internal import Documents
internal import Text

extension Rule {
  static let unknownMention = Rule(
    "unknown-mention", .warning, "`@name` in prose that is neither person nor team",
    why: """
      Somebody is meant, and nobody here will know who. Write the id of a person or team; put what only \
      looks like a mention into backquotes.
      """,
    bad: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      «@bne» had it first.
      """,
    good: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      @ben had it first, see `@cached`.
      """,
    check: .record(nil) { record, workspace, findings in
      let body = record.document.body
      let taskItems = Set(record.tasks.map(\.item))
      for reference in body?.references ?? [] {
        guard case .mention(let name) = reference.target, workspace.mentioned(name) == nil else { continue }
        // On a task it names an owner: `unknown-reference` tells.
        if reference.isOwn, let item = reference.item, taskItems.contains(item) { continue }
        findings.add(
          "`@\(name)` is neither a person nor a team", at: reference.range,
          help: "write somebody's id, or put it into backquotes",
          misspelling: workspace.misspelling(of: name, as: [.person, .team]))
      }
    })
}
