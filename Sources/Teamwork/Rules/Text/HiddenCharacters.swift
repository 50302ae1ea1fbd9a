extension Rule {
  static let hiddenCharacters = Rule(
    "hidden-characters", .error, "characters that a reader does not see, or that change the direction of the text",
    why: """
      Control characters, bidirectional overrides and zero-width spaces make a file say one thing to \
      people and another to programs. Remove them.
      """,
    fix: "removes zero-width spaces, word joiners and stray byte-order marks",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public«\\u{200B}» beta
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
