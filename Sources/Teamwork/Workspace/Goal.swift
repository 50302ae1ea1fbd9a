package import Text

/// Where a goal stands.
package enum GoalStatus: String, Sendable, CaseIterable {
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

/// What the fields of a goal say together.
extension Record {
  /// Of a goal; nil where it is missing or no status.
  package var status: GoalStatus? { text("status").flatMap(GoalStatus.init) }

  /// Neither done nor dropped; a goal whose status cannot be read counts as open.
  package var isOpenGoal: Bool { kind == .goal && status?.isOpen ?? true }

  package var owners: [Name] {
    var owners: [Name] = []
    for owner in names("owners") where !owners.contains(owner.value) { owners.append(owner.value) }
    return owners
  }

  /// Who answers for a task of the record: its owners, else the record's only owner.
  package func owners(of task: Task) -> [Name] {
    let owners = task.owners.isEmpty ? self.owners : []
    return owners.count == 1 ? owners : task.owners
  }
}

extension Workspace {
  /// How a goal is worked on: as it says itself, else as its only team does, else as the charter says.
  package func mode(of goal: Record) -> Mode {
    if let own = goal.text("mode").flatMap(Mode.init) { return own }
    let teams = goal.names("teams")
    if teams.count == 1, let team = record(.team, teams[0].value), let mode = team.text("mode").flatMap(Mode.init) {
      return mode
    }
    return charter.mode
  }
}
