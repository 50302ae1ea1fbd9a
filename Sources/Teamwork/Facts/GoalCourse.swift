package import Text

/// What the fields of a goal say together.
extension Record {
  /// Of a goal; nil where it is missing or no status.
  package var status: GoalStatus? { self[Goal.status] }

  /// Neither done nor dropped; a goal whose status cannot be read counts as open.
  package var isOpenGoal: Bool { kind == .goal && status?.isOpen ?? true }

  package var owners: [Name] {
    var owners: [Name] = []
    for owner in located(Goal.owners) where !owners.contains(owner.value) { owners.append(owner.value) }
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
    if let own = goal[Goal.mode] { return own }
    let teams = goal.located(Goal.teams)
    if teams.count == 1, let team = record(.team, teams[0].value), let mode = team[Team.mode] {
      return mode
    }
    return charter.mode
  }
}

/// How far the tasks of a record are. Those that were dropped do not count.
package struct Progress: Sendable, Hashable {
  package let done: Int
  package let total: Int
}

extension Record {
  package var progress: Progress {
    let counted = tasks.filter { $0.state != .dropped }
    return Progress(done: counted.count { $0.state == .done }, total: counted.count)
  }
}
