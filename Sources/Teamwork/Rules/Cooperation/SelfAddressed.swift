extension Rule {
  static let selfAddressed = Rule(
    "self-addressed", .error, "feedback or a request from someone to themselves",
    why: """
      Feedback and requests go from one to another; to oneself they are a copied file or a wrong name, and whom \
      they were meant for never sees them. What you learnt yourself is a note; what you mean to do, a task.
      """,
    bad: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: «ana»
      status: open
      ---
      """,
    good: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: open
      ---
      """,
    check: .record([.feedback, .request]) { record, workspace, findings in
      guard let from = record.name("from"), let to = record.name("to"), let field = record["to"]?.field,
        case .reference(let kinds) = field.type, case .record(let number) = workspace.resolve(to.value, as: kinds),
        number == workspace.number(.person, from.value)
      else { return }
      findings.add(
        "\(record.kind == .feedback ? "the feedback" : "the request") `\(record.id)` goes from `\(from.value)` to `\(from.value)`",
        at: to.range, help: "name in `to` whom it is for, and in `from` who writes", field: "to")
    })
}
