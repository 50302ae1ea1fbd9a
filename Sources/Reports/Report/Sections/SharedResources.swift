internal import Teamwork
internal import Text

/// Goals that draw on the same thing at the same time.
struct SharedResources {
  struct Meeting {
    let resource: String
    /// By the day on which each begins.
    let goals: [Record]
    /// From when on two of them draw on it, and until when.
    let days: (from: Day?, to: Day?)
  }

  /// By the alphabet of what is shared.
  let meetings: [Meeting]
  /// Whether any open goal says what it draws on.
  let isOnFile: Bool

  init(_ context: ReportContext) {
    struct Draw {
      let goal: Record
      let from: Day?
      let to: Day?
    }
    var draws: [Name: [Draw]] = [:]
    var titles: [Name: String] = [:]
    for goal in context.now.records(of: .goal) where goal.isOpenGoal {
      for resource in goal.names("resources") {
        let key = Name(resource.value.text.lowercased().split { $0.isWhitespace }.joined(separator: " "))
        if titles[key] == nil { titles[key] = context.now.record(.team, resource.value)?.title ?? resource.value.text }
        // Written twice is drawn once.
        if draws[key]?.last?.goal !== goal {
          draws[key, default: []].append(.init(goal: goal, from: goal.day("start")?.value, to: goal.day("due")?.value))
        }
      }
    }
    isOnFile = !draws.isEmpty
    var meetings: [Meeting] = []
    for (key, draws) in draws where draws.count > 1 {
      let sorted = draws.sorted { ($0.from?.number ?? .min, $0.goal.id) < ($1.from?.number ?? .min, $1.goal.id) }
      var group: [Draw] = []
      // The two latest ends so far: what is drawn on after the first of them has passed is drawn on alone.
      var (last, second) = (Int.min, Int.min)
      var from: Day?
      func close() {
        guard group.count > 1 else { return }
        meetings.append(
          .init(
            resource: titles[key] ?? key.text, goals: group.map(\.goal),
            days: (from, second == .max ? nil : Day(number: second))))
      }
      for draw in sorted {
        let end = draw.to?.number ?? .max
        if group.isEmpty || (draw.from?.number ?? .min) > last {
          close()
          group = [draw]
          (last, second, from) = (end, .min, nil)
        } else {
          if group.count == 1 { from = draw.from }
          group.append(draw)
          (last, second) = (max(last, end), max(second, min(last, end)))
        }
      }
      close()
    }
    self.meetings = meetings.sorted { (Name($0.resource), $0.goals[0].id) < (Name($1.resource), $1.goals[0].id) }
  }

  private func days(_ meeting: Meeting, _ context: ReportContext) -> String {
    switch (meeting.days.from, meeting.days.to) {
    case (let from?, let to?):
      from == to ? "on \(context.dayInFull(from))" : "from \(context.dayInFull(from)) to \(context.dayInFull(to))"
    case (nil, let to?): "until \(context.dayInFull(to))"
    case (let from?, nil): "from \(context.dayInFull(from)) on"
    case (nil, nil): "all the time"
    }
  }

  func finding(_ context: ReportContext) -> [Line] {
    guard let first = meetings.first else { return [] }
    if meetings.count > 1 {
      return [
        "\(SummaryWords.starting(meetings.count, "resource is", "resources are")) drawn on by several goals at the same time: see who needs them when."
      ]
    }
    let all = first.goals.count == 2 ? "both" : "all"
    return [
      "\(Line.some(of: context.goalLines(first.goals.map(\.id)), most: 4)) \(all) draw on “\(first.resource)” \(days(first, context))."
    ]
  }

  func figure(_ context: ReportContext) -> Figure? {
    guard meetings.count > 1 else { return nil }
    let rows = meetings.map { meeting -> [Line] in
      [
        Line(meeting.resource), Line.some(of: context.goalLines(meeting.goals.map(\.id)), most: 8),
        Line(days(meeting, context)),
      ]
    }
    return Figure(
      "shared-resources",
      "\(SummaryWords.starting(meetings.count, "resource is", "resources are")) drawn on by several goals at once",
      encoding: "What several open goals draw on, and the days on which two of them or more do.",
      .table(
        Table(
          "Resources that several goals draw on", columns: [.init("Resource"), .init("Goals"), .init("When")],
          rows: rows)))
  }
}
