extension Rule {
  static let invalidDate = Rule(
    "invalid-date", .error, "no such date, week or time zone",
    why: """
      A date that does not exist cannot be kept. Dates are written `2026-11-20`, weeks `2026-W47`, time \
      zones `Europe/Berlin`.
      """,
    fix: "writes `2026-2-3` and `2026/02/03` as `2026-02-03`",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: «2026-02-30»
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: 2026-02-28
      ---
      """,
    check: .reading)
}
