extension Rule {
  static let unusedAllow = Rule(
    "unused-allow", .warning, "an allow comment that allows nothing, or names no rule",
    why: """
      The fault is mended, or the rule's name is misspelled. A comment that silences nothing today may \
      silence something real tomorrow.
      """,
    fix: "removes the comment",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---

      «<!-- tw:allow unowned-goal: we are still looking -->»
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: on-track
      why: Others can build on it
      ---

      <!-- tw:allow unowned-goal: we are still looking -->
      """,
    check: .allowComments)
}
