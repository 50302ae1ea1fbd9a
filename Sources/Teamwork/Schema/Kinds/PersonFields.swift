package import Text

/// Someone who takes part.
package enum Person {
  package static let name = Field<String>("name", .line, required: true, "The name as others should write it.")
  package static let emails = Field<[String]>(
    "emails", .list(.email), required: true, "The addresses you commit with: who wrote what is told by them.")
  package static let teams = Field<[Name]>("teams", .list(.reference([.team])), "The teams you are in.")
  package static let manager = Field<Name>(
    "manager", .reference([.person]), "Whom you report to, where there is such a line.")
  package static let capacity = Field<Int>("capacity", .int(0...Int.max), "How many open tasks are a full load.")
  package static let cadence = Field<Cadence>("cadence", "How often you report, where it is not the charter's rhythm.")
  package static let since = Field<Day>("since", "The first day.")
  package static let until = Field<Day>("until", "The last day.")
  package static let away = Field<[Value]>(
    "away", .list(.mapping(Absence.fields)),
    "When you are not there, both days included: nobody waits for your report then.")

  package enum Absence {
    package static let from = Field<Day>("from", required: true, "The first day away.")
    package static let to = Field<Day>("to", required: true, "The last day away.")

    static let fields = Schema.members(from, to)
  }

  static let declaration = KindDeclaration(
    "person", article: "a person", folder: "people", "Someone who takes part.",
    documentation: "The body says how you like to work, and when: others read it before they ask.",
    fields: [name, emails, teams, manager, capacity, cadence, since, until, away], title: name,
    plural: "people", exampleTitle: "Ana Lopez", columns: ["id", "name", "teams", "manager", "until"],
    reached: { record, _ in [record.id] },
    effectiveValue: { record, field, workspace in
      field == teams.name ? .ids(workspace.membership.teams(of: record.id)) : nil
    })
}
