internal import Teamwork
internal import Text

/// What newest reports say under headings of their writers' own, or above the first: no section of its own tells it.
struct OwnWords {
  private struct Report {
    var person: Name
    var record: Record
    var week: Week
    var entries: [StatusEntry]
  }

  private let context: StandingContext
  private let reports: [Report]

  init(_ context: StandingContext) {
    self.context = context
    reports = context.workspace.writtenReports.people.compactMap { person in
      context.workspace.reports(of: person).standing(in: Week(context.today)).map {
        Report(person: person, record: $0.report, week: $0.week, entries: $0.entries)
      }
    }
  }

  /// Of each goal the newest, of its owners before others.
  func byGoal() -> [Name: Line] {
    var found: [Name: (rank: (Int, Int), words: Line)] = [:]
    for report in reports {
      for entry in report.entries where entry.otherWords != nil {
        for goal in entry.goals {
          let isOwner = context.workspace.record(.goal, goal)?.owners.contains(report.person) == true
          let rank = (report.week.monday.number, isOwner ? 1 : 0)
          if let other = found[goal], other.rank >= rank { continue }
          found[goal] = (rank, "“\(words(entry, report))” (\(context.person(report.person)), W\(report.week.week))")
        }
      }
    }
    return found.mapValues(\.words)
  }

  /// Reports of this week and the last with nothing under a heading that is known.
  var items: [Standing.Item] {
    reports.compactMap { report in
      guard report.week >= Week(context.today).previous, let first = report.entries.first,
        report.entries.allSatisfy({ $0.otherWords != nil })
      else { return nil }
      let more = report.entries.count - 1
      return .init(
        "\(.strong([.text(context.person(report.person))])) (W\(report.week.week)): \(words(first, report))\(more > 0 ? " (and \(more) more)" : "")",
        source: context.source(report.record, first.range))
    }
  }

  private func words(_ entry: StatusEntry, _ report: Report) -> Line {
    Line(context.resolver.inlines(entry.text, in: report.record.path))
  }
}
