package import Text

/// What one person reports for one week.
package enum StatusReport {
  package static let person = Field<Name>(
    "person", .reference([.person]), "Who reports; the file's name says it already.")
  package static let week = Field<Week>("week", "The week; the folder says it already.")
  package static let goals = Field<[Name]>("goals", .list(.reference([.goal])), "The goals it is about.")
  package static let mood = Field<Int>(
    "mood", .int(1...5), "How the week felt, from 1 to 5. Shown only for five people or more together.")

  static let declaration = KindDeclaration(
    "status", article: "a status report", folder: "status", "What one person reports for one week.",
    documentation:
      "It lies in `status/WEEK/PERSON.md`. Each list item under a heading is an entry; links in it tie it to goals and tasks: `[[public-beta^guide]]`.",
    fields: [person, week, goals, mood], speakers: .path,
    headings: [
      KnownHeading("done", "Done", "What you finished or moved."),
      KnownHeading("next", "Next", "What you turn to now."),
      KnownHeading("blocked", "Blocked", "What you cannot go on with, and what it waits for."),
      KnownHeading("needs", "Needs", "What would help, and from whom."),
      KnownHeading("wins", "Wins", "What is worth a smile."),
    ])
}
