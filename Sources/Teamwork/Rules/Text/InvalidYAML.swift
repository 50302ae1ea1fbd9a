extension Rule {
  static let invalidYAML = Rule(
    "invalid-yaml", .error, "front matter that is not a plain YAML mapping",
    why: """
      The fields could not be read. Mostly a text with a colon or a leading `@` needs quotes, or a bracket \
      is not closed. Anchors, aliases, tags and merge keys are not part of the format: a record should \
      mean the same to everyone who reads it.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta«:» at last
      status: proposed
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: "Public beta: at last"
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .reading)
}
