extension Rule {
  static let invalidValue = Rule(
    "invalid-value", .error, "not one of the allowed values",
    why: """
      Words that mean something to the tool must be its words; the nearest is offered.
      """,
    fix: "corrects capitals, spaces and underscores",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: «onn-track»
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
    check: .reading)
}
