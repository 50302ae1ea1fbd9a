extension Rule {
  static let unexplainedDecline = Rule(
    "unexplained-decline", .warning, "a declined request with neither `boundary` nor a body",
    why: """
      Everybody may say no. A no with a reason keeps the door open: it tells whom to ask instead, what would be \
      possible, or when. Say in `boundary` what you can not take on, or write a sentence below.
      """,
    bad: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: «declined»
      ---
      """,
    good: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: declined
      boundary: I can read your plan on Thursday, but not run the tests before January
      ---
      """,
    check: .record([.request]) { request, _, findings in
      guard request[Request.status] == .declined, request.lacks(Request.boundary), let body = request.document.body,
        !body.hasProse,
        let status = request.entry(Request.status)
      else { return }
      findings.add(
        "`\(request.id)` is declined without a reason", at: status.range,
        help: "say in `boundary:` what is not possible, or write below what would be", field: Request.boundary.name)
    })
}
