package import Text

/// An idea, a practice, a challenge or a risk worth sharing.
package enum Note {
  package static let title = Field<String>("title", .line, required: true, "What it says in a line.")
  package static let kind = Field<NoteKind>("kind", required: true, "What it is.")
  package static let by = Field<[Name]>("by", .list(.reference([.person])), required: true, "Who shares it.")
  package static let date = Field<Day>("date", required: true, "When it was shared.")
  package static let status = Field<NoteStatus>("status", "What became of it; `open` unless said otherwise.")
  package static let goals = Field<[Name]>("goals", .list(.reference([.goal])), "The goals it touches.")
  package static let owner = Field<Name>("owner", .reference([.person]), "Who keeps an eye on it.")
  package static let review = Field<Day>("review", "When it is looked at again.")

  static let declaration = KindDeclaration(
    "note", article: "a note", folder: "notes", "An idea, a practice, a challenge or a risk worth sharing.",
    documentation: "The report says what became of each.",
    fields: [title, kind, by, date, status, goals, owner, review], title: title, day: date,
    exampleTitle: "One supplier only", columns: ["kind", "status", "id", "owner", "title"])
}
