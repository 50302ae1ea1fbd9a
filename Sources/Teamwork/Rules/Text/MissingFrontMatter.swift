internal import Documents

extension Rule {
  static let missingFrontMatter = Rule(
    "missing-front-matter", .error, "a kind with required fields has no front matter",
    why: """
      A record begins with a line of `---`, its fields, and another line of `---`. Without them nobody can \
      tell who owns what. A status report needs none: its path says whose it is.
      """,
    bad: """
      @@ goals/public-beta.md
      «# Public beta»

      Others can build on it.
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .record(nil) { record, _, findings in
      guard case .absent = record.document.frontMatter, record.kind.declaration.hasRequiredFields else { return }
      let required = record.kind.declaration.fields.filter(\.isRequired).map { "`\($0.name)`" }
      let first = record.document.bytes.first { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 && $0 != 0x09 }
      let isLate = first == UInt8(ascii: "-") && record.document.bytes.first != first
      findings.add(
        "\(record.kind.declaration.article) needs front matter", at: record.headRange,
        help: isLate
          ? "the `---` must be the first line: remove what stands before it"
          : "begin the file with `---`, the fields \(alternatives(required, last: "and")), and `---`")
    })
}
