extension Rule {
  static let acceptedWithoutPromise = Rule(
    "accepted-without-promise", .warning, "an accepted request without a promised date",
    why: """
      A yes without a day cannot be planned with: the one who asked waits, or asks again. Promise a day that you \
      can keep, later rather than too soon, and say when it moves.
      """,
    bad: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: «accepted»
      ---
      """,
    good: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: accepted
      promised: 2026-12-01
      ---
      """,
    check: .record([.request]) { request, _, findings in
      guard request[Request.status] == .accepted, request.entry(Request.promised) == nil,
        let status = request.entry(Request.status)
      else {
        return
      }
      findings.add(
        "`\(request.id)` is accepted, but not promised for a day", at: status.range,
        help: "add `promised:`, a day that can be kept",
        field: Request.promised.name)
    })
}
