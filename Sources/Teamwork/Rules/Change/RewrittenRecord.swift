internal import Text

extension Rule {
  static let rewrittenRecord = Rule(
    "rewritten-record", .warning,
    "a past report, feedback, a request or an accepted decision, changed by somebody it does not speak for",
    why: """
      People rely on what they said staying as they said it. Whom feedback is to may set `acknowledged`, and \
      who is asked (also through a team or a role) may set of a request what is not asked: not `title`, `from`, \
      `goal`, `asked`, `needed-by` and the text. Anything else is for those to change for whom it speaks. \
      Removing it changes it, too.

      Who changed it, who they are, and what a comment may allow is told as by `impersonation`: \
      a version that one of those committed earlier is theirs, and what only follows a rename is no change.
      """,
    bad: .init(
      """
      @@ status/2026-W46/ana.md
      ---
      «mood: 1»
      ---

      ## Done

      - Chose the bread.
      @@ teamwork.md
      ---
      name: Kitchen
      vision: Everyone eats
      format: 1
      ---
      """,
      base: """
        @@ status/2026-W46/ana.md
        ---
        mood: 4
        ---

        ## Done

        - Chose the bread.
        """,
      author: "ben@example.org"),
    good: .init(
      """
      @@ status/2026-W46/ana.md
      ---
      mood: 5
      ---

      ## Done

      - Chose the bread.
      """,
      base: """
        @@ status/2026-W46/ana.md
        ---
        mood: 4
        ---

        ## Done

        - Chose the bread.
        """,
      author: "ana@example.org"),
    check: .change { change, findings in
      for item in change.items {
        guard let baseNumber = item.base, let stranger = item.rewriter else { continue }
        let before = change.base.records[baseNumber]
        let speakers = before.speakers ?? []
        let words = AuthorPhrases(change, stranger)
        let identity = "\(names(speakers)) \(words.address)"
        let hasAllow = before.allows.contains { $0.rule == "rewritten-record" }
        guard let number = item.record else {
          if item.allowed.contains("rewritten-record") { continue }
          findings.add(
            "`\(before.path)` speaks for \(names(speakers)), and \(words.verb("is removed", "would be removed"))",
            path: before.path, help: words.help(for: speakers, besides: hasAllow), identity: identity)
          continue
        }
        let after = change.workspace.records[number]
        findings.add(
          "this speaks for \(names(speakers)), and \(words.verb("is changed", "would be changed"))", in: number,
          at: after.headRange,
          help: words.help(for: speakers, besides: after.allows.contains { $0.rule == "rewritten-record" }),
          identity: identity)
      }
    })
}
