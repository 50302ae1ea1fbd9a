internal import Teamwork
internal import Text

extension Tool {
  /// `tw schema`: the JSON Schema of one kind, or of all.
  static let schema: @Sendable (Session) throws -> Outcome = { session in
    let kind = try session.command.arguments.first.map { try session.kind($0) }
    // It can be had without a workspace, and then without the fields that one adds.
    let workspace = try? session.workspace()
    let schema = JSONSchema(extraFields: workspace?.charter.extraFields ?? [:])
    return session.answer(kind.map { schema.schema(of: $0) } ?? schema.all)
  }
}
