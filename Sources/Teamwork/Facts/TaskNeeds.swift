/// What each task needs, and which tasks wait for it: the one answer for rules, commands and reports.
///
/// Tasks are numbered in the order of paths and lines. A need that names several records, or nothing, leads nowhere here;
/// `ambiguous-reference` and `unknown-reference` tell it.
package struct TaskNeeds: Sendable {
  /// A task, by its place.
  package struct Place: Sendable, Hashable {
    /// As an index into the workspace's records.
    package let record: Int
    /// As an index into the record's tasks.
    package let task: Int

    package init(record: Int, task: Int) {
      self.record = record
      self.task = task
    }
  }

  private let records: [Record]
  private(set) var nodes: [Place] = []
  /// What each task needs, where that is there.
  private(set) var links: [[Link]] = []
  private var numbers: [Place: Int] = [:]

  init(_ workspace: Workspace) {
    records = workspace.records
    var anchors: [TaskReference.Address: Int] = [:]
    for (number, record) in workspace.records.enumerated() where record.isReadable {
      for (index, task) in record.tasks.enumerated() {
        if let anchor = task.anchor?.value {
          let address = TaskReference.Address(record: number, anchor: anchor)
          if anchors[address] == nil { anchors[address] = nodes.count }
        }
        numbers[Place(record: number, task: index)] = nodes.count
        nodes.append(Place(record: number, task: index))
      }
    }
    links = nodes.map { place in
      let home = workspace.records[place.record]
      return home.tasks[place.task].needs.compactMap { need in
        // A record whose id another of its kind has, too, is still its own home.
        let address =
          need.value.record == nil
          ? .init(record: place.record, anchor: need.value.anchor) : need.value.address(from: home, in: workspace)
        return address.flatMap { anchors[$0] }.map { Link(target: $0, range: need.range) }
      }
    }
  }

  // MARK: Questions

  package func task(_ place: Place) -> Task { records[place.record].tasks[place.task] }

  package func home(_ place: Place) -> Record { records[place.record] }

  /// The tasks that a task names in `needs:`, each once.
  package func needs(of place: Place) -> [Place] {
    guard let number = numbers[place] else { return [] }
    var found: [Place] = []
    for link in links[number] where !found.contains(nodes[link.target]) { found.append(nodes[link.target]) }
    return found
  }

  /// What a task waits for: of those that it needs, the ones still to be done. Nothing where it is not itself work to do.
  package func waits(of place: Place) -> [Place] {
    isDue(place) ? needs(of: place).filter { isOpen($0) } : []
  }

  /// The tasks that wait for one.
  package func waiting(for place: Place) -> [Place] {
    guard let target = numbers[place], isOpen(place) else { return [] }
    return nodes.indices.filter { number in links[number].contains { $0.target == target } && isDue(nodes[number]) }
      .map { nodes[$0] }
  }

  /// Whether the task is still to be done: it is open, and so is what it stands in.
  package func isOpen(_ place: Place) -> Bool { task(place).isOpen && home(place).holdsOpenTasks }

  /// Whether somebody would do it now: it is open, and nobody has put its goal aside.
  private func isDue(_ place: Place) -> Bool { isOpen(place) && home(place).status != .paused }

  // MARK: For the rules, by number

  func isOpen(_ node: Int) -> Bool { isOpen(nodes[node]) }

  func task(_ node: Int) -> Task { task(nodes[node]) }

  /// A name that tells the task from those of other records.
  func name(_ node: Int) -> String { "\(home(nodes[node]).id)^\(task(node).title)" }
}

extension Workspace {
  package var taskNeeds: TaskNeeds { needsMemo { TaskNeeds(self) } }
}

extension Record {
  /// Whether its open tasks are work to do: those of a goal that is open, or of another record that has tasks.
  package var holdsOpenTasks: Bool { kind == .goal ? status?.isOpen == true : isReadable && kind.declaration.hasTasks }
}
