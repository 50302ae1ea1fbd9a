package import Text

/// The counted answers of a team survey.
package enum Pulse {
  package static let title = Field<String>("title", .line, required: true, "Which survey it was.")
  package static let date = Field<Day>("date", required: true, "When it was closed.")
  package static let team = Field<Name>(
    "team", .reference([.team]), "The team that was asked; all, unless said otherwise.")
  package static let asked = Field<Int>("asked", .int(0...Int.max), "How many people were asked.")
  package static let answers = Field<Value>(
    "answers", .dictionary(key: .any, value: .counts(5)), required: true,
    "Question → how many people chose 1, 2, 3, 4, 5. Fewer than five answers to a question are refused: they could be traced."
  )

  static let declaration = KindDeclaration(
    "pulse", article: "a pulse", folder: "pulse", "The counted answers of a team survey.",
    documentation:
      "Only counts, never who said what. Task list items in the body are what follows from it.",
    fields: [title, date, team, asked, answers], title: title, day: date,
    hasTasks: true, exampleTitle: "Autumn survey", columns: ["date", "id", "team", "title"])
}
