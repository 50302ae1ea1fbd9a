internal import Teamwork
internal import Text

/// Who has which part in the goals that are open at the end.
struct PartsInGoals {
  struct Row {
    let goal: Record
    /// By the alphabet of their names.
    let parts: [(person: Name, part: ResponsibilityMatrix.Part)]
    /// Open tasks that name nobody.
    let gaps: [Task]

    var owners: Int { parts.count { $0.part == .owner || $0.part == .ownerWithTasks } }
    var isWithIdleOwner: Bool { parts.contains { $0.part == .owner } && goal.tasks.contains { $0.state != .dropped } }
  }

  /// In the order of the goals' titles.
  let rows: [Row]
  /// With how many goals each has to do.
  let goalsOfPeople: [Name: Int]
  let openTasks: Int

  init(_ context: ReportContext) {
    let now = context.now
    var goalsOfPeople: [Name: Int] = [:]
    var rows: [Row] = []
    var openTasks = 0
    for goal in now.records(of: .goal) where goal.isOpenGoal {
      var named: Set<Name> = []
      var holding: Set<Name> = []
      var gaps: [Task] = []
      for task in goal.tasks where task.state != .dropped {
        named.formUnion(task.owners)
        let holders = task.role.flatMap { now.record(.role, $0.value) }?.names("holders").map(\.value) ?? []
        if task.owners.isEmpty { holding.formUnion(holders) }
        guard task.isOpen else { continue }
        openTasks += 1
        if task.owners.isEmpty, holders.isEmpty { gaps.append(task) }
      }
      let owners = goal.owners
      let people = named.union(holding).union(owners)
      let parts = people.map { person -> (person: Name, part: ResponsibilityMatrix.Part) in
        let isOwner = owners.contains(person)
        return (
          person,
          isOwner ? (named.contains(person) ? .ownerWithTasks : .owner) : named.contains(person) ? .tasks : .role
        )
      }
      for person in people { goalsOfPeople[person, default: 0] += 1 }
      rows.append(Row(goal: goal, parts: Self.sorted(parts, context), gaps: gaps))
    }
    self.rows = rows.sorted { (Name($0.goal.title), $0.goal.id) < (Name($1.goal.title), $1.goal.id) }
    self.goalsOfPeople = goalsOfPeople
    self.openTasks = openTasks
  }

  private static func sorted(_ parts: [(person: Name, part: ResponsibilityMatrix.Part)], _ context: ReportContext) -> [(
    person: Name, part: ResponsibilityMatrix.Part
  )] {
    parts.map { (name: Name(context.person($0.person)), part: $0) }.sorted {
      ($0.name, $0.part.person) < ($1.name, $1.part.person)
    }.map(\.part)
  }

  var gaps: Int { rows.reduce(0) { $0 + $1.gaps.count } }

  // MARK: In words

  func finding(_ context: ReportContext) -> [Line] {
    let count = rows.count
    let joining = goalsOfPeople.values.count { $0 > 1 }
    var lines: [Line] = []
    let people = SummaryWords.starting(goalsOfPeople.count, "person", "people")
    if count == 1 {
      lines.append(
        "\(people) \(SummaryWords.verb(goalsOfPeople.count, "has", "have")) a part in the one open goal, \(context.named(rows[0].goal.id))."
      )
    } else {
      let join =
        joining == 0
        ? "; nobody takes part in more than one"
        : ", and \(SummaryWords.number(joining)) of them \(SummaryWords.verb(joining, "takes", "take")) part in more than one and so \(SummaryWords.verb(joining, "joins", "join")) the goals together"
      lines.append(
        "\(people) \(SummaryWords.verb(goalsOfPeople.count, "has", "have")) a part in the \(SummaryWords.number(count)) open goals\(join)."
      )
    }
    let unowned = rows.filter { $0.owners == 0 }
    var second: Line
    if unowned.isEmpty {
      second =
        rows.allSatisfy { $0.owners == 1 }
        ? (count == 1 ? "It has one owner." : "Each goal has exactly one owner.")
        : count == 1 ? "It has \(SummaryWords.number(rows[0].owners)) owners." : "Each goal has an owner."
    } else if unowned.count == count {
      second = count == 1 ? "It has no owner yet." : "None of them has an owner yet."
    } else {
      second =
        "\(Line.some(of: context.goalLines(unowned.map(\.goal.id)), most: 4)) \(SummaryWords.verb(unowned.count, "has", "have")) no owner yet."
    }
    if openTasks > 0 {
      let alone = rows.filter { $0.owners == 1 }.reduce(0) { $0 + $1.gaps.count }
      if gaps == 0 {
        second = "\(second) Each open task has somebody."
      } else {
        second =
          "\(second) \(SummaryWords.starting(gaps, "open task")) \(SummaryWords.verb(gaps, "names", "name")) nobody yet"
        second =
          alone == 0
          ? "\(second)."
          : "\(second); \(alone == gaps ? (gaps == 1 ? "it lies in a goal with one owner, to whom it falls" : "all of them lie in goals with one owner, to whom they fall") : "\(SummaryWords.number(alone)) of them \(SummaryWords.verb(alone, "lies in a goal with one owner, to whom it falls", "lie in goals with one owner, to whom they fall"))") until somebody takes \(alone == 1 ? "it" : "them")."
      }
    }
    let idle = rows.count { $0.isWithIdleOwner }
    if idle > 0 { second = "\(second) In \(SummaryWords.counted(idle, "goal")) an owner has no task of their own." }
    lines.append(second)
    return lines
  }

  // MARK: The matrix

  private static let mostColumns = 24
  /// So many fit beside each other, whatever they have a part in.
  private static let fewPeople = 8
  private static let mostWithoutGroups = 12

  func figure(_ context: ReportContext) -> Figure {
    let names = goalsOfPeople.keys.map { (id: $0, name: Name(context.person($0))) }.sorted {
      ($0.name, $0.id) < ($1.name, $1.id)
    }
    var wanted = names.count <= Self.fewPeople ? names : names.filter { goalsOfPeople[$0.id, default: 0] > 1 }
    if wanted.count > Self.mostColumns {
      // Those who join most goals; which of them that are is nobody's merit, so the order stays the alphabet's.
      let most = Set(
        wanted.enumerated().sorted {
          (goalsOfPeople[$1.element.id]!, $0.offset) < (goalsOfPeople[$0.element.id]!, $1.offset)
        }.prefix(Self.mostColumns).map(\.offset))
      wanted = wanted.indices.filter(most.contains).map { wanted[$0] }
    }
    let columns = Dictionary(wanted.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let made = rows.map { row -> (parent: Name?, row: ResponsibilityMatrix.Row) in
      var parts: [Int: ResponsibilityMatrix.Part] = [:]
      var others: [(name: String, part: ResponsibilityMatrix.Part)] = []
      for (person, part) in row.parts {
        if let column = columns[person] { parts[column] = part } else { others.append((context.person(person), part)) }
      }
      let parent = row.goal.name("parent").flatMap { context.now.record(.goal, $0.value) }?.id
      return (
        parent, .init(id: row.goal.id.text, title: row.goal.title, parts: parts, others: others, gaps: row.gaps.count)
      )
    }
    var groups: [ResponsibilityMatrix.Group] = []
    if made.count <= Self.mostWithoutGroups || made.allSatisfy({ $0.parent == nil }) {
      groups = [.init(title: nil, rows: made.map(\.row))]
    } else {
      let byParent = Dictionary(grouping: made, by: \.parent)
      let parents = byParent.keys.compactMap { $0 }.map {
        (id: $0, title: Name(context.now.record(.goal, $0)?.title ?? $0.text))
      }
      groups = parents.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map {
        .init(title: $0.title.text, rows: byParent[$0.id]!.map(\.row))
      }
      if let without = byParent[nil] { groups.append(.init(title: "Without a goal above", rows: without.map(\.row))) }
    }
    let title: String
    let unowned = rows.count { $0.owners == 0 }
    let places = "\(SummaryWords.starting(gaps, "open task")) \(SummaryWords.verb(gaps, "has", "have")) nobody yet"
    if unowned == rows.count {
      title = "No goal has an owner"
    } else if gaps > 0 {
      title = unowned == 0 ? places : "\(places), and \(SummaryWords.counted(unowned, "goal")) no owner"
    } else {
      title =
        unowned == 0
        ? "Every goal has an owner, and every open task somebody"
        : "\(SummaryWords.starting(unowned, "goal")) \(SummaryWords.verb(unowned, "has", "have")) no owner yet"
    }
    let wide = names.count > wanted.count
    return Figure(
      "who-carries-what", title,
      encoding: wide
        ? "A column for people with a part in two goals or more; the others are named at the end of the row. Both in the order of the alphabet."
        : "A row a goal, a column a person, both in the order of the alphabet.",
      .matrix(
        .init(
          caption: "People and goals", columns: wanted.map(\.name.text), groups: groups, gapTitle: "tasks nobody has")))
  }
}
