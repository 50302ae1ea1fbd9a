internal import Documents

extension Rule {
  static let placeholderText = Rule(
    "placeholder-text", .warning, "a template's open question, `{{…}}`, left in",
    why: """
      The template asked something and nobody answered. Answer it, or delete the line: an unanswered \
      question in a record is noise to everyone who reads it.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---

      We will know by «{{How will we know?}}».
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
      for range in record.document.body?.placeholders ?? [] {
        findings.add(
          "`\(record.document.text(range))` is still to be answered", at: range,
          help: "answer it, or delete it")
      }
      for field in record.fields {
        guard let range = record.document.firstPlaceholder(in: field.range) else { continue }
        findings.add(
          "`\(field.name)` is still the template's `\(record.document.text(range))`", at: range,
          help: field.field?.isRequired == true
            ? "answer it: without a value it is a `missing-field`" : "answer it, or remove the field",
          field: field.name)
      }
    })
}
