package import Text

/// Responsibilities that belong together, and who holds them.
package enum Role {
  package static let title = Field<String>("title", .line, required: true, "What the role is called.")
  package static let holders = Field<[Name]>("holders", .list(.reference([.person])), "Who holds it.")
  package static let team = Field<Name>("team", .reference([.team]), "The team it serves.")
  package static let responsibilities = Field<[Value]>(
    "responsibilities", .list(.lineOrMapping(Responsibility.fields)), required: true,
    "What whoever holds the role answers for, each a line or `{id: …, does: …}`.")

  package enum Responsibility {
    package static let id = Field<String>("id", .line, required: true, "A name to link to.")
    package static let does = Field<String>("does", .line, required: true, "What is done.")

    static let fields = Schema.members(id, does)
  }

  static let declaration = KindDeclaration(
    "role", article: "a role", folder: "roles", "Responsibilities that belong together, and who holds them.",
    documentation: "A responsibility belongs to one role only: `duplicate-responsibility` finds where it does not.",
    fields: [title, holders, team, responsibilities], title: title,
    exampleTitle: "Release manager", columns: ["id", "holders", "team", "title"],
    called: { "the \($0)" }, reached: { record, membership in membership.holders(of: record.id) })
}
