internal import Teamwork
internal import Text

/// What something is good for, and what that is good for, up to the vision.
struct WhyTree {
  struct Node {
    /// Nil for the vision.
    var kind: String?
    var id: String?
    var title: String
    /// What it has to do with the one below, or what is known of it.
    var note: String
    var why: String?
    var path: String?
    var next: [Node] = []
  }

  private let workspace: Workspace
  /// Further up there is nothing that helps to understand.
  private static let heightLimit = 64

  init(_ workspace: Workspace) { self.workspace = workspace }

  func node(_ target: Target) -> Node {
    guard let index = target.task else { return node(target.record, below: []) }
    let record = workspace.records[target.record]
    let task = record.tasks[index]
    var notes = ["task of \(record.id)"]
    if !task.owners.isEmpty { notes.append(task.owners.map(\.text).joined(separator: " and ") + "'s") }
    if task.state != .open { notes.append(task.stateWord) }
    let needs = workspace.taskNeeds
    let waits = needs.waits(of: .init(record: target.record, task: index))
    if !waits.isEmpty {
      notes.append("waits for " + waits.compactMap { needs.task($0).anchor?.value.text }.joined(separator: " and "))
    }
    return Node(
      kind: "task", id: task.anchor.map { "\(record.id)^\($0.value)" }, title: task.text,
      note: notes.joined(separator: ", "), why: nil,
      path: record.path, next: [node(target.record, below: [])])
  }

  private func node(_ number: Int, below: [Int]) -> Node {
    let record = workspace.records[number]
    if record.kind == .charter { return vision }
    var node = Node(
      kind: record.kind.name, id: record.id.text, title: record.title, note: note(record), why: record[Goal.why],
      path: record.path)
    if below.contains(number) {
      node.note = "leads back to itself: `tw validate` says where"
      return node
    }
    if below.count == Self.heightLimit {
      node.note = "and so on"
      return node
    }
    node.next = above(record).map { self.node($0, below: below + [number]) }
    if node.next.isEmpty, record.kind == .goal { node.next = [vision] }
    if node.next.isEmpty, record.kind != .goal {
      node.note += node.note.isEmpty ? "no goal names it yet" : "; no goal names it yet"
    }
    return node
  }

  private var vision: Node {
    let charter = workspace.records(of: .charter).first
    return Node(
      kind: nil, id: nil, title: workspace.charter.vision ?? "(the charter says no vision)", note: "our vision",
      why: nil, path: charter?.path)
  }

  /// What a record serves.
  private func above(_ record: Record) -> [Int] {
    func goals(_ field: Field<[Name]>) -> [Int] { record[field].compactMap { workspace.number(.goal, $0) } }
    func goal(_ field: Field<Name>) -> [Int] {
      record[field].flatMap { workspace.number(.goal, $0) }.map { [$0] } ?? []
    }
    switch record.kind {
    case .goal: return goal(Goal.parent)
    case .request: return goal(Request.goal)
    case .status: return goals(StatusReport.goals)
    case .decision: return goals(Decision.goals)
    case .meeting: return goals(Meeting.goals)
    case .note: return goals(Note.goals)
    case .feedback:
      guard let about = record.located(Feedback.about),
        case .record(let number) = workspace.resolve(about.value, as: Feedback.subjects)
      else { return [] }
      return [number]
    case .person:
      return openGoals { goal in
        goal.owners.contains(record.id) || goal.tasks.contains { $0.isOpen && $0.owners.contains(record.id) }
      }
    case .team: return openGoals { goal in goal.located(Goal.teams).contains { $0.value == record.id } }
    case .role:
      let served = openGoals { goal in goal.tasks.contains { $0.isOpen && $0.role?.value == record.id } }
      return served.isEmpty
        ? record.located(Role.team).flatMap { workspace.number(.team, $0.value) }.map { [$0] } ?? [] : served
    case .charter, .pulse: return []
    }
  }

  /// Those in which someone or something has a part, but for goals whose sub-goal is one of them already.
  private func openGoals(_ hasPart: (Record) -> Bool) -> [Int] {
    let found = workspace.records.indices.filter { workspace.records[$0].isOpenGoal && hasPart(workspace.records[$0]) }
    let parents = Set(found.compactMap { workspace.records[$0][Goal.parent] })
    return found.filter { !parents.contains(workspace.records[$0].id) }
  }

  private func note(_ record: Record) -> String {
    switch record.kind {
    case .goal:
      return record[Goal.why].map(firstSentence)
        ?? (record.located(Goal.parent) == nil ? "it says no `why`, and no `parent`" : "")
    case .person:
      return workspace.membership.roles(of: record.id).compactMap { workspace.record(.role, $0)?.title }
        .joined(separator: ", ")
    case .team: return firstSentence(record[Team.mandate] ?? "")
    case .role:
      return record.located(Role.holders).isEmpty ? "nobody holds it" : "held by " + record.shown(Role.holders.name)
    case .request: return "asked by \(record.shown(Request.from.name)) of \(record.shown(Request.to.name))"
    case .feedback:
      return
        "\(record.shown(Feedback.kind.name)) from \(record.shown(Feedback.from.name)) to \(record.shown(Feedback.to.name))"
    case .decision: return "decided by " + record.shown(Decision.by.name)
    case .note: return record.shown(Note.kind.name) + " of " + record.shown(Note.by.name)
    case .meeting, .status, .pulse, .charter: return ""
    }
  }
}

/// What a glance needs of a longer text.
private func firstSentence(_ text: String) -> String {
  var previous: Character = " "
  for index in text.indices {
    if text[index].isWhitespace, ".!?".contains(previous) || text[index].isNewline { return String(text[..<index]) }
    previous = text[index]
  }
  return text
}

extension WhyTree.Node {
  /// Every way up, each from what was asked about to its end.
  var chains: [[WhyTree.Node]] {
    next.isEmpty ? [[self]] : next.flatMap(\.chains).map { [self] + $0 }
  }

  var json: JSON {
    .object([
      ("kind", .string(kind ?? "vision")), ("id", JSON(id)), ("title", .string(title)), ("why", JSON(why)),
      ("path", JSON(path)),
    ])
  }

  /// One line each, indented by their height; notes in a column beside.
  func styled(width: Int) -> StyledText {
    var lines: [(tree: String, title: String, note: String, isVision: Bool)] = []
    var shown = Set<String>()
    func add(_ node: WhyTree.Node, _ head: String, _ indent: String) {
      let key = (node.kind ?? "vision") + "/" + (node.id ?? "")
      let isRepeated = !node.next.isEmpty && !shown.insert(key).inserted
      lines.append((head, visible(node.title), visible(isRepeated ? "as above" : node.note), node.kind == nil))
      if isRepeated { return }
      for (index, above) in node.next.enumerated() {
        let isLast = index == node.next.count - 1
        add(above, indent + (isLast ? "└ " : "├ "), indent + (isLast ? "  " : "│ "))
      }
    }
    add(self, "", "")
    let column = min(max(24, width / 2), lines.map { displayWidth($0.tree + $0.title) }.max() ?? 0)
    var text = StyledText()
    for (number, line) in lines.enumerated() {
      let titles = wrapped(line.title, to: max(16, column - displayWidth(line.tree)))
      let notes = wrapped(line.note, to: max(16, width - column - 2))
      let hanging = String(line.tree.map { $0 == "└" ? " " : $0 == "├" ? "│" : $0 })
      for row in 0..<max(titles.count, notes.count) {
        let tree = row == 0 ? line.tree : hanging
        let title = row < titles.count ? titles[row] : ""
        let note = row < notes.count ? notes[row] : ""
        text.append(row == 0 || !title.isEmpty || !note.isEmpty ? tree : "", .dim)
        text.append(title, number == 0 ? .strong : line.isVision ? .heading : nil)
        if !note.isEmpty {
          text.append(String(repeating: " ", count: max(2, column + 2 - displayWidth(tree + title))))
          text.append(note, .dim)
        }
        text.line()
      }
    }
    return text
  }
}
