internal import Teamwork
package import Text

extension Summary {
  /// The document of `tw summary --format json`.
  package func json(toolVersion: String) -> JSON {
    jsonDocument(
      command: "summary", toolVersion: toolVersion,
      [
        (
          "period",
          .object([
            ("from", .string(period.from.description)), ("to", .string(period.to.description)),
            ("week", JSON(period.week?.description)),
          ])
        ),
        ("name", JSON(name)), ("vision", JSON(vision)),
        (
          "headline",
          .object([
            ("text", .string(headline.plain)), ("before", before.map(Self.states) ?? .null), ("now", Self.states(now)),
          ])
        ),
        ("goals", .array(goals.filter(\.isTold).map(Self.json))),
        ("wins", .array(wins.map(Self.json))),
        (
          "celebrations",
          .array(
            celebrations.map {
              .object([
                ("title", .string($0.title)), ("date", .string($0.day.description)), ("source", Self.json($0.source)),
              ])
            })
        ),
        ("blocked", .array(blocked.map(Self.json))), ("needs", .array(needs.map(Self.json))),
        ("next", .array(next.map(Self.json))),
        ("other", .array(other.map(Self.json))), ("slips", .array(slips.map(Self.json))),
        ("requests", .array(requests.map(Self.json))), ("decisions", .array(decisions.map(Self.json))),
        ("meetings", .array(meetings.map(Self.json))),
        (
          "feedback",
          .object([
            ("given", .int(feedbackGiven)), ("heard", .int(feedbackHeard)), ("thanks", .array(thanks.map(Self.json))),
          ])
        ),
        ("due", .array(due.map(Self.json))),
        (
          "reports",
          .object([
            ("due", .int(reports.due)), ("written", .int(reports.written)), ("unasked", .int(reports.unasked)),
            ("owners", .object([("heard", .int(reports.ownersHeard)), ("all", .int(reports.owners))])),
            ("missing", JSON(reports.missing.map(\.id))),
            ("away", JSON(reports.away.map(\.id))),
          ])
        ),
        ("madeFrom", .object([("files", .int(files)), ("commits", .int(commits)), ("head", JSON(head))])),
        ("notes", JSON(notes)),
      ])
  }

  private static func states(_ counts: [GoalStatus: Int]) -> JSON {
    .object(GoalStatus.allCases.map { (camelCase($0.rawValue), .int(counts[$0] ?? 0)) })
  }

  private static func camelCase(_ text: String) -> String {
    let parts = text.split(separator: "-")
    return String(parts[0]) + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func json(_ source: Source) -> JSON {
    .object([("path", .string(source.path)), ("line", .int(source.line)), ("commit", JSON(source.commit))])
  }

  private static func json(_ entry: Entry) -> JSON {
    .object([
      ("person", .string(entry.person.id)), ("heading", JSON(entry.heading)),
      ("otherWords", JSON(entry.otherWords)), ("text", .string(entry.text)),
      ("details", JSON(entry.details)),
      ("goals", JSON(entry.goals)), ("source", json(entry.source)),
    ])
  }

  private static func json(_ task: TaskItem) -> JSON {
    .object([
      ("text", .string(task.text)), ("owners", JSON(task.owners.map(\.id))), ("goal", .string(task.goal)),
      ("due", JSON(task.due?.description)),
      ("source", json(task.source)),
    ])
  }

  private static func json(_ goal: Goal) -> JSON {
    .object([
      ("id", .string(goal.id)), ("title", .string(goal.title)), ("owners", JSON(goal.owners.map(\.id))),
      ("status", .object([("before", JSON(goal.status.before?.rawValue)), ("now", JSON(goal.status.now?.rawValue))])),
      ("due", .object([("before", JSON(goal.due.before?.description)), ("now", JSON(goal.due.now?.description))])),
      (
        "tasks",
        .object([
          ("total", .int(goal.tasks.total)), ("done", .int(goal.tasks.done)),
          ("doneInPeriod", .int(goal.tasks.doneInPeriod)),
          ("added", .int(goal.tasks.added)), ("removed", .int(goal.tasks.removed)),
        ])
      ),
      ("finished", .array(goal.finished.map(json))), ("entries", .array(goal.entries.map(json))),
      ("source", json(goal.source)),
    ])
  }

  private static func json(_ slip: Slip) -> JSON {
    .object([
      ("id", .string(slip.goal)), ("from", .string(slip.from.description)), ("to", .string(slip.to.description)),
      ("commit", JSON(slip.commit)),
      ("why", JSON(slip.why)), ("by", JSON(slip.by)), ("source", json(slip.source)),
    ])
  }

  private static func json(_ request: Request) -> JSON {
    .object([
      ("id", .string(request.id)), ("title", .string(request.title)), ("from", .string(request.from.id)),
      ("to", .string(request.to)),
      ("status", .object([("before", JSON(request.status.before)), ("now", JSON(request.status.now))])),
      ("goal", JSON(request.goal)),
      ("asked", JSON(request.asked?.description)), ("neededBy", JSON(request.neededBy?.description)),
      ("promised", JSON(request.promised?.description)),
      ("delivered", JSON(request.delivered?.description)), ("boundary", JSON(request.boundary)),
      ("helpers", JSON(request.helpers.map(\.id))),
      ("credits", JSON(request.credits.map(\.id))), ("source", json(request.source)),
    ])
  }

  private static func json(_ decision: Decision) -> JSON {
    .object([
      ("id", .string(decision.id)), ("title", .string(decision.title)), ("by", JSON(decision.by.map(\.id))),
      ("status", .object([("before", JSON(decision.status.before)), ("now", JSON(decision.status.now))])),
      (
        "yields",
        .array(
          decision.yields.map {
            .object([("goal", .string($0.goal)), ("to", .string($0.to)), ("why", .string($0.why))])
          })
      ),
      ("source", json(decision.source)),
    ])
  }

  private static func json(_ thanks: Thanks) -> JSON {
    .object([
      ("from", .string(thanks.from.id)), ("to", .string(thanks.to)), ("kind", .string(thanks.kind)),
      ("about", JSON(thanks.about)),
      ("text", JSON(thanks.text)), ("source", json(thanks.source)),
    ])
  }

  private static func json(_ meeting: Meeting) -> JSON {
    .object([
      ("id", .string(meeting.id)), ("title", .string(meeting.title)), ("kind", .string(meeting.kind)),
      ("date", .string(meeting.day.description)),
      ("people", JSON(meeting.people.map(\.id))),
      ("actions", .object([("total", .int(meeting.actions.total)), ("done", .int(meeting.actions.done))])),
      ("source", json(meeting.source)),
    ])
  }

  private static func json(_ due: Due) -> JSON {
    .object([
      ("date", .string(due.day.description)), ("kind", .string(due.kind.rawValue)), ("title", .string(due.title)),
      ("people", JSON(due.people.map(\.id))), ("source", json(due.source)),
    ])
  }
}
