extension Rule {
  static let impersonation = Rule(
    "impersonation", .error, "a new report, feedback, request or decision whose author is none of those it speaks for",
    why: """
      What stands under somebody's name must be theirs. The author is the commit's, compared with the \
      person's `emails`; a `.mailmap` does not count, and nobody gains an address in the change that uses \
      it.
      """,
    bad: .init(
      """
      @@ status/2026-W47/ana.md
      «## Done»

      - Chose the bread.
      """,
      base: """

        """,
      author: "ben@example.org"),
    good: .init(
      """
      @@ status/2026-W47/ana.md
      ## Done

      - Chose the bread.
      """,
      base: """

        """,
      author: "ana@example.org"),
    check: .change { change, findings in
      for item in change.items where item.base == nil {
        guard let number = item.record, let author = item.authors.first else { continue }
        let record = change.workspace.records[number]
        guard let speakers = record.speakers, !speakers.isEmpty, record.isReadable, !change.isOne(of: speakers, author)
        else { continue }
        findings.add(
          "this speaks for \(alternatives(speakers.map { "`\($0)`" }, last: "and")), but is committed by <\(author)>",
          in: number,
          at: record.speakerRange,
          help: "let them commit it, or add the address to the person's `emails` in a commit of its own")
      }
    })
}
