package import Text

/// What is known of a commit.
package struct CommitInfo: Sendable, Hashable {
  /// 40 hex digits, or 64.
  package let id: String
  /// The committer's, in seconds since 1970; 0 where it is missing or absurd.
  package let time: Int64
  /// The committer's, in the charter's time zone.
  package let day: Day
  /// When the change was made, as its author's clock said.
  package var authorTime: Int64
  package let authorName: String
  package let authorEmail: String
  package let subject: String
  /// The author, by the addresses that HEAD's people have; nil for a stranger.
  package var person: Name?
  package var isMerge = false
  /// Whether the commit carries a signature; whether it is a good one is not looked at.
  package var isSigned = false
  /// The first paragraph of the message below the subject; nil without one.
  package var details: String?
  /// What is odd about it, in words: no address, a date that is none; nil where nothing is.
  package var oddity: String?

  package init(id: String, time: Int64, day: Day, authorName: String, authorEmail: String, subject: String) {
    self.id = id
    self.time = time
    self.day = day
    authorTime = time
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.subject = subject
  }

  /// As people quote it: seven digits.
  package var short: String { String(id.prefix(7)) }
}
