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
      """
      It lies in `status/WEEK/PERSON.md`. Each list item under a heading is an entry, and so is each other block there; \
      links in it tie it to goals and tasks: `[[public-beta^guide]]`.

      Case, emphasis, emoji and closing punctuation of a heading do not matter, and a line that is all bold is a heading. \
      What stands above the first heading, or under another one, is told under that heading's words: never as done, and \
      never lost.
      """,
    fields: [person, week, goals, mood], speakers: .path,
    headings: [
      KnownHeading(
        "done", "Done", "What you finished or moved.",
        others: ["Completed", "Finished", "Shipped", "Accomplished", "This week", "Last week"]),
      KnownHeading(
        "next", "Next", "What you turn to now.",
        others: [
          "Next week", "Next steps", "Plan", "Plans", "To do", "Todo", "Up next", "In progress", "Doing",
        ]),
      KnownHeading(
        "blocked", "Blocked", "What you cannot go on with, and what it waits for.",
        others: ["Blockers", "Blocked by", "Blocking", "Impediments", "Obstacles", "Stuck"]),
      KnownHeading(
        "needs", "Needs", "What would help, and from whom.",
        others: ["Need", "Help", "Help needed", "Help wanted", "Asks", "Questions"]),
      KnownHeading(
        "wins", "Wins", "What is worth a smile.", others: ["Win", "Highlights", "Good news", "Celebrate"]),
    ],
    isByWeek: true, noun: "status report", columns: ["week", "person", "goals"],
    // Of a week before the base's.
    isReliedOn: { record, baseWeek in if let week = record.week, let baseWeek { week < baseWeek } else { false } })
}
