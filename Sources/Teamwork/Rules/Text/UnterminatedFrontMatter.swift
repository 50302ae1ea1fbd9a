extension Rule {
  static let unterminatedFrontMatter = Rule(
    "unterminated-front-matter", .error, "a first `---` without a second",
    why: """
      Without the closing line, the whole file would be front matter. Nothing in it was read.
      """,
    bad: """
      @@ goals/public-beta.md
      «---»
      title: Public beta
      status: proposed
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
