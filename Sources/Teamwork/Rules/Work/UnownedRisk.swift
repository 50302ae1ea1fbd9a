extension Rule {
  static let unownedRisk = Rule(
    "unowned-risk", .warning, "an open risk without owner",
    why: """
      To have written a risk down is not yet to have an eye on it. One person who watches it, and says when it \
      comes nearer, is enough; they need not solve it alone. When nobody needs to, it is `parked` or `closed`.
      """,
    bad: """
      @@ notes/single-server.md
      ---
      «title: Everything runs on one server»
      kind: risk
      by: ben
      date: 2026-11-18
      ---
      """,
    good: """
      @@ notes/single-server.md
      ---
      title: Everything runs on one server
      kind: risk
      by: ben
      date: 2026-11-18
      owner: cho
      ---
      """,
    check: .record([.note]) { note, _, findings in
      guard NoteCourse(note).isUnwatched else { return }
      findings.add(
        "the risk `\(note.id)` is open and has no owner", at: note.headRange,
        help: "add `owner:`, who keeps an eye on it", field: Note.owner.name)
    })
}
