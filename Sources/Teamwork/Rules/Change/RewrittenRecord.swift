internal import Text

extension Rule {
  static let rewrittenRecord = Rule(
    "rewritten-record", .warning,
    "a past report, feedback or accepted decision changed by somebody it does not speak for",
    why: """
      People rely on what they said staying as they said it. Whom feedback is to may set `acknowledged`; \
      anything else is for its author to change.
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
        guard let baseNumber = item.base else { continue }
        let before = change.base.records[baseNumber]
        guard let speakers = before.speakers, !speakers.isEmpty, before.isSettled(inWeekOf: change.baseWeek) else {
          continue
        }
        guard let stranger = item.authors.first(where: { !change.isOne(of: speakers, $0) }) else { continue }
        let names = alternatives(speakers.map { "`\($0)`" }, last: "and")
        guard let number = item.record else {
          findings.add(
            "`\(before.path)` speaks for \(names), and is removed by <\(stranger)>", path: before.path,
            help: "let them remove it themselves")
          continue
        }
        let after = change.workspace.records[number]
        if before.document.bytes == after.document.bytes { continue }
        if before.kind == .feedback, before.isSame(as: after, but: "acknowledged"),
          item.authors.allSatisfy({ change.isOne(of: before.receivers(change.base) + speakers, $0) })
        {
          continue
        }
        findings.add(
          "this speaks for \(names), and is changed by <\(stranger)>", in: number, at: after.headRange,
          help: "let them change it themselves, or write your view into a record of your own")
      }
    })
}
