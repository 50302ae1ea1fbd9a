package import Text

/// Who is in a team, who holds a role, and whom something reaches that is asked of a person, a team or a role.
///
/// A person is in a team by the team's `members` or by their own `teams`. Names that nobody on file has are kept: the
/// rules tell of them, and nobody is left out of an answer for it.
package struct Membership: Sendable {
  private var membersOfTeam: [Name: [Name]] = [:]
  private var teamsOfPerson: [Name: [Name]] = [:]
  private var holdersOfRole: [Name: [Name]] = [:]
  private var rolesOfPerson: [Name: [Name]] = [:]

  init(_ workspace: Workspace) {
    func add(_ value: Name, to list: inout [Name]) { if !list.contains(value) { list.append(value) } }
    for person in workspace.records(of: .person) {
      for team in person[Person.teams] {
        add(team, to: &teamsOfPerson[person.id, default: []])
        add(person.id, to: &membersOfTeam[team, default: []])
      }
    }
    for team in workspace.records(of: .team) {
      for member in team[Team.members] {
        add(team.id, to: &teamsOfPerson[member, default: []])
        add(member, to: &membersOfTeam[team.id, default: []])
      }
    }
    for role in workspace.records(of: .role) {
      for holder in role[Role.holders] {
        add(role.id, to: &rolesOfPerson[holder, default: []])
        add(holder, to: &holdersOfRole[role.id, default: []])
      }
    }
    for team in membersOfTeam.keys { membersOfTeam[team]?.sort() }
  }

  /// In the order of their ids.
  package func members(of team: Name) -> [Name] { membersOfTeam[team] ?? [] }

  /// Those that the person names, then those that name the person.
  package func teams(of person: Name) -> [Name] { teamsOfPerson[person] ?? [] }

  /// In the role's own order.
  package func holders(of role: Name) -> [Name] { holdersOfRole[role] ?? [] }

  package func roles(of person: Name) -> [Name] { rolesOfPerson[person] ?? [] }

  /// The people behind a record that something is asked of: the person, a team's members, a role's holders.
  package func people(behind record: Record) -> [Name] {
    record.kind.declaration.reached?(record, self) ?? []
  }
}

extension Workspace {
  package var membership: Membership { membershipMemo { Membership(self) } }

  /// The people whom something reaches that is asked of a person, a team or a role; nobody where there is no such record.
  package func people(reachedBy reference: Name) -> [Name] {
    addressee(reference).map { membership.people(behind: $0) } ?? []
  }

  /// Whether somebody is among those whom something is asked of.
  package func reaches(_ reference: Name, _ person: Name) -> Bool { people(reachedBy: reference).contains(person) }

  /// The person, team or role that something is asked of.
  package func addressee(_ reference: Name) -> Record? {
    guard case .record(let number) = resolve(reference, as: [.person, .team, .role]) else { return nil }
    return records[number]
  }

  /// The person that something is asked of; nil for a team or a role.
  package func person(_ asked: Name) -> Record? { addressee(asked).flatMap { $0.kind == .person ? $0 : nil } }
}
