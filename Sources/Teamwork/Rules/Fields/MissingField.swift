extension Rule {
  static let missingField = Rule(
    "missing-field", .error, "a required field is absent or empty",
    why: """
      A record is of use to others when it has the few fields that its kind cannot do without.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      «title»: Public beta
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
