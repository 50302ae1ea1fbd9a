internal import Teamwork
internal import Text

/// How open tasks are spread, without names, and who waits for whom.
struct OpenWork {
  private struct Spot: Hashable {
    let goal: Name
    let offset: Int
  }

  private struct Wait {
    let waiting: [Name]
    let task: Task
    let goal: Name
    let needed: Task
    let neededBy: [Name]
    let neededGoal: Name
  }

  /// How many open tasks each has who has any.
  private let loads: [Int]
  /// People on file who have none.
  private let free: Int
  private let waits: [Wait]

  /// Fewer could be told who they are.
  private static let fewest = 5

  init(_ context: ReportContext) {
    var loads: [Name: Int] = [:]
    var waits: [Wait] = []
    let open = context.now.records(of: .goal).filter(\.isOpenGoal)
    struct Place: Hashable {
      let goal: Name
      let anchor: Name
    }
    var tasks: [Place: Task] = [:]
    for goal in open {
      for task in goal.tasks where task.isOpen {
        if let anchor = task.anchor?.value { tasks[Place(goal: goal.id, anchor: anchor)] = task }
      }
    }
    for goal in open {
      for task in goal.tasks where task.isOpen {
        for owner in task.owners { loads[owner, default: 0] += 1 }
        guard !task.owners.isEmpty else { continue }
        for need in task.needs {
          let place = Place(goal: need.value.record ?? goal.id, anchor: need.value.anchor)
          guard let needed = tasks[place], !needed.owners.contains(where: task.owners.contains) else { continue }
          waits.append(
            Wait(
              waiting: task.owners, task: task, goal: goal.id, needed: needed, neededBy: needed.owners,
              neededGoal: place.goal))
        }
      }
    }
    self.loads = loads.values.sorted(by: >)
    let end = context.input.asOf
    free = context.now.records(of: .person).count { person in
      loads[person.id] == nil && person.day("until").map { $0.value >= end } ?? true
        && person.day("since").map { $0.value <= end } ?? true
    }
    func names(_ people: [Name]) -> Name {
      Name(people.map(context.person).sorted { Name($0) < Name($1) }.joined(separator: ", "))
    }
    self.waits = waits.map { (name: names($0.waiting), wait: $0) }.sorted {
      ($0.name, $0.wait.goal, $0.wait.task.range.lowerBound) < ($1.name, $1.wait.goal, $1.wait.task.range.lowerBound)
    }
    .map(\.wait)
  }

  /// The smallest number of people who together have half of the open tasks.
  private var half: Int {
    let total = loads.reduce(0, +)
    var sum = 0
    for (index, load) in loads.enumerated() {
      sum += load
      if sum * 2 >= total { return index + 1 }
    }
    return loads.count
  }

  func finding(_ context: ReportContext) -> [Line] {
    guard !waits.isEmpty else { return [] }
    let tasks = Set(waits.map { Spot(goal: $0.goal, offset: $0.task.range.lowerBound) }).count
    let nobody = Set(
      waits.filter(\.neededBy.isEmpty).map { Spot(goal: $0.neededGoal, offset: $0.needed.range.lowerBound) }
    ).count
    let line = "\(SummaryWords.starting(tasks, "open task waits", "open tasks wait")) for a task of somebody else."
    return [
      Line(
        nobody == 0
          ? line
          : "\(line) \(SummaryWords.starting(nobody, "task")) that others wait for \(SummaryWords.verb(nobody, "has", "have")) nobody yet."
      )
    ]
  }

  // MARK: Figures

  private static let bounds: [(from: Int, to: Int, words: String)] = [
    (1, 1, "one"), (2, 3, "two or three"), (4, 6, "four to six"), (7, 10, "seven to ten"), (11, .max, "more than ten"),
  ]

  /// Nil where so few have tasks that each could be told.
  var load: Figure? {
    guard loads.count >= Self.fewest else { return nil }
    var rows: [[Line]] = free > 0 ? [["none", "\(free)"]] : []
    for (from, to, words) in Self.bounds {
      if case let count = loads.count(where: { (from...to).contains($0) }), count > 0 {
        rows.append([Line(words), "\(count)"])
      }
    }
    return Figure(
      "load", "Half of the open tasks lie with \(SummaryWords.ratio(half, loads.count)) people who have any",
      encoding:
        "How many people have how many open tasks, in goals that are open. Without names: tasks differ, and this is no list of who does most.",
      .table(
        Table(
          "Open tasks by person, without names", columns: [.init("Open tasks"), .init("People", isNumber: true)],
          rows: rows)))
  }

  private static let mostWaits = 40

  func waits(_ context: ReportContext) -> Figure? {
    guard !waits.isEmpty else { return nil }
    func names(_ people: [Name]) -> Line {
      people.isEmpty
        ? "nobody yet" : Line(people.map(context.person).sorted { Name($0) < Name($1) }.joined(separator: ", "))
    }
    let rows = waits.prefix(Self.mostWaits).map { wait -> [Line] in
      let due = wait.needed.due.map { ", due \(context.day($0.value))" } ?? ""
      let goal = wait.neededGoal == wait.goal ? "" : " (\(context.goal(wait.neededGoal)))" as Line
      return [
        names(wait.waiting), "\(wait.task.text) (\(context.goal(wait.goal)))", names(wait.neededBy),
        "\(wait.needed.text)\(goal)\(due)",
      ]
    }
    let people = Set(waits.flatMap(\.waiting)).count
    return Figure(
      "who-waits", "\(SummaryWords.starting(people, "person waits", "people wait")) for a task of somebody else",
      encoding: "Each open task that needs one of somebody else which is open too, by the name of who waits.",
      .table(
        Table(
          "Who waits for whom", columns: [.init("Who waits"), .init("With"), .init("For"), .init("To finish")],
          rows: Array(rows))),
      foot: waits.count > Self.mostWaits
        ? "\(SummaryWords.starting(waits.count - Self.mostWaits, "more is", "more are")) left out: \(.code("tw list tasks"))."
        : nil)
  }
}
