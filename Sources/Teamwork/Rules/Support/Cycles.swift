internal import Text

/// A reference of a node of a graph to another.
struct Link: Sendable {
  let target: Int
  /// Where it stands in the file of the node that it leads from.
  let range: Range<Int>
}

/// A way that leads back to where it began: each step is a node and the link to the next step's node.
struct Cycle: Sendable {
  struct Step: Sendable {
    let node: Int
    let range: Range<Int>
  }

  /// The first is the smallest node.
  let steps: [Step]
}

/// The cycles of a graph, given as the links that leave each node, in time linear in its size.
///
/// A node that links to itself is a cycle. Of longer ones that share a node one is told: when it is
/// mended, the next one shows.
func cycles(in links: [[Link]]) -> [Cycle] {
  var cycles: [Cycle] = []
  for (node, links) in links.enumerated() {
    if let link = links.first(where: { $0.target == node }) {
      cycles.append(Cycle(steps: [.init(node: node, range: link.range)]))
    }
  }

  let unseen = -1
  let left = -2
  /// Where on the path each node stands.
  var place = [Int](repeating: unseen, count: links.count)
  var path: [(node: Int, next: Int, lastTold: Int)] = []
  for root in links.indices where place[root] == unseen && !links[root].isEmpty {
    place[root] = 0
    path.append((root, 0, -1))
    while let (node, next, lastTold) = path.last {
      let here = path.count - 1
      if next == links[node].count {
        place[node] = left
        path.removeLast()
        continue
      }
      path[here].next += 1
      let target = links[node][next].target
      if target == node || place[target] == left { continue }
      if place[target] == unseen {
        place[target] = path.count
        path.append((target, 0, lastTold))
        continue
      }
      // Back on the path. `lastTold` is the last place, up to here, of a node that is in a cycle already.
      if lastTold >= place[target] { continue }
      var steps: [Cycle.Step] = []
      for index in place[target]...here {
        path[index].lastTold = index
        steps.append(.init(node: path[index].node, range: links[path[index].node][path[index].next - 1].range))
      }
      cycles.append(Cycle(startingWithSmallest: steps))
    }
  }
  return cycles
}

extension Cycle {
  fileprivate init(startingWithSmallest steps: [Step]) {
    let first = steps.indices.min { steps[$0].node < steps[$1].node } ?? 0
    self.steps = Array(steps[first...] + steps[..<first])
  }

  /// One finding, at the first step.
  ///
  /// - Parameters:
  ///   - relation: what a link says: "needs".
  ///   - mutual: the same of two nodes: "need".
  ///   - name: what a node is called, backquotes not included.
  func report(
    _ relation: String, mutual: String, help: String, field: Name, into findings: inout Findings,
    record: (Int) -> Int, name: (Int) -> String
  ) {
    let names = steps.map { "`\(name($0.node))`" }
    let message =
      switch names.count {
      case 1: "\(names[0]) \(relation) itself"
      case 2: "\(names[0]) and \(names[1]) \(mutual) each other"
      case 3...5: "\(names[0]) \(relation) itself, by way of " + alternatives(Array(names[1...]), last: "and")
      default: "\(names[0]) \(relation) itself, by way of \(names[1]), \(names[2]) and \(names.count - 3) more"
      }
    let related = steps.indices.dropFirst().map { index in
      findings.workspace.records[record(steps[index].node)].related(
        steps[index].range, "\(names[index]) \(relation) \(names[(index + 1) % names.count])")
    }
    findings.add(
      message, in: record(steps[0].node), at: steps[0].range, help: help, field: field, related: related,
      identity: field.text + ":" + names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ","))
  }
}
