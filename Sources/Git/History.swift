/// The commits that can be reached from one, newest first: each before its parents and, where that leaves a
/// choice, the one that was committed later.
package struct History: Sendable {
  package struct Step: Sendable {
    package var id: ObjectID
    package var tree: ObjectID
    /// The committer's time in seconds since 1970; 0 where it is missing or absurd.
    package var time: Int64
    /// Where the parents stand in `steps`, in the commit's own order, without those that are not here.
    package var parents: [Int]
    /// Some parents are not here, so what this commit changed cannot be told.
    package var isCut: Bool
    /// That is no end of a shallow clone: a parent should be here.
    package var isMissingParent = false
  }

  /// A commit as the walk meets it.
  package struct Visit: Sendable {
    package var tree: ObjectID
    /// The tree of its only parent; nil where it has more or none, or where the walk has not been there.
    package var parentTree: ObjectID?
  }

  package var steps: [Step]
  /// The history goes on beyond what the repository holds: it is shallow, or commits are missing.
  package var isCut: Bool

  /// Where the newest commit before an instant stands, in seconds since 1970: "as of then".
  package func newest(before instant: Int64) -> Int? { steps.firstIndex { $0.time < instant } }
}

extension Backend {
  /// Reads all commits once and sorts them.
  ///
  /// - Parameters:
  ///   - starts: the newest commits. The first has to be there; another that is not is left out.
  ///   - boundary: the commits of a shallow clone whose parents were left behind.
  ///   - met: is told the commits, many at a time, while the walk goes on.
  func history(from starts: [ObjectID], boundary: Set<ObjectID>, met: ([History.Visit]) -> Void) throws -> History {
    var found = FoundCommits()
    for start in starts { found.visit(start) }
    var next = 0
    var told = 0
    func tell() {
      met((told..<next).compactMap { found.met($0, before: next) })
      told = next
    }
    while next < found.steps.count {
      if next == told + 512 { tell() }
      let id = found.steps[next].id
      do {
        let (header, time) = try commitHeader(id)
        found.steps[next].tree = header.tree
        found.steps[next].time = time
        if boundary.contains(id) {
          found.steps[next].isCut = !header.parents.isEmpty
        } else {
          for parent in header.parents { found.steps[next].parents.append(found.visit(parent)) }
        }
      } catch let error as GitError where error.kind == .objectMissing && next > 0 {
        // A missing start is an error; a missing parent cuts the history.
        found.missing.insert(next)
      }
      next += 1
    }
    tell()
    return found.sorted()
  }

  private func commitHeader(_ id: ObjectID) throws -> (CommitHeader, time: Int64) {
    try withStructure(id) { kind, bytes in
      guard kind == .commit, let header = CommitHeader(bytes) else {
        throw GitError(.failure, "object \(id) should be a commit and is none; `git fsck` tells more")
      }
      let time = header.committer.flatMap { RawSignature(UnsafeRawBufferPointer(rebasing: bytes[$0])).time }
      return (header, time ?? 0)
    }
  }
}

/// Commits in the order in which they were come upon.
private struct FoundCommits {
  var steps: [History.Step] = []
  /// Positions of commits that others name as parents and that are not here.
  var missing: Set<Int> = []
  private var positions: [ObjectID: Int] = [:]

  @discardableResult
  mutating func visit(_ id: ObjectID) -> Int {
    if let position = positions[id] { return position }
    positions[id] = steps.count
    steps.append(History.Step(id: id, tree: id, time: 0, parents: [], isCut: false))
    return steps.count - 1
  }

  /// Nil for a commit that is not here.
  ///
  /// - Parameter end: the position up to which commits have been read.
  func met(_ position: Int, before end: Int) -> History.Visit? {
    if missing.contains(position) { return nil }
    let step = steps[position]
    guard step.parents.count == 1, step.parents[0] < end, !missing.contains(step.parents[0]) else {
      return History.Visit(tree: step.tree)
    }
    return History.Visit(tree: step.tree, parentTree: steps[step.parents[0]].tree)
  }

  /// A commit is ready when all its children are out; of those that are ready the latest goes first.
  mutating func sorted() -> History {
    if !missing.isEmpty {
      for index in steps.indices where steps[index].parents.contains(where: missing.contains) {
        steps[index].parents.removeAll(where: missing.contains)
        steps[index].isCut = true
        steps[index].isMissingParent = true
      }
    }
    var waiting = [Int](repeating: 0, count: steps.count)
    for step in steps { for parent in step.parents { waiting[parent] += 1 } }
    var ready = Heap()
    // Only the starts are nobody's parents.
    for position in steps.indices where waiting[position] == 0 && !missing.contains(position) {
      ready.insert(time: steps[position].time, position: position)
    }
    var order: [Int] = []
    var places = [Int](repeating: 0, count: steps.count)
    order.reserveCapacity(steps.count)
    while let position = ready.removeFirst() {
      places[position] = order.count
      order.append(position)
      for parent in steps[position].parents {
        waiting[parent] -= 1
        if waiting[parent] == 0 { ready.insert(time: steps[parent].time, position: parent) }
      }
    }
    let sorted = order.map { position in
      var step = steps[position]
      for index in step.parents.indices { step.parents[index] = places[step.parents[index]] }
      return step
    }
    return History(steps: sorted, isCut: sorted.contains(where: \.isCut))
  }
}

/// The latest first; at the same time the one that came in first.
private struct Heap {
  private var items: [(time: Int64, serial: Int, position: Int)] = []
  private var serial = 0

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    items[a].time != items[b].time ? items[a].time > items[b].time : items[a].serial < items[b].serial
  }

  mutating func insert(time: Int64, position: Int) {
    items.append((time, serial, position))
    serial += 1
    var child = items.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if items.isEmpty { return first.position }
    items[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && precedes(child, best) { best = child }
      if best == parent { return first.position }
      items.swapAt(parent, best)
      parent = best
    }
  }
}
