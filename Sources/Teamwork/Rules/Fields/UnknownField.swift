extension Rule {
  static let unknownField = Rule(
    "unknown-field", .warning, "a field that the kind does not have",
    why: """
      A field that `tw` does not know is read by nobody: it is a typing error, or a field of your own, \
      which the charter's `extra-fields` can name.
      """,
    fix: "corrects capitals and underscores",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      «deadline»: 2026-12-01
      ---
      """,
    good: """
      @@ teamwork.md
      ---
      name: Kitchen
      vision: Everyone eats
      format: 1
      extra-fields: {goal: [ticket]}
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ticket: KIT-12
      ---
      """,
    check: .reading)
}
