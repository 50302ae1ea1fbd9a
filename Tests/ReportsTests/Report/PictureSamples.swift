import Teamwork

@testable import Reports

/// Invented figures of any size; the same at each run.
enum PictureSamples {
  static func day(_ text: String) -> Day { Day(text)! }

  static func weeks(_ count: Int, from: String = "2026-01-05") -> [Week] {
    (0..<count).map { Week(day(from) + 7 * $0) }
  }

  static let titles = [
    "Public beta", "Onboarding in one hour",
    "Bring the harbour's asynchronous cargo papers closer to parity with those on paper", "Billing in three currencies",
    "<script>alert('x')</script> & \"quotes\"", "Old browsers retired", "Load test of the public interface",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
  ]

  static func title(_ number: Int) -> String {
    titles[number % titles.count] + (number < titles.count ? "" : " \(number)")
  }

  static func strips(goals: Int, weeks count: Int) -> GoalStrips {
    let weeks = weeks(count)
    let rows = (0..<goals).map { number -> GoalStrips.Row in
      let states = (0..<count).map { week -> GoalStatus? in
        let part = 8 * week / count
        switch number % 9 {
        case 0: return part < 3 ? .onTrack : part < 6 ? .atRisk : .offTrack
        case 1: return part < 5 ? .proposed : .onTrack
        case 2: return part < 4 ? .onTrack : .done
        case 3: return part < 2 ? nil : part < 5 ? .onTrack : .paused
        case 4: return part < 3 ? .proposed : .dropped
        case 5: return part < 4 ? .atRisk : .onTrack
        case 6: return part == 3 ? nil : .proposed
        case 7: return .offTrack
        default: return .onTrack
        }
      }
      let heard = (0..<count).map { week -> GoalStrips.Heard in
        let dice = (number * 7 + week * 5 + week * week) % 11
        return number % 10 == 9 ? .no : dice < 2 ? .written : dice == 5 && number % 3 == 0 ? .blocked : .no
      }
      return GoalStrips.Row(
        id: "goal-\(number)", title: title(number), states: states, heard: heard, done: number % 5,
        total: number % 7 == 6 ? 0 : 5 + number % 5)
    }
    if goals < 10 { return GoalStrips(weeks: weeks, groups: [.init(title: nil, rows: rows)], quiet: []) }
    let shown = Array(rows.prefix(min(goals, 86)))
    let cut = [0, shown.count / 10, shown.count / 3, shown.count]
    let groups = zip(
      ["Not written about", "Last heard of in February or March", "Heard of in June"], zip(cut, cut.dropFirst())
    ).map { title, range in
      GoalStrips.Group(title: title, rows: Array(shown[range.0..<range.1]))
    }
    let quiet = rows.dropFirst(86).map { row in
      GoalStrips.Row(
        id: row.id, title: row.title,
        states: Array(repeating: row.done == 0 ? .paused : row.done == 1 ? .done : .onTrack, count: count),
        heard: row.heard.map { _ in .no },
        done: row.done, total: row.total)
    }
    return GoalStrips(weeks: weeks, groups: groups, quiet: Array(quiet))
  }

  static func tree(branches: Int, children: Int, grandchildren: Int, without: Int) -> GoalTree {
    var number = 0
    func node(_ children: [GoalTree.Node] = []) -> GoalTree.Node {
      number += 1
      return GoalTree.Node(
        id: "goal-\(number)", title: title(number), status: number % 11 == 10 ? nil : GoalStatus.allCases[number % 7],
        children: children)
    }
    let branches = (0..<branches).map { branch in
      node(
        (0..<(children - branch % 3)).map { child in
          node((0..<(child % 2 == 0 ? grandchildren : 0)).map { _ in node() })
        })
    }
    let singles = (0..<min(2, without)).map { _ in node() }
    return GoalTree(branches: branches + singles, without: (0..<without).map { _ in node() })
  }

  static func dates(goals: Int, days: Int) -> DateLines {
    let from = day("2026-09-07")
    let period = Period(from: from, to: from + (days - 1))
    let today = period.to - days / 8
    func at(_ part: Int) -> Day { from + days * part / 100 }
    let rows = (0..<goals).map { number -> DateLines.Row in
      typealias Move = DateLines.Move
      let states: [(from: Day, status: GoalStatus)]
      var moves: [Move] = []
      var due: Day? = at(70 + number * 13 % 60)
      var ended: Day?
      switch number % 7 {
      case 0:
        states = [(from - 20, .onTrack), (at(50), .atRisk)]
        moves = [
          Move(
            from: at(90), to: at(112), by: "Ana", day: at(80), commit: "a41c0d2e5f6071829304a5b6c7d8e9f001122334",
            reason: "the supplier’s load tests come two weeks late, and <nobody> else has the machines")
        ]
        due = at(112)
      case 1:
        states = [(from, .onTrack), (at(40), .atRisk), (at(62), .offTrack)]
        moves = [
          Move(
            from: at(66), to: at(80), by: "Dev", day: at(60), commit: "5b9e217aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            reason: "two of three are on leave"),
          Move(from: at(80), to: at(105), by: "Eva", day: at(70), commit: nil, reason: nil),
          Move(from: at(105), to: at(95), by: "Eva", day: at(85), commit: "c07d4e8", reason: "found help"),
        ]
        due = at(95)
      case 2:
        states = [(at(20), .onTrack), (at(60), .done)]
        ended = at(60)
      case 3:
        states = [(from - 100, .onTrack), (at(70), .paused)]
        due = nil
      case 4:
        states = [(from + 5, .onTrack), (at(44), .dropped)]
        ended = at(44)
      case 5:
        states = [(from, .proposed)]
        due = period.to + 900
      default:
        states = [(from, .onTrack)]
      }
      return DateLines.Row(
        id: "goal-\(number)", title: title(number),
        owners: number % 3 == 0 ? ["Ana", "Ben"] : number % 3 == 1 ? ["Chi"] : [],
        start: number % 2 == 0 ? from + 3 : nil, due: due,
        states: states, ended: ended, moves: moves)
    }
    return DateLines(period: period, today: today, rows: rows)
  }

  static func burnUp(goals: Int, weeks count: Int) -> BurnUp {
    func curve(_ number: Int?) -> BurnUp.Curve {
      let size = number.map { 6 + $0 * 4 } ?? 180
      let scope = (0..<count).map { size + size * $0 / count / 3 - ($0 % 9 == 5 ? 2 : 0) }
      let done = (0..<count).map { scope[$0] * $0 / (count + 3 + (number ?? 0) * 4) }
      return BurnUp.Curve(
        goal: number.map { "goal-\($0)" }, title: number.map(title) ?? "All goals", scope: scope, done: done)
    }
    return BurnUp(weeks: weeks(count), curves: [curve(nil)] + (0..<goals).map { curve($0) })
  }

  static var chronicle: Chronicle {
    Chronicle(entries: [
      .init(
        mark: .blocked, head: "W08 · Ed Page", words: "“Help wanted: this goal needs somebody who knows <cranes>.”"),
      .init(
        mark: .written, head: "W18 · Eric Holk",
        words: "Two people answered. “b-naber and I have been working on the crane side of it.”"),
      .init(
        mark: .joined, head: "13 May · b-naber",
        words:
          "b-naber takes both tasks: “Compiler implementation”, which nobody had, and “Work through lingering issues”, beside Ed Page."
      ),
      .init(mark: .state(.atRisk), head: "30 June · due", words: "Neither task is ticked."),
      .init(mark: .state(.done), head: "6 July", words: "Done."),
    ])
  }

  /// All pictures of this size, each with the name of its kind.
  static func figures(goals: Int, weeks: Int) -> [Figure] {
    let branches = max(1, goals / 8)
    return [
      Figure(
        "tree", "The goals below the vision", encoding: "Each goal stands below the one that it leads to.",
        .tree(
          tree(
            branches: branches, children: goals > 100 ? 9 : 4, grandchildren: goals > 100 ? 2 : 1, without: goals / 3))),
      Figure(
        "strips", "Every goal, week by week",
        encoding: "Upper line: weeks in which somebody wrote about it. Lower line: its state.",
        .strips(strips(goals: goals, weeks: weeks))),
      Figure(
        "burn-up", "Work grows as fast as it is done", encoding: "Line: tasks in scope; area: tasks done.",
        .burnUp(burnUp(goals: goals / 5, weeks: weeks))),
      Figure("story", "How help came", encoding: "One line.", .chronicle(chronicle)),
      Figure(
        "dates", "Three goals moved their date",
        encoding: "Each line runs from the start of a goal to its due date. A moved date leaves its old flag behind.",
        .dates(dates(goals: goals, days: weeks * 7))),
    ]
  }
}
