extension Rule {
  static let allowWithoutReason = Rule(
    "allow-without-reason", .warning, "an allow comment without a reason",
    why: """
      Whoever meets the exception later must be able to judge whether it still holds: `<!-- tw:allow RULE: \
      why -->`.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: on-track
      why: Others can build on it
      ---

      «<!-- tw:allow unowned-goal -->»
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
