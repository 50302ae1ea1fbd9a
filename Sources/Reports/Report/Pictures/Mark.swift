internal import Teamwork

/// The small signs of the pictures, 12 pixels wide, around 0,0. Form comes first, colour second.
enum Mark: String, CaseIterable {
  case proposed
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  case paused, done, dropped
  /// Written; written and blocked; away; written after the week's end.
  case written, blocked, away, late
  /// An owner with tasks, one without, somebody with tasks, open tasks that nobody has.
  case owner
  case idleOwner = "idle-owner"
  case tasks, gap
  /// Due; was due; due now, moved.
  case flag
  case oldFlag = "old-flag"
  case movedFlag = "moved-flag"
  /// Asked, needed, promised, delivered.
  case asked, needed, promised, delivered

  init(_ status: GoalStatus) {
    switch status {
    case .proposed: self = .proposed
    case .onTrack: self = .onTrack
    case .atRisk: self = .atRisk
    case .offTrack: self = .offTrack
    case .paused: self = .paused
    case .done: self = .done
    case .dropped: self = .dropped
    }
  }

  /// The id of its symbol in `MarkDefinitions`.
  var id: String { "k-\(rawValue)" }
}
