extension ParticipationSection {
  static let definitions: [MeasureDefinition] = [
    MeasureDefinition(
      "reports-written", "Reports written, of those due", .participation,
      """
      Of the status reports that were due, those that are on file and say something. Due is one report of each person for each week whose Sunday lies in \
      the period, in the rhythm of their own cadence, else the charter's; without either none is due. No report is due of a week in which somebody was away for three working days or more, had not come (by `since`, else by the day that their page came) or had left. Somebody who reports \
      every second week is due when there is no report of the week before either; monthly, of the three weeks before. Reports that came later count too. \
      It says nothing about how much a report tells.
      """,
      use:
        "Whether the rhythm that a group agreed on fits its days. A low share more often speaks against the rhythm than against people."
    ),
    MeasureDefinition(
      "people-heard", "People heard, of those due", .participation,
      "Of the people of whom a report was due in the period, those who wrote at least one. It says nothing about how often.",
      use: "Who may want a talk. Silence has many reasons; a report is not the only way to be heard."),
    MeasureDefinition(
      "owners-heard", "Owners heard", .participation,
      """
      Of the people who owned a goal that was open at some time of the period, those who wrote at least one report. Over time: of all of them, those who \
      wrote in that part.
      """,
      use: "Whether goals are told by those who answer for them."),
    MeasureDefinition(
      "reports-late", "Reports that came later", .participation,
      """
      Of the reports of which history tells when they came, those whose first commit is of a day after the Monday that follows their week, by the \
      committer's date in the charter's time zone. Over time: how many.
      """,
      use: "Whether news come while they are new. A report that came later is still worth more than none."),
    MeasureDefinition(
      "blocks-answered", "Blocked entries answered", .participation,
      """
      Of the entries under Blocked that name a goal, those after which, in a later commit of the period, the goal was set to done, dropped or paused, came \
      back on track from at risk, off track or paused, got another owner, or saw the task done or dropped that the entry links to; or of whose goal \
      somebody else wrote in a later week, not under Blocked or Needs. That trouble becomes visible in a goal's state is no answer; entries of the newest \
      week that anybody reported of count only when they are answered. It does not say that the way is free.
      """,
      use:
        "Whether somebody answers when people say that they are stuck. What was answered by voice alone is not seen here."
    ),
    MeasureDefinition(
      "parties-never-heard", "Parties not heard from", .participation,
      """
      Of the people and teams that a goal open at the end names as owners, in open tasks, as teams or as resources, those from whom nothing is on file in \
      the period: no report, no commit, no meeting that they took part in, no feedback, request, decision or note of theirs. A team is heard from when \
      anybody in it is.
      """,
      use: "Whom to ask before the next plan is made. Somebody may well have been heard where no file is kept."),
    MeasureDefinition(
      "one-on-ones-within-rhythm", "One-on-ones within their rhythm", .participation,
      """
      Of the pairs that met one-on-one at least once, and of people and their managers where such meetings are kept at all, those whose last meeting is no \
      longer ago than the median time between their meetings, a week at least; two weeks where they met once or never. Pairs with somebody who has left \
      are not counted. Over time: meetings.
      """,
      use: "Whom to give half an hour. Only dates are counted, never what was said."),
    MeasureDefinition(
      "mood", "Mood", .participation,
      """
      The mean of the mood that reports name, from 1 to 5, of the weeks in which five reports or more name one. Other weeks are left out, so that nobody's \
      mood can be told.
      """,
      use: "Whether a change is worth asking about. A mean hides those who feel otherwise."),
    MeasureDefinition(
      "pulse", "Survey answers", .participation,
      """
      The mean of all answers, from 1 to 5, of the newest survey of the period, of questions with five answers or more; of several teams, the survey that \
      most answered. Over time: the questions of the newest, in the last six surveys of the same team.
      """,
      use:
        "How answers move from one survey to the next. Questions differ, so one mean alone says little: see each question."
    ),
  ]
}
