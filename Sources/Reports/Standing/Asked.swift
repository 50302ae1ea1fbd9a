package import Teamwork
package import Text

/// Whether somebody is meant by what is asked of a person, a team or a role.
package struct Asked: Sendable {
  private let me: Name
  private let workspace: Workspace
  private let teams: Set<Name>
  private let roles: Set<Name>

  package init(_ me: Name, in workspace: Workspace) {
    self.me = me
    self.workspace = workspace
    var teams = Set(workspace.record(.person, me)?.names("teams").map(\.value) ?? [])
    for team in workspace.records(of: .team) where team.names("members").contains(where: { $0.value == me }) {
      teams.insert(team.id)
    }
    self.teams = teams
    roles = Set(workspace.records(of: .role).filter { $0.names("holders").contains { $0.value == me } }.map(\.id))
  }

  /// - Parameter reference: a person, team or role.
  package func includes(_ reference: Name) -> Bool {
    guard case .record(let number) = workspace.resolve(reference, as: [.person, .team, .role]) else { return false }
    let record = workspace.records[number]
    switch record.kind {
    case .person: return record.id == me
    case .team: return teams.contains(record.id)
    default: return roles.contains(record.id)
    }
  }
}

extension Workspace {
  /// The person that whom something is asked of is; nil for a team or a role.
  package func person(_ asked: Name) -> Record? {
    guard case .record(let number) = resolve(asked, as: [.person, .team, .role]), records[number].kind == .person else {
      return nil
    }
    return records[number]
  }
}

extension Record {
  /// What people call it whom it is asked of: "Ben", "the Platform team", "the Release manager".
  package var called: String {
    switch kind {
    case .team: title.lowercased().hasSuffix("team") ? "the \(title)" : "the \(title) team"
    case .role: "the \(title)"
    default: title
    }
  }
}
