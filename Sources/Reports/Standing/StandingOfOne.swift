internal import Documents
internal import Teamwork
internal import Text

/// What waits for one person.
struct StandingOfOne {
  private let context: StandingContext
  private let me: Name
  private let toMe: Asked
  private var workspace: Workspace { context.workspace }
  private var today: Day { context.today }

  /// Tasks due within so many days are told.
  private static let ahead = 14
  /// A done request is thanked for while it is fresh.
  private static let fresh = 42

  init(_ context: StandingContext, _ me: Name) {
    self.context = context
    self.me = me
    toMe = Asked(me, in: context.workspace)
  }

  var sections: [Standing.Section] {
    [
      .init(name: .waitsForMe, title: "Others wait for you", items: waitsForMe),
      .init(name: .askedOfMe, title: "Asked of you", items: askedOfMe),
      .init(name: .myPromises, title: "You promised", items: promises),
      .init(name: .myWork, title: "Your tasks, the earliest first", items: work),
      .init(name: .myGoals, title: "Your goals", items: goals),
      .init(name: .myRequests, title: "You asked", items: requests),
      .init(name: .toThank, title: "Done for you, without a word of thanks on file", items: toThank),
      .init(name: .toRead, title: "Feedback for you", items: toRead),
      .init(name: .myReport, title: "Your report", items: report),
    ]
  }

  private var mine: [(task: Task, record: Record)] { context.openTasks.filter { context.owners($0.task, in: $0.record).contains(me) } }

  private func sorted(_ items: [(Day?, Standing.Item)]) -> [Standing.Item] {
    items.enumerated().sorted { ($0.element.0?.number ?? .max, $0.offset) < ($1.element.0?.number ?? .max, $1.offset) }.map(\.element.1)
  }

  private func due(_ day: Day) -> String { day < today ? "was due \(context.day(day)), \(context.ago(day))" : "due \(context.day(day))" }

  // MARK: Work

  private var work: [Standing.Item] {
    sorted(
      mine.map { task, record in
        let day = task.due?.value
        let waits = context.waits(task, in: record).map { needed, home in
          let others = context.owners(needed, in: home)
          return "“\(needed.text)”" + (others.isEmpty || others == [me] ? "" : " (\(context.people(others)))")
        }
        let offer: Line? =
          waits.isEmpty
          ? day.map { $0 < today } == true ? "Done, a new date, or a hand from somebody." : nil : "Waits for \(SummaryWords.list(waits))."
        return (
          day,
          .init(
            "\(context.task(task, of: record))\(day.map { ", \(due($0))" } ?? "") · \(record.title)", offer: offer,
            days: day.flatMap { $0 < today ? today - $0 : nil }, source: context.source(record, task.range))
        )
      })
  }

  private var waitsForMe: [Standing.Item] {
    let own = Set(mine.compactMap { task, record in task.anchor.map { "\(record.reference)^\($0.value)" } })
    return context.openTasks.compactMap { task, record in
      let owners = context.owners(task, in: record).filter { $0 != me }
      guard !owners.isEmpty, let (needed, home) = context.waits(task, in: record).first(where: { own.contains("\($0.record.reference)^\($0.task.anchor?.value.text ?? "")") })
      else { return nil }
      return .init(
        "\(context.people(owners)) \(owners.count > 1 ? "need" : "needs") \(context.task(needed, of: home)) for \(context.task(task, of: record))",
        days: needed.due.flatMap { $0.value < today ? today - $0.value : nil }, source: context.source(home, needed.range))
    }
  }

  private var goals: [Standing.Item] {
    context.openGoals.filter { $0.owners.contains(me) }.map { goal in
      let due = goal.day("due")?.value
      let tone: Line.Tone = goal.status == .offTrack ? .bad : goal.status == .atRisk ? .attention : .plain
      let tasks = goal.tasks.filter { $0.state != .dropped }
      let done = tasks.count { $0.state == .done }
      let progress = tasks.isEmpty ? "" : ", \(done) of \(tasks.count) tasks done"
      return .init(
        "\(context.link(goal)): \(.state(goal.status?.words ?? "no state", tone))\(progress)\(due.map { ", \(self.due($0))" } ?? "")",
        days: due.flatMap { $0 < today ? today - $0 : nil }, source: context.source(goal))
    }
  }

  // MARK: Asking and helping

  private var askedOfMe: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        guard request.text("status") == "open", let to = request.name("to")?.value, toMe.includes(to), let from = request.name("from")?.value else { return nil }
        let asked = request.day("asked")?.value ?? context.created(request)
        let needed = request.day("needed-by")?.value
        let load = mine.count
        return (
          asked,
          .init(
            "\(context.person(from))\(asked.map { " asked \(context.ago($0))" } ?? " asks"): \(context.link(request))\(needed.map { ", needed by \(context.day($0))" } ?? "")",
            offer: "You carry \(SummaryWords.counted(load, "open task")). Yes with a date, or no with a reason: both help.",
            days: asked.map { today - $0 }, source: context.source(request))
        )
      })
  }

  private var promises: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        guard request.text("status") == "accepted", let to = request.name("to")?.value,
          toMe.includes(to) || request.names("helpers").contains(where: { $0.value == me })
        else { return nil }
        let day = request.day("promised")?.value
        let from = request.name("from").map { " to \(context.person($0.value))" } ?? ""
        let when = day.map { $0 < today ? ", for \(context.day($0)), \(context.ago($0))" : ", for \(context.day($0))" } ?? ", without a date yet"
        return (
          day,
          .init(
            "\(context.link(request))\(from)\(when)", offer: day == nil ? "A date helps them to plan." : day! < today ? "Delivered, or is a new date better?" : nil,
            days: day.flatMap { $0 < today ? today - $0 : nil }, source: context.source(request))
        )
      })
  }

  private var requests: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        guard request.name("from")?.value == me, let status = request.text("status"), status == "open" || status == "accepted", let to = request.name("to")?.value
        else { return nil }
        let asked = request.day("asked")?.value ?? context.created(request)
        let promised = request.day("promised")?.value
        let state =
          status == "open"
          ? "no answer yet" + (asked.map { ", asked \(context.ago($0))" } ?? "")
          : promised.map { $0 < today ? "promised for \(context.day($0)), \(context.ago($0))" : "promised for \(context.day($0))" } ?? "promised, without a date yet"
        return (
          asked,
          .init("\(context.link(request)) of \(context.called(to)): \(state)", days: asked.map { today - $0 }, source: context.source(request))
        )
      })
  }

  private var toThank: [Standing.Item] {
    let told = Set(
      workspace.records(of: .feedback).filter { $0.name("from")?.value == me }.compactMap { $0.name("about")?.value.text })
    return workspace.records(of: .request).compactMap { request -> Standing.Item? in
      guard request.text("status") == "done", request.name("from")?.value == me, !told.contains(request.id.text), !told.contains("request/\(request.id)"),
        !told.contains("requests/\(request.id)"), let to = request.name("to")?.value
      else { return nil }
      let day = request.day("delivered")?.value
      if let day, today - day > Self.fresh { return nil }
      let helpers = request.names("helpers").map(\.value)
      let whom = helpers.isEmpty ? context.called(to) : context.people(helpers)
      return .init(
        "\(context.link(request)), by \(whom)\(day.map { " \(context.ago($0))" } ?? "")", offer: "Two sentences are enough: \(.code("tw new feedback to=\(helpers.first ?? to) kind=thanks about=\(request.id)")).",
        days: day.map { today - $0 }, source: context.source(request))
    }
  }

  private var toRead: [Standing.Item] {
    let answered = Set(workspace.records(of: .feedback).compactMap { $0.name("reply-to")?.value })
    return workspace.records(of: .feedback).compactMap { feedback in
      guard feedback.day("acknowledged") == nil, !answered.contains(feedback.id), let to = feedback.name("to")?.value, let from = feedback.name("from")?.value,
        case .record(let number) = workspace.resolve(to, as: [.person, .team]), workspace.records[number].kind == .person, workspace.records[number].id == me
      else { return nil }
      let day = feedback.day("date")?.value
      let kind = feedback.text("kind") ?? "feedback"
      return .init(
        "\(.link([.text(SummaryWords.capitalised(kind))], .file(feedback.path))) from \(context.person(from))\(day.map { ", \(context.ago($0))" } ?? "")",
        offer: "\(.code("acknowledged: \(today)")) says that you read it.", days: day.map { today - $0 }, source: context.source(feedback))
    }
  }

  // MARK: Reporting

  private var report: [Standing.Item] {
    guard let person = workspace.record(.person, me) else { return [] }
    let this = Week(today)
    let weeks = [this.previous, this]
    let states = Reporting(now: workspace, latest: workspace, weeks: weeks).states(of: person)
    return zip(weeks, states).compactMap { week, state in
      guard case .none = state, context.created(person).map({ $0 <= week.sunday }) ?? true else { return nil }
      return .init(
        week == this ? "W\(week.week) is to be written by \(context.day(week.sunday))" : "W\(week.week) is not on file yet",
        offer: "\(.code(week == this ? "tw new status" : "tw new status week=\(week)")) begins it for you.",
        source: context.source(person))
    }
  }
}
