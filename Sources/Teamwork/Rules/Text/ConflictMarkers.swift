extension Rule {
  static let conflictMarkers = Rule(
    "conflict-markers", .error, "Git's conflict markers",
    why: """
      Somebody merged and did not decide. Keep one side, or both, and delete the lines with the markers.
      """,
    bad: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      «<<<<<<<» HEAD
      It is slow on Mondays.
      =======
      It is slow on Fridays.
      >>>>>>> ben
      """,
    good: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      It is slow on Mondays and Fridays.
      """,
    check: .reading)
}
