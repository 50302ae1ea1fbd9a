extension Rule {
  static let notUTF8 = Rule(
    "not-utf8", .error, "bytes that are not UTF-8, or NUL",
    why: """
      Git, editors and `tw` must agree on what a file says. Save it as UTF-8.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public «\\xFF»beta
      status: proposed
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
