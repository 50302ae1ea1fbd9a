package import Text

/// Something that a person reported to be in the way, or to be needed, and whether it is over.
package struct Obstacle: Sendable {
  /// What ended it.
  package enum End: Sendable, Equatable {
    /// The tasks that it links to are done or dropped: all of the person's own, or all of others'.
    case tasks
    /// The requests that it links to have an answer.
    case requests
    /// The goals that it links to are done or dropped.
    case goals
  }

  package let person: Name
  /// The newest report that says it.
  package let report: Record
  package let entry: StatusEntry
  package let week: Week
  /// The first of the weeks in a row in which the person wrote of it.
  package let since: Week
  /// Nil while it is in the way. That a later report is without it ends it as well: such are not asked for.
  package let end: End?

  package var isOver: Bool { end != nil }

  /// - Parameters:
  ///   - reports: of the person whose report it is.
  ///   - workspace: by whose records it is told whether it is over.
  package init(
    _ entry: StatusEntry, in report: Record, _ week: Week, of reports: ReportsOfPerson, in workspace: Workspace
  ) {
    person = reports.person
    self.report = report
    self.entry = entry
    self.week = week
    since = reports.first(saying: entry, in: week)
    end = Self.end(of: entry, by: reports.person, in: workspace)
  }

  private static func end(of entry: StatusEntry, by person: Name, in workspace: Workspace) -> End? {
    var own: [Bool] = []
    var others: [Bool] = []
    var requests: [Bool] = []
    var goals: [Bool] = []
    for link in entry.links {
      guard let record = workspace.record(link.kind, link.id) else { continue }
      if let anchor = link.anchor {
        guard let task = record.tasks.first(where: { $0.anchor?.value == anchor }) else { continue }
        let isClosed = !task.isOpen || !record.holdsOpenTasks
        if record.owners(of: task).contains(person) { own.append(isClosed) } else { others.append(isClosed) }
      } else if record.kind == .request {
        if case .answer? = workspace.course(of: record).turn { requests.append(false) } else { requests.append(true) }
      } else if record.kind == .goal, record.isReadable {
        goals.append(!record.isOpenGoal)
      }
    }
    func areOver(_ ends: [Bool]) -> Bool { !ends.isEmpty && ends.allSatisfy { $0 } }
    // Of "this waits for that" one of the two ended is enough; of "it waits for this and that" both have to.
    if areOver(own) || areOver(others) { return .tasks }
    if areOver(requests) { return .requests }
    return areOver(goals) && own.isEmpty && others.isEmpty ? .goals : nil
  }
}

extension ReportsOfPerson {
  /// What the person's newest report says under a heading, where it is recent.
  ///
  /// - Parameters:
  ///   - heading: `blocked`, `needs`.
  ///   - now: by whose records it is told whether it is over.
  ///   - week: what is recent is seen from here.
  ///   - before: the week that is about to be reported on; nil to take the newest report of all.
  package func obstacles(_ heading: Name = "blocked", at now: Workspace, in week: Week, before: Week? = nil)
    -> [Obstacle]
  {
    guard let (report, own, entries) = standing(in: week, before: before) else { return [] }
    return entries.filter { $0.heading == heading }.map { Obstacle($0, in: report, own, of: self, in: now) }
  }
}
