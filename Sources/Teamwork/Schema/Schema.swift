internal import Text

/// The workspace format, declared once: `docs/format.md`, the JSON Schemas, `tw explain`, `tw new` and
/// every check of a field are derived from here.
package enum Schema {
  /// The version of the format that this `tw` reads.
  package static let formatVersion = 1

  /// In the order of `Kind`.
  package static let declarations: [KindDeclaration] = [
    charter, person, team, role, goal, status, feedback, request, decision, meeting, note, pulse,
  ]

  static let modes = ["collaborate", "cooperate"]
  static let cadences = ["weekly", "biweekly", "monthly", "none"]
  static let tags = Field("tags", .list(.line), "Words of your own to find records by.")

  private static let mode = Field(
    "mode", .oneOf(modes),
    "`collaborate`: shared ownership of one goal. `cooperate`: one owner, whom others help. See `tw explain mode`.")

  static let charter = KindDeclaration(
    "charter", article: "the charter", folder: "", "Who we are, our vision, and how we work.",
    documentation:
      "One file, `teamwork.md`, at the top of the workspace. Its body is yours: how you decide, how you meet.",
    fields: [
      Field("name", .line, required: true, "What the team is called."),
      Field("vision", .text, required: true, "The long-term picture that every goal serves."),
      Field("format", .int(Int.min...Int.max), required: true, "The version of this format, now 1."),
      mode,
      Field("cadence", .oneOf(cadences), "How often each person reports; `weekly` unless said otherwise."),
      Field("timezone", .timeZone, "Where your days and weeks begin: an IANA name, `UTC` unless said otherwise."),
      Field(
        "channels",
        .list(
          .mapping([
            Field("name", .line, required: true, "What the channel is called."),
            Field("for", .line, required: true, "What we talk about there."),
            Field("url", .url, "Where it is."),
          ])), "Where we talk, and about what."),
      Field("extra-fields", .dictionary(key: .kind, value: .list(.line)), "Fields of your own: kind → names."),
      Field(
        "rules", .dictionary(key: .rule, value: .oneOf(["off", "warning", "error"])),
        "Rules switched: rule → `off`, `warning` or `error`."),
      Field("summaries", .line, "The folder, from the repository's top, for what `tw summary --write` makes."),
      Field(
        "headings", .dictionary(key: .heading, value: .list(.line)),
        "Your own words for headings that `tw` knows: `done: [Fait, Terminé]`."),
      Field(
        "limits",
        .mapping([
          Field("file-size", .int(1...Int.max), "Bytes a file may have; 1048576 unless said otherwise."),
          Field("front-matter-size", .int(1...Int.max), "Bytes a front matter may have; 65536 unless said otherwise."),
          Field("depth", .int(1...256), "Collections inside each other; 32 unless said otherwise."),
        ]), "How large a file may be before it is refused."),
    ])

  static let person = KindDeclaration(
    "person", article: "a person", folder: "people", "Someone who takes part.",
    documentation: "The body says how you like to work, and when: others read it before they ask.",
    fields: [
      Field("name", .line, required: true, "The name as others should write it."),
      Field("emails", .list(.email), required: true, "The addresses you commit with: who wrote what is told by them."),
      Field("teams", .list(.reference([.team])), "The teams you are in."),
      Field("manager", .reference([.person]), "Whom you report to, where there is such a line."),
      Field("capacity", .int(0...Int.max), "How many open tasks are a full load."),
      Field("cadence", .oneOf(cadences), "How often you report, where it is not the charter's rhythm."),
      Field("since", .date, "The first day."),
      Field("until", .date, "The last day."),
      Field(
        "away",
        .list(
          .mapping([
            Field("from", .date, required: true, "The first day away."),
            Field("to", .date, required: true, "The last day away."),
          ])), "When you are not there, both days included: nobody waits for your report then."),
    ])

  static let team = KindDeclaration(
    "team", article: "a team", folder: "teams", "People with a mandate.",
    documentation: "A team can be asked for help, own a way of working, and lie within another team.",
    fields: [
      Field("name", .line, required: true, "What the team is called."),
      Field("mandate", .text, "What it is there for."),
      Field("members", .list(.reference([.person])), "Who is in it; a person's own `teams` counts too."),
      Field("lead", .reference([.person]), "Who speaks for it."),
      mode,
      Field("parent", .reference([.team]), "The team it belongs to."),
    ])

  static let role = KindDeclaration(
    "role", article: "a role", folder: "roles", "Responsibilities that belong together, and who holds them.",
    documentation: "A responsibility belongs to one role only: `duplicate-responsibility` finds where it does not.",
    fields: [
      Field("title", .line, required: true, "What the role is called."),
      Field("holders", .list(.reference([.person])), "Who holds it."),
      Field("team", .reference([.team]), "The team it serves."),
      Field(
        "responsibilities",
        .list(
          .lineOrMapping([
            Field("id", .line, required: true, "A name to link to."),
            Field("does", .line, required: true, "What is done."),
          ])), required: true, "What whoever holds the role answers for, each a line or `{id: …, does: …}`."),
    ])

  static let goal = KindDeclaration(
    "goal", article: "a goal", folder: "goals", "What we want to reach, who owns it, and the tasks on the way.",
    documentation:
      "Tasks are task list items anywhere in the body. A goal is *open* unless `done` or `dropped`, and *in progress* when `on-track`, `at-risk` or `off-track`.",
    fields: [
      Field("title", .line, required: true, "What will be true when it is reached."),
      Field("owners", .list(.reference([.person])), "Who answers for it."),
      Field(
        "status", .oneOf(["proposed", "on-track", "at-risk", "off-track", "paused", "done", "dropped"]), required: true,
        "Where it stands. Anyone may raise a goal as `proposed`."),
      Field("parent", .reference([.goal]), "The goal it contributes to."),
      Field("teams", .list(.reference([.team])), "The teams that work on it."),
      mode,
      Field("why", .text, "What it is good for, in words that someone new understands."),
      Field("start", .date, "When work begins."),
      Field("due", .date, "When it should be reached."),
      Field("priority", .oneOf(["low", "medium", "high"]), "How it stands beside the others."),
      Field("needs", .list(.reference([.goal])), "Goals that must be reached first."),
      Field(
        "measures",
        .list(
          .mapping([
            Field("name", .line, required: true, "What is measured."),
            Field("from", .number, "Where it stood at the start."),
            Field("target", .number, required: true, "Where it should stand."),
            Field("now", .number, "Where it stands."),
            Field("unit", .line, "What the numbers count."),
          ])), "How you will know."),
      Field(
        "resources", .list(.referenceOrLine([.team])),
        "What it draws on that is scarce: a team, or words such as `field time`."),
    ],
    hasTasks: true)

  static let status = KindDeclaration(
    "status", article: "a status report", folder: "status", "What one person reports for one week.",
    documentation:
      "It lies in `status/WEEK/PERSON.md`. Each list item under a heading is an entry; links in it tie it to goals and tasks: `[[public-beta^guide]]`.",
    fields: [
      Field("person", .reference([.person]), "Who reports; the file's name says it already."),
      Field("week", .week, "The week; the folder says it already."),
      Field("goals", .list(.reference([.goal])), "The goals it is about."),
      Field("mood", .int(1...5), "How the week felt, from 1 to 5. Shown only for five people or more together."),
    ],
    headings: [
      KnownHeading("done", "Done", "What you finished or moved."),
      KnownHeading("next", "Next", "What you turn to now."),
      KnownHeading("blocked", "Blocked", "What you cannot go on with, and what it waits for."),
      KnownHeading("needs", "Needs", "What would help, and from whom."),
      KnownHeading("wins", "Wins", "What is worth a smile."),
    ])

  static let feedback = KindDeclaration(
    "feedback", article: "feedback", folder: "feedback", "What one person tells another, or a team.",
    documentation: "What happened, what it did, what could come next. Managers receive it too.",
    fields: [
      Field("from", .reference([.person]), required: true, "Who gives it."),
      Field("to", .reference([.person, .team]), required: true, "Whom it is for."),
      Field("date", .date, required: true, "When it was given."),
      Field("kind", .oneOf(["praise", "thanks", "suggestion", "concern"]), required: true, "What it is."),
      Field("about", .reference([.goal, .request, .decision]), "What it is about."),
      Field("reply-to", .reference([.feedback]), "The feedback that it answers."),
      Field("acknowledged", .date, "When whom it is for has read it; they write this themselves."),
    ])

  static let request = KindDeclaration(
    "request", article: "a request", folder: "requests", "Help that someone asks of someone.",
    documentation:
      "The body says what is needed, and why of you. The file keeps the whole thread: asked, promised, delivered, thanked.",
    fields: [
      Field("title", .line, required: true, "What is asked for."),
      Field("from", .reference([.person]), required: true, "Who asks."),
      Field("to", .reference([.person, .team, .role]), required: true, "Who is asked."),
      Field(
        "status", .oneOf(["open", "accepted", "declined", "done", "withdrawn"]), required: true, "Where it stands."),
      Field("goal", .reference([.goal]), "The goal that it helps."),
      Field("asked", .date, "When it was asked."),
      Field("needed-by", .date, "When it is needed."),
      Field("promised", .date, "When it is promised for."),
      Field("answered", .date, "When it was accepted or declined."),
      Field("delivered", .date, "When the help was there."),
      Field("effort", .oneOf(["small", "medium", "large"]), "How much it takes."),
      Field(
        "helpers", .list(.reference([.person])),
        "Who gave the help; where a team or a role was asked, also who promised it."),
      Field("credits", .list(.reference([.person])), "Whose earlier work made it possible."),
      Field("boundary", .text, "What the helper can not take on."),
    ])

  static let decision = KindDeclaration(
    "decision", article: "a decision", folder: "decisions", "What was decided, by whom, and what it costs whom.",
    documentation: "`yields` names goals that give way so that another can succeed: a merit, and the report says so.",
    fields: [
      Field("title", .line, required: true, "What was decided."),
      Field("by", .list(.reference([.person])), required: true, "Who decided."),
      Field("status", .oneOf(["proposed", "accepted", "rejected", "superseded"]), required: true, "Where it stands."),
      Field("date", .date, required: true, "When."),
      Field("consulted", .list(.reference([.person, .team])), "Who was asked before."),
      Field("goals", .list(.reference([.goal])), "The goals it is about."),
      Field("supersedes", .reference([.decision]), "The decision that it replaces."),
      Field(
        "yields",
        .list(
          .mapping([
            Field("goal", .reference([.goal]), required: true, "The goal that gives way."),
            Field("to", .reference([.goal]), required: true, "The goal that it makes room for."),
            Field("why", .text, required: true, "Why that is better for the whole."),
          ])), "Goals that give way to others."),
    ])

  static let meeting = KindDeclaration(
    "meeting", article: "a meeting", folder: "meetings", "Who met, about what, and what follows from it.",
    documentation: "Task list items in the body are its actions.",
    fields: [
      Field("title", .line, required: true, "What the meeting is called."),
      Field(
        "kind", .oneOf(["kickoff", "one-on-one", "check-in", "retrospective", "planning", "celebration", "social"]),
        required: true, "What it was for."),
      Field("date", .date, required: true, "When."),
      Field("people", .list(.reference([.person])), required: true, "Who was there."),
      Field("goals", .list(.reference([.goal])), "The goals it was about."),
    ],
    hasTasks: true)

  static let note = KindDeclaration(
    "note", article: "a note", folder: "notes", "An idea, a practice, a challenge or a risk worth sharing.",
    documentation: "The report says what became of each.",
    fields: [
      Field("title", .line, required: true, "What it says in a line."),
      Field("kind", .oneOf(["idea", "practice", "challenge", "risk"]), required: true, "What it is."),
      Field("by", .list(.reference([.person])), required: true, "Who shares it."),
      Field("date", .date, required: true, "When it was shared."),
      Field(
        "status", .oneOf(["open", "adopted", "mitigated", "parked", "closed"]),
        "What became of it; `open` unless said otherwise."),
      Field("goals", .list(.reference([.goal])), "The goals it touches."),
      Field("owner", .reference([.person]), "Who keeps an eye on it."),
    ])

  static let pulse = KindDeclaration(
    "pulse", article: "a pulse", folder: "pulse", "The counted answers of a team survey.",
    documentation: "Only counts, never who said what.",
    fields: [
      Field("title", .line, required: true, "Which survey it was."),
      Field("date", .date, required: true, "When it was closed."),
      Field("team", .reference([.team]), "The team that was asked; all, unless said otherwise."),
      Field(
        "answers", .dictionary(key: .any, value: .counts(5)), required: true,
        "Question → how many people chose 1, 2, 3, 4, 5. Fewer than five answers to a question are refused: they could be traced."
      ),
    ])
}
