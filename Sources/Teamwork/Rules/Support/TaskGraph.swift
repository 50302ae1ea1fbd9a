internal import Text

/// All tasks and what they need, numbered in the order of paths and lines.
struct TaskGraph: Sendable {
  struct Node: Sendable {
    /// As an index into the workspace's records.
    let record: Int
    /// As an index into the record's tasks.
    let task: Int
  }

  private(set) var nodes: [Node] = []
  /// What each task needs, where that is there.
  private(set) var links: [[Link]] = []

  private struct Anchor: Hashable {
    let record: Int
    let name: Name
  }

  init(_ workspace: Workspace) {
    var anchors: [Anchor: Int] = [:]
    for (number, record) in workspace.records.enumerated() where record.isReadable {
      for (index, task) in record.tasks.enumerated() {
        if let anchor = task.anchor?.value {
          let key = Anchor(record: number, name: anchor)
          if anchors[key] == nil { anchors[key] = nodes.count }
        }
        nodes.append(Node(record: number, task: index))
      }
    }
    links = nodes.map { node in
      workspace.records[node.record].tasks[node.task].needs.compactMap { need in
        var record = node.record
        if let name = need.value.record {
          guard case .record(let number) = workspace.resolve(name, as: [.goal, .meeting]) else { return nil }
          record = number
        }
        guard let target = anchors[Anchor(record: record, name: need.value.anchor)] else { return nil }
        return Link(target: target, range: need.range)
      }
    }
  }

  func task(_ node: Int, in workspace: Workspace) -> Task {
    workspace.records[nodes[node].record].tasks[nodes[node].task]
  }

  func due(_ node: Int, in workspace: Workspace) -> Located<Day>? {
    workspace.records[nodes[node].record].tasks[nodes[node].task].due
  }

  /// A name that tells the task from those of other records.
  func name(_ node: Int, in workspace: Workspace) -> String {
    "\(workspace.records[nodes[node].record].id)^\(task(node, in: workspace).title)"
  }

  /// Whether the task is still to be done: it is open, and so is the goal it stands in.
  func isOpen(_ node: Int, in workspace: Workspace) -> Bool {
    workspace.records[nodes[node].record].tasks[nodes[node].task].isOpen
      && workspace.records[nodes[node].record].holdsOpenTasks
  }
}

extension Workspace {
  var taskGraph: TaskGraph { graphMemo { TaskGraph(self) } }
}

extension Record {
  /// Whether its open tasks are work to do: those of a goal that is open, or of a meeting.
  var holdsOpenTasks: Bool {
    switch kind {
    case .goal: status?.isOpen == true
    case .meeting: isReadable
    default: false
    }
  }
}
