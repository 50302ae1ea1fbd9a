extension Rule {
  static let promiseAfterNeed = Rule(
    "promise-after-need", .warning, "promised for later than it is needed",
    why: """
      Help that comes after the day it is needed is kindly meant and too late, and the one who waits plans with \
      it. Say so at once: something smaller may do by then, somebody else may have time, or the day can move. \
      Requests that are over are not looked at.
      """,
    bad: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: accepted
      needed-by: 2026-12-01
      promised: «2026-12-04»
      ---
      """,
    good: """
      @@ requests/load-test-help.md
      ---
      title: Help with the load test
      from: ana
      to: ben
      status: accepted
      needed-by: 2026-12-04
      promised: 2026-12-01
      ---
      """,
    check: .record([.request]) { request, _, findings in
      guard let status = request[Request.status], status.isWaiting,
        let promised = request.located(Request.promised), let needed = request.located(Request.neededBy),
        needed.value < promised.value
      else { return }
      let (late, need) = daysInWords(promised.value, needed.value)
      findings.add(
        "`\(request.id)` is promised for \(late), but needed by \(need)", at: promised.range,
        help: "agree on a day, or on what is enough by then", field: Request.promised.name,
        related: [request.related(needed.range, "needed by \(need)")])
    })
}
