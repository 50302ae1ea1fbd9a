internal import Teamwork
internal import Text

/// What was done and said about goals after somebody wrote that something is in the way, or needed.
struct WhatCameOfIt {
  enum Answer {
    /// The goal's state or owners changed, or the task came to its end.
    case moved(Line)
    /// Somebody else wrote about the goal.
    case told(Line)
    /// The goal was heard of, but by nobody else.
    case heard(Line)
    case nothing
    /// It stands in the newest week that anybody reported of: there was no time yet.
    case early
    /// The entry names no goal.
    case unknown

    /// Whether it can be told.
    var isKnown: Bool {
      switch self {
      case .moved, .told, .heard, .nothing: true
      case .early, .unknown: false
      }
    }

    var isAnswered: Bool {
      switch self {
      case .moved, .told: true
      case .heard, .nothing, .early, .unknown: false
      }
    }

    var words: Line {
      switch self {
      case .moved(let line), .told(let line), .heard(let line): line
      case .nothing: "nothing since"
      case .early: "too early to tell"
      case .unknown: "names no goal"
      }
    }
  }

  private let context: ReportContext
  private let arrivals: Arrivals
  private let newestWeek: Week?
  /// The places of the events that may be answers, newest first.
  private var events: [Name: [Int]] = [:]
  /// By week, as the reports are.
  private var entries: [Name: [ReportContext.Said]] = [:]
  /// Those that say more than that something is in the way, or needed.
  private var tellings: [Name: [ReportContext.Said]] = [:]

  init(_ context: ReportContext) {
    self.context = context
    arrivals = Arrivals(context, of: .status)
    newestWeek = context.reports.compactMap(\.week).max()
    for index in context.eventsInPeriod where context.story.events[index].kind == .goal {
      switch context.story.events[index].change {
      case .field("status", _, _), .field("owners", _, _), .taskDone, .taskDropped:
        let event = context.story.events[index]
        events[context.idAtEnd(event) ?? event.id, default: []].append(index)
      default: break
      }
    }
    for said in context.entries {
      let isTelling = said.entry.heading != "blocked" && said.entry.heading != "needs"
      for goal in said.goals {
        entries[goal, default: []].append(said)
        if isTelling { tellings[goal, default: []].append(said) }
      }
    }
  }

  /// The event that brought the report of an entry.
  func event(_ said: ReportContext.Said) -> Int? { arrivals.event(said.record.id) }

  func answer(to said: ReportContext.Said) -> Answer {
    if said.goals.isEmpty { return .unknown }
    // Whose beginning is not known was there from the first commit on.
    let place = arrivals.place(said.record.id) ?? Int.max
    for goal in said.goals {
      // The first that happened.
      for index in (events[goal] ?? []).reversed() {
        let event = context.story.events[index]
        if let commit = event.commit, commit < place, let words = words(event, said) {
          return .moved(
            "\(words), \(context.day(context.story.commits[commit].day)) (\(context.commit(context.story.commits[commit])))"
          )
        }
      }
    }
    var heard: ReportContext.Said?
    for goal in said.goals {
      if let other = Self.after(said.week, tellings[goal]).first(where: { $0.person != said.person }) {
        return .told("\(context.person(other.person)) wrote in \(week(other.week))")
      }
      if heard == nil { heard = Self.after(said.week, entries[goal]).first }
    }
    guard let heard else { return said.week == newestWeek ? .early : .nothing }
    let isBlocked = heard.entry.heading == "blocked"
    return .heard(isBlocked ? "still so in \(week(heard.week))" : "heard of in \(week(heard.week))")
  }

  /// Of entries in the order of their weeks, those of later ones.
  private static func after(_ week: Week, _ entries: [ReportContext.Said]?) -> ArraySlice<ReportContext.Said> {
    guard let entries else { return [] }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if week < entries[middle].week { high = middle } else { low = middle + 1 }
    }
    return entries[low...]
  }

  private func week(_ week: Week) -> String { WeekWords.short(week, in: context.period.to.civil.year) }

  private func words(_ event: Event, _ said: ReportContext.Said) -> Line? {
    switch event.change {
    case .field("status", let from, let to):
      guard let from = from?.asText.flatMap({ GoalStatus(rawValue: $0.text) }),
        let to = to?.asText.flatMap({ GoalStatus(rawValue: $0.text) })
      else { return nil }
      switch to {
      case .done, .dropped, .paused: return "the goal is \(to.words)"
      case .onTrack where from == .atRisk || from == .offTrack || from == .paused: return "the goal is on track again"
      // That trouble became visible is no answer to it, and neither is that a proposal was taken up.
      default: return nil
      }
    case .field("owners", let from, let to):
      let before = Set(from?.elements.compactMap(\.asText) ?? [])
      let after = (to?.elements.compactMap(\.asText) ?? [])
      let came = SummaryWords.sorted(after.filter { !before.contains($0) }.map(context.person))
      return came.isEmpty ? nil : "\(SummaryWords.list(came)) \(came.count == 1 ? "is an owner" : "are owners") now"
    case .taskDone(let task), .taskDropped(let task):
      guard let anchor = task.anchor, said.entry.tasks.contains(where: { $0.goal == event.id && $0.anchor == anchor })
      else { return nil }
      return "the task is \(task.state == .done ? "done" : "dropped")"
    default: return nil
    }
  }
}
