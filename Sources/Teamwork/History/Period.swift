/// Some days that something is told of, both ends included.
package struct Period: Sendable, Hashable {
  package let from: Day
  package let to: Day
  /// Set when it is exactly one week.
  package let week: Week?

  package init(_ week: Week) {
    from = week.monday
    to = week.sunday
    self.week = week
  }

  package init(from: Day, to: Day) {
    self.from = from
    self.to = to
    let week = Week(from)
    self.week = week.monday == from && week.sunday == to ? week : nil
  }

  package func contains(_ day: Day) -> Bool { from <= day && day <= to }

  /// The weeks whose reports belong to it: each week belongs to the period that its Monday lies in; a
  /// period shorter than a week has the week that it lies in.
  package var weeks: [Week] {
    var weeks: [Week] = []
    var week = Week(from)
    if week.monday < from { week = week.next }
    while week.monday <= to {
      weeks.append(week)
      week = week.next
    }
    return weeks.isEmpty ? [Week(from)] : weeks
  }
}

/// What is known of a commit.
package struct CommitInfo: Sendable, Hashable {
  /// 40 hex digits, or 64.
  package let id: String
  /// The committer's, in seconds since 1970.
  package let time: Int64
  /// The committer's, in the charter's time zone.
  package let day: Day
  package let authorName: String
  package let authorEmail: String
  package let subject: String

  package init(id: String, time: Int64, day: Day, authorName: String, authorEmail: String, subject: String) {
    self.id = id
    self.time = time
    self.day = day
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.subject = subject
  }

  /// As people quote it: seven digits.
  package var short: String { String(id.prefix(7)) }
}

/// What a commit did to a record.
package struct RecordChange: Sendable {
  package let commit: CommitInfo
  package let path: String
  /// Nil where the commit made the record.
  package let before: Record?
  /// Nil where the commit removed it.
  package let after: Record?

  package init(commit: CommitInfo, path: String, before: Record?, after: Record?) {
    self.commit = commit
    self.path = path
    self.before = before
    self.after = after
  }
}
