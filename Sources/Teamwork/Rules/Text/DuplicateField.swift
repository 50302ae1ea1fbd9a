extension Rule {
  static let duplicateField = Rule(
    "duplicate-field", .error, "the same field twice",
    why: """
      Of two values only one can count, and readers will not agree which.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      «title»: Public beta
      status: proposed
      title: Open beta
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
