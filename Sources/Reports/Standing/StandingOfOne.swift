internal import Documents
internal import Teamwork
internal import Text

/// What waits for one person.
struct StandingOfOne {
  private let context: StandingContext
  private let me: Name
  private var workspace: Workspace { context.workspace }
  private var today: Day { context.today }

  /// Tasks due within so many days are told.
  private static let ahead = 14
  /// A done request is thanked for while it is fresh.
  private static let fresh = 42

  init(_ context: StandingContext, _ me: Name) {
    self.context = context
    self.me = me
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

  var mine: [(task: Task, record: Record)] {
    context.openTasks.filter { context.owners($0.task, in: $0.record).contains(me) }
  }

  private func sorted(_ items: [(Day?, Standing.Item)]) -> [Standing.Item] {
    items.enumerated().sorted { ($0.element.0?.number ?? .max, $0.offset) < ($1.element.0?.number ?? .max, $1.offset) }
      .map(\.element.1)
  }

  // MARK: Work

  var work: [Standing.Item] {
    sorted(
      mine.map { task, record in
        let day = task.due?.value
        let waits = context.waits(task, in: record).map { needed, home in
          let others = context.owners(needed, in: home)
          return "“\(needed.text)”" + (others.isEmpty || others == [me] ? "" : " (\(context.people(others)))")
        }
        let offer: Line? =
          waits.isEmpty
          ? day.map { $0 < today } == true ? "Done, a new date, or a hand from somebody." : nil
          : "Waits for \(SummaryWords.list(waits))."
        return (
          day,
          .init(
            "\(context.task(task, of: record))\(day.map { ", \(context.due($0))" } ?? "") · \(record.title)",
            offer: offer,
            days: day.flatMap { $0 < today ? today - $0 : nil }, source: context.source(record, task.range))
        )
      })
  }

  private var waitsForMe: [Standing.Item] {
    let own = Set(mine.compactMap { task, record in task.anchor.map { "\(record.reference)^\($0.value)" } })
    return context.openTasks.compactMap { task, record in
      let owners = context.owners(task, in: record).filter { $0 != me }
      guard !owners.isEmpty,
        let (needed, home) = context.waits(task, in: record).first(where: {
          own.contains("\($0.record.reference)^\($0.task.anchor?.value.text ?? "")")
        })
      else { return nil }
      return .init(
        "\(context.people(owners)) \(owners.count > 1 ? "need" : "needs") \(context.task(needed, of: home)) for \(context.task(task, of: record))",
        days: needed.due.flatMap { $0.value < today ? today - $0.value : nil },
        source: context.source(home, needed.range))
    }
  }

  private var goals: [Standing.Item] { context.openGoals.filter { $0.owners.contains(me) }.map(context.standing) }

  // MARK: Asking and helping

  var askedOfMe: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        let course = context.course(of: request)
        guard course.waitsForAnswer(of: me), let from = request[Request.from] else { return nil }
        let (asked, needed) = (course.asked, course.neededBy)
        let goal = request[Request.goal].flatMap { workspace.record(.goal, $0) }
        let load = mine.count
        return (
          asked,
          .init(
            "\(context.person(from))\(asked.map { " asked \(context.ago($0))" } ?? " asks"): \(context.link(request))\(needed.map { ", needed by \(context.day($0))" } ?? "")\(goal.map { " · \($0.title)" } ?? "")",
            offer:
              "You carry \(SummaryWords.counted(load, "open task")). Yes with a date or no with a reason, both help: \(.code("tw promise \(request.id) DATE")), \(.code("tw decline \(request.id) WHY")).",
            days: asked.map { today - $0 }, source: context.source(request))
        )
      })
  }

  var promises: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        let course = context.course(of: request)
        guard course.isPromised(by: me) else { return nil }
        let day = course.promised
        let from = request[Request.from].map { " to \(context.person($0))" } ?? ""
        let when =
          day.map { $0 < today ? ", for \(context.day($0)), \(context.ago($0))" : ", for \(context.day($0))" }
          ?? ", without a date yet"
        return (
          day,
          .init(
            "\(context.link(request))\(from)\(when)",
            offer: day == nil
              ? "A date helps them to plan: \(.code("tw promise \(request.id) DATE"))."
              : day! < today
                ? "Delivered (\(.code("tw deliver \(request.id)"))), or is a new date better (\(.code("tw promise \(request.id) DATE")))?"
                : nil,
            days: day.flatMap { $0 < today ? today - $0 : nil }, source: context.source(request))
        )
      })
  }

  private var requests: [Standing.Item] {
    sorted(
      workspace.records(of: .request).compactMap { request in
        let course = context.course(of: request)
        guard request[Request.from] == me, let to = request[Request.to] else { return nil }
        if course.status == .declined { return declined(request, by: to) }
        guard course.waits else { return nil }
        let (asked, promised) = (course.asked, course.promised)
        let state =
          course.status == .open
          ? "no answer yet" + (asked.map { ", asked \(context.ago($0))" } ?? "")
          : promised.map {
            $0 < today ? "promised for \(context.day($0)), \(context.ago($0))" : "promised for \(context.day($0))"
          } ?? "promised, without a date yet"
        return (
          asked,
          .init(
            "\(context.link(request)) of \(context.called(to)): \(state)", days: asked.map { today - $0 },
            source: context.source(request))
        )
      })
  }

  /// A no is told while there is time to look elsewhere.
  private func declined(_ request: Record, by asked: Name) -> (Day?, Standing.Item)? {
    let day = request.day("answered")?.value
    if let day, today - day > Self.ahead { return nil }
    let why: Line = request.text("boundary").map { ": “\(context.resolver.inlines($0, in: request.path))”" } ?? ""
    return (
      day,
      .init(
        "\(context.link(request)): \(context.called(asked)) could not take it on\(why)",
        offer: "Who else could? Or it is no longer needed: \(.code("tw set \(request.id) status=withdrawn")).",
        days: day.map { today - $0 }, source: context.source(request))
    )
  }

  private var toThank: [Standing.Item] {
    unthanked.compactMap { request, helpers in
      let day = request.day("delivered")?.value
      if let day, today - day > Self.fresh { return nil }
      let whom = SummaryWords.list(helpers.map(context.called))
      return .init(
        "\(context.link(request)), by \(whom)\(day.map { " \(context.ago($0))" } ?? "")",
        offer: "Two sentences are enough: \(.code("tw thank \(helpers[0]) 'for what' --about \(request.id)")).",
        days: day.map { today - $0 }, source: context.source(request))
    }
  }

  /// What was done for this person, and by whom, with no feedback from them about it.
  var unthanked: [(request: Record, helpers: [Name])] {
    let told = Set(
      workspace.records(of: .feedback).filter { $0.name("from")?.value == me }.compactMap {
        $0.name("about")?.value.text
      })
    return workspace.records(of: .request).compactMap { request in
      guard request.text("status") == "done", request.name("from")?.value == me, !told.contains(request.id.text),
        !told.contains("request/\(request.id)"),
        !told.contains("requests/\(request.id)"), let to = request.name("to")?.value
      else { return nil }
      let helpers = request.names("helpers").map(\.value).filter { $0 != me }
      return (request, helpers.isEmpty ? [to] : helpers)
    }
  }

  private var toRead: [Standing.Item] {
    let answered = Set(workspace.records(of: .feedback).compactMap { $0.name("reply-to")?.value })
    return workspace.records(of: .feedback).compactMap { feedback in
      guard feedback.day("acknowledged") == nil, !answered.contains(feedback.id), let to = feedback.name("to")?.value,
        let from = feedback.name("from")?.value,
        case .record(let number) = workspace.resolve(to, as: [.person, .team]),
        workspace.records[number].kind == .person, workspace.records[number].id == me
      else { return nil }
      let day = feedback.day("date")?.value
      let kind = feedback.text("kind") ?? "feedback"
      return .init(
        "\(.link([.text(SummaryWords.capitalised(kind))], .file(feedback.path))) from \(context.person(from))\(day.map { ", \(context.ago($0))" } ?? "")",
        offer: "\(.code("tw set \(feedback.id) acknowledged=\(today)")) says that you read it.",
        days: day.map { today - $0 }, source: context.source(feedback))
    }
  }

  // MARK: Reporting

  private var report: [Standing.Item] {
    guard let person = workspace.record(.person, me) else { return [] }
    let this = Week(today)
    // A workspace that has never had a report has not begun with them: nothing of the past is due.
    let weeks = workspace.records.contains { $0.kind == .status } ? [this.previous, this] : [this]
    let states = workspace.reports(of: me).states(in: weeks)
    return zip(weeks, states).compactMap { week, state in
      guard case .none = state, context.created(person).map({ $0 <= week.sunday }) ?? true else { return nil }
      return .init(
        week == this
          ? "W\(week.week) is to be written by \(context.day(week.sunday))" : "W\(week.week) is not on file yet",
        offer: "\(.code(week == this ? "tw new status" : "tw new status week=\(week)")) begins it for you.",
        source: context.source(person))
    }
  }
}
