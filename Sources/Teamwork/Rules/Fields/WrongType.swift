extension Rule {
  static let wrongType = Rule(
    "wrong-type", .error, "a value of another type than declared",
    why: """
      The value cannot be read as what the field is for.
      """,
    bad: """
      @@ people/dana.md
      ---
      name: Dana
      emails: [dana@example.org]
      capacity: «plenty»
      ---
      """,
    good: """
      @@ people/dana.md
      ---
      name: Dana
      emails: [dana@example.org]
      capacity: 5
      ---
      """,
    check: .reading)
}
