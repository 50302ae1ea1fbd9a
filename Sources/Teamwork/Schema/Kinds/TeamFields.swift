package import Text

/// People with a mandate.
package enum Team {
  package static let name = Field<String>("name", .line, required: true, "What the team is called.")
  package static let mandate = Field<String>("mandate", .text, "What it is there for.")
  package static let members = Field<[Name]>(
    "members", .list(.reference([.person])), "Who is in it; a person's own `teams` counts too.")
  package static let lead = Field<Name>("lead", .reference([.person]), "Who speaks for it.")
  package static let mode = Schema.mode
  package static let parent = Field<Name>("parent", .reference([.team]), "The team it belongs to.")

  static let declaration = KindDeclaration(
    "team", article: "a team", folder: "teams", "People with a mandate.",
    documentation: "A team can be asked for help, own a way of working, and lie within another team.",
    fields: [name, mandate, members, lead, mode, parent], title: name,
    exampleTitle: "Platform", columns: ["id", "name", "lead", "members", "mandate"],
    // A team that calls itself one is not called so twice.
    called: { $0.lowercased().hasSuffix("team") ? "the \($0)" : "the \($0) team" },
    reached: { record, membership in membership.members(of: record.id) },
    effectiveValue: { record, field, workspace in
      field == members.name ? .ids(workspace.membership.members(of: record.id)) : nil
    })
}
