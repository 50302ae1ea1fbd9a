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
      guard record.isSelfAddressed(in: workspace), let addressee = record.kind.declaration.addressee,
        let to = record.located(addressee), let from = record.speakers?.first
      else { return }
      findings.add(
        "\(record.kind == .feedback ? "the feedback" : "the request") `\(record.id)` goes from `\(from)` to `\(from)`",
        at: to.range,
        help: "name in `to` whom it is for, and in `from` who writes", field: addressee.name)
    })
}

extension Record {
  /// Whether it goes to who speaks in it.
  package func isSelfAddressed(in workspace: Workspace) -> Bool {
    guard case .one(let speaker) = kind.declaration.speakers, let addressee = kind.declaration.addressee,
      let from = self[speaker], let to = self[addressee], case .reference(let kinds) = addressee.declaration.type,
      case .record(let number) = workspace.resolve(to, as: kinds)
    else { return false }
    return number == workspace.number(.person, from)
  }
}
