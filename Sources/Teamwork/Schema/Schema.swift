internal import Text

/// The workspace format, declared once: `docs/format.md`, the JSON Schemas, `tw explain`, `tw new` and
/// every check of a field are derived from here.
package enum Schema {
  /// The version of the format that this `tw` reads.
  package static let formatVersion = 1

  /// In the order of `Kind`.
  package static let declarations: [KindDeclaration] = Kind.allCases.map(\.declaration)

  /// The fields that a mapping inside a field has.
  static func members(_ fields: any DeclaredField...) -> [FieldDeclaration] { fields.map(\.declaration) }

  static let tags = Field<[String]>("tags", .list(.line), "Words of your own to find records by.")

  /// Of the charter, of teams and of goals.
  static let mode = Field<Mode>(
    "mode",
    "`collaborate`: shared ownership of one goal. `cooperate`: one owner, whom others help. See `tw explain mode`.")
}
