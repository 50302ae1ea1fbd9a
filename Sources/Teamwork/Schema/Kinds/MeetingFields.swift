package import Text

/// Who met, about what, and what follows from it.
package enum Meeting {
  package static let title = Field<String>("title", .line, required: true, "What the meeting is called.")
  package static let kind = Field<MeetingKind>("kind", required: true, "What it was for.")
  package static let date = Field<Day>("date", required: true, "When.")
  package static let people = Field<[Name]>("people", .list(.reference([.person])), required: true, "Who was there.")
  package static let goals = Field<[Name]>("goals", .list(.reference([.goal])), "The goals it was about.")

  static let declaration = KindDeclaration(
    "meeting", article: "a meeting", folder: "meetings", "Who met, about what, and what follows from it.",
    documentation: "Task list items in the body are its actions.",
    fields: [title, kind, date, people, goals], title: title, day: date,
    hasTasks: true, exampleTitle: "Kick-off", columns: ["date", "kind", "id", "people", "title"])
}
