internal import Teamwork
internal import Text

extension Command {
  /// `tw schema`: the JSON Schema of one kind, or of all.
  static let schema = Command(
    CommandDeclaration(
      name: "schema", group: .setUp, summary: "print the JSON Schema of the front matter",
      arguments: [
        ArgumentDeclaration(name: "KIND", help: "one kind; all unless given", hint: .kind, isRequired: false)
      ])
  ) { session in
    let kind = try session.command.arguments.first.map { try session.kind($0) }
    // It can be had without a workspace, and then without the fields that one adds.
    let workspace = try? session.workspace()
    let schema = JSONSchema(extraFields: workspace?.charter.extraFields ?? [:])
    return session.answer(kind.map { schema.schema(of: $0) } ?? schema.all)
  }
}
