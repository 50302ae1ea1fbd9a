internal import Teamwork
internal import Text

/// Which goals lead to the vision, by way of which.
struct GoalWays {
  let tree: GoalTree
  /// Goals with a parent or a why.
  let with: [Record]
  let without: [Record]
  /// Goals whose parents lead back to themselves.
  let circling: [Record]
  /// Of the goals with a parent: how many goals others lead to.
  private let above: Int
  private let below: Int
  private let saying: Int

  /// What lies deeper is drawn on this level.
  private static let deepest = 32

  init(_ shown: [Record], _ workspace: Workspace) {
    // What leads through a goal that was closed long ago is shown with it.
    var nodes = shown
    var known = Set(shown.map(\.id))
    var next = 0
    func parent(_ goal: Record) -> Name? {
      guard let parent = goal.name("parent")?.value, workspace.record(.goal, parent) != nil else { return nil }
      return parent
    }
    while next < nodes.count {
      if let id = parent(nodes[next]), let record = workspace.record(.goal, id), known.insert(id).inserted {
        nodes.append(record)
      }
      next += 1
    }
    var children: [Name: [Record]] = [:]
    for goal in nodes { if let parent = parent(goal) { children[parent, default: []].append(goal) } }

    var placed: Set<Name> = []
    func node(_ goal: Record) -> GoalTree.Node { node(goal, 1) }
    func node(_ goal: Record, _ depth: Int) -> GoalTree.Node {
      placed.insert(goal.id)
      var nodes: [GoalTree.Node] = []
      var rest = Array((children[goal.id] ?? []).reversed())
      while let child = rest.popLast() {
        guard !placed.contains(child.id) else { continue }
        if depth < Self.deepest {
          nodes.append(node(child, depth + 1))
        } else {
          placed.insert(child.id)
          nodes.append(.init(id: child.id.text, title: child.title, status: child.status))
          rest += (children[child.id] ?? []).reversed()
        }
      }
      return .init(id: goal.id.text, title: goal.title, status: goal.status, children: nodes)
    }
    func size(_ node: GoalTree.Node) -> Int { node.children.reduce(1) { $0 + size($1) } }
    let roots = nodes.filter { parent($0) == nil }
    var branches = roots.filter { children[$0.id] != nil || $0.text("why") != nil }.map(node)
    // Goals that lead to each other in a circle have no root: the first of them stands for it.
    for goal in nodes where parent(goal) != nil && !placed.contains(goal.id) { branches.append(node(goal)) }
    let sizes = branches.map(size)
    branches = branches.indices.sorted {
      (sizes[$1], Name(branches[$0].title), $0) < (sizes[$0], Name(branches[$1].title), $1)
    }.map { branches[$0] }
    let lost = roots.filter { children[$0.id] == nil && $0.text("why") == nil }
    tree = GoalTree(branches: branches, without: lost.map { .init(id: $0.id.text, title: $0.title, status: $0.status) })

    without = shown.filter { parent($0) == nil && $0.text("why") == nil }
    // Walks up until something is known: a goal without a parent, or one that says why it is there.
    var isCircling: [Name: Bool] = [:]
    func circles(_ goal: Record) -> Bool {
      var passed: Set<Name> = []
      var next: Record? = goal
      var found = false
      while let now = next {
        if let known = isCircling[now.id] {
          (found, next) = (known, nil)
          continue
        }
        guard passed.insert(now.id).inserted else {
          (found, next) = (true, nil)
          continue
        }
        next = now.text("why") == nil ? parent(now).flatMap { workspace.record(.goal, $0) } : nil
      }
      for id in passed { isCircling[id] = found }
      return found
    }
    circling = shown.filter { circles($0) }
    with = shown.filter { isCircling[$0.id] == false && (parent($0) != nil || $0.text("why") != nil) }
    let led = with.filter { parent($0) != nil }
    above = Set(led.compactMap(parent)).count
    below = led.count
    saying = with.count { parent($0) == nil && $0.text("why") != nil }
  }

  func finding(_ context: ReportContext) -> Line {
    let line = ways(context)
    guard !circling.isEmpty else { return line }
    let names = Line.some(of: context.goalLines(circling.map(\.id)), most: 3)
    return
      "\(line) \(SummaryWords.starting(circling.count, "goal")) \(SummaryWords.verb(circling.count, "leads back to itself", "lead back to themselves")) and so to no vision: \(names)."
  }

  private func ways(_ context: ReportContext) -> Line {
    let count = with.count + without.count + circling.count
    if count == 1, circling.isEmpty {
      return without.isEmpty
        ? "The one goal says what it is there for."
        : "The one goal, \(context.named(without[0].id)), names neither a goal above it nor why it is there."
    }
    if with.isEmpty, !circling.isEmpty {
      let none =
        count == 1
        ? "The one goal has no way to the vision."
        : "None of the \(SummaryWords.number(count)) goals has a way to the vision."
      return Line(
        without.isEmpty
          ? none
          : "\(none) \(SummaryWords.starting(without.count, "goal")) \(SummaryWords.verb(without.count, "names", "name")) neither a goal above nor why."
      )
    }
    if with.isEmpty {
      return
        "None of the \(SummaryWords.number(count)) goals names a goal above it or says why it is there: each stands alone under the vision, and what joins them is not written down."
    }
    let larger =
      below == 0
      ? ""
      : "\(SummaryWords.number(below)) \(SummaryWords.verb(below, "leads", "lead")) to \(SummaryWords.counted(above, "larger goal"))"
    let own =
      saying == 0
      ? ""
      : "\(SummaryWords.number(saying)) \(SummaryWords.verb(saying, "says itself why it is", "say themselves why they are")) there"
    let how = SummaryWords.list([larger, own].filter { !$0.isEmpty })
    if without.isEmpty, circling.isEmpty {
      return "\(SummaryWords.capitalised(SummaryWords.every(count))) goals have a way to the vision: \(how)."
    }
    let some =
      "\(SummaryWords.capitalised(SummaryWords.ratio(with.count, count))) goals \(SummaryWords.verb(with.count, "has", "have")) a way to the vision: \(how)."
    if without.isEmpty { return "\(some)" }
    let names = Line.some(of: context.goalLines(without.map(\.id)), most: 3)
    return """
      \(some) \
      \(SummaryWords.starting(without.count, "goal")) \(SummaryWords.verb(without.count, "names", "name")) no way yet: \(names).
      """
  }

  var figure: Figure {
    let title =
      below == 0
      ? "No goal names a goal above it"
      : without.isEmpty
        ? circling.isEmpty
          ? "Every goal leads to the vision"
          : "\(SummaryWords.starting(below, "goal")) \(SummaryWords.verb(below, "leads", "lead")) to \(SummaryWords.counted(above, "larger one")); \(SummaryWords.number(circling.count)) \(SummaryWords.verb(circling.count, "leads back to itself", "lead back to themselves"))"
        : "\(SummaryWords.starting(below, "goal")) \(SummaryWords.verb(below, "leads", "lead")) to \(SummaryWords.counted(above, "larger one")); \(SummaryWords.number(without.count)) \(SummaryWords.verb(without.count, "names", "name")) no way yet"
    return Figure(
      "goal-tree", title,
      encoding:
        "Below the vision, each goal under the one that it leads to, with its state at the end; last, the goals without a way.",
      .tree(tree))
  }
}
