// The words that fields choose from, in the order in which they are offered.

/// Where a goal stands.
package enum GoalStatus: String, FieldChoice {
  case proposed
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  case paused, done, dropped

  /// Neither done nor dropped.
  package var isOpen: Bool { self != .done && self != .dropped }

  package var isInProgress: Bool { self == .onTrack || self == .atRisk || self == .offTrack }

  /// As people say it: "on track".
  package var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}

package enum Priority: String, FieldChoice {
  case low, medium, high
}

package enum Mode: String, FieldChoice {
  case collaborate, cooperate
}

/// How often a person reports.
package enum Cadence: String, FieldChoice {
  case weekly, biweekly, monthly
  /// Nobody is to report. Not called `none`, which every optional has.
  case never = "none"

  /// Whether reports are due by it.
  package var asksForReports: Bool { self != .never }
}

/// Where a request stands.
package enum RequestStatus: String, FieldChoice {
  case open, accepted, declined, done, withdrawn

  /// Whether something is still to come of it: an answer, or the help.
  package var isWaiting: Bool { self == .open || self == .accepted }
}

package enum RequestEffort: String, FieldChoice {
  case small, medium, large
}

package enum FeedbackKind: String, FieldChoice {
  case praise, thanks, suggestion, concern
}

package enum DecisionStatus: String, FieldChoice {
  case proposed, accepted, rejected, superseded
}

package enum MeetingKind: String, FieldChoice {
  case kickoff
  case oneOnOne = "one-on-one"
  case checkIn = "check-in"
  case retrospective, planning, celebration, social
}

package enum NoteKind: String, FieldChoice {
  case idea, practice, challenge, risk
}

package enum NoteStatus: String, FieldChoice {
  case open, adopted, mitigated, parked, closed
}
