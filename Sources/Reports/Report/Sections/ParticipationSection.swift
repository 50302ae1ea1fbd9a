internal import Teamwork

/// Who was heard: reports, what was in people's way, parties that a goal names, meetings, moods and surveys.
enum ParticipationSection {
  static func make(_ context: ReportContext) -> Section {
    let reports = ReportsByWeek(context)
    let after = WhatCameOfIt(context)
    let obstacles = InTheWay(context, after)
    let needs = Needs(context, after)
    let parties = PartiesHeard(context, writers: reports.writers)
    let pairs = OneOnOneRhythms(context)
    let meetings = OtherMeetings(context)
    let moods = Moods(context)
    let surveys = Surveys(context)

    var finding: [Line] = []
    if !reports.people.isEmpty { finding.append(reports.finding) }
    finding += [obstacles.finding, needs.finding, parties.finding, pairs.finding].compactMap { $0 }
    finding += meetings.finding
    finding += [moods.finding].compactMap { $0 } + surveys.finding

    var note = reports.note
    if !obstacles.items.isEmpty {
      note.append(
        "What was in the way can be followed only where the entry names a goal, or its report is about one. That somebody wrote of it does not mean that the way is free."
      )
    }
    if !needs.needs.isEmpty {
      note.append("A need that is not asked again may have been met or given up: only a line about it would tell.")
    }
    if !pairs.rows.isEmpty { note.append("Pairs with somebody who has left are not counted.") }

    let figures =
      [reports.figure, obstacles.figure, needs.figure, parties.figure, pairs.figure, moods.figure].compactMap { $0 }
      + surveys.figures
    return Section(
      .participation, finding: finding, note: note, figures: figures,
      measures: reports.measures + [obstacles.measure, parties.measure, pairs.measure, moods.measure, surveys.measure],
      missing: missing(reports, pairs, meetings, surveys))
  }

  private static func missing(
    _ reports: ReportsByWeek, _ pairs: OneOnOneRhythms, _ meetings: OtherMeetings, _ surveys: Surveys
  ) -> [Section.Missing] {
    var missing: [Section.Missing] = []
    if reports.written.isEmpty {
      missing.append(
        .init(
          "No reports of these weeks on file.",
          "With them, this section shows who was heard in which week, what was in their way, and what they need.",
          command: "tw new status"))
    }
    if pairs.rows.isEmpty, meetings.isEmpty {
      missing.append(
        .init(
          "No meetings on file.",
          "With them, it shows which pairs have not met for longer than usual, and which goals had a kick-off; only dates are counted, never what was said.",
          command: "tw new meeting 'The two of us' kind=one-on-one"))
    } else if pairs.rows.isEmpty {
      missing.append(
        .init(
          "No one-on-ones on file.",
          "With them, it shows which pairs have not met for longer than usual; only dates are counted, never what was said.",
          command: "tw new meeting 'The two of us' kind=one-on-one"))
    } else if meetings.isEmpty {
      missing.append(
        .init(
          "No meetings beside one-on-ones on file for the period.",
          "With them, it shows which goals had a kick-off, and when people looked back or celebrated.",
          command: "tw new meeting 'Looking back' kind=retrospective"))
    }
    if surveys.isEmpty {
      missing.append(
        .init(
          "No survey of the period on file.",
          "With one that five or more answered, it shows what people think, in counts only.",
          command: "tw new pulse 'How we are doing'"))
    }
    if !meetings.hasChannels {
      missing.append(
        .init(
          "The charter names no channels.", "They tell a newcomer where people talk, and about what.",
          command: "tw explain channels"))
    }
    return missing
  }
}
