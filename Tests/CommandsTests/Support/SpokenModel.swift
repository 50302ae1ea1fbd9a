import Foundation

/// What is to be found about a change in such a history, from what was said by whom and no file.
struct SpokenModel {
  let history: SpokenHistory
  let base: Int
  let tip: Int
  /// Commits of the change, and all that is known.
  private let fresh: Set<Int>
  private let known: Set<Int>
  /// By record the names of which the known history says that they are the judged one's: the same words in a file that
  /// nothing leads to are another record's.
  private let names: [Set<String>]

  /// - Parameters:
  ///   - base: where the change left `since`.
  init(_ history: SpokenHistory, base: Int, since: Int, tip: Int) {
    self.history = history
    self.base = base
    self.tip = tip
    fresh = history.reached(from: tip).subtracting(history.reached(from: since))
    let known = history.reached(from: tip).union(history.reached(from: since))
    self.known = known
    names = history.kinds.indices.map { record in
      let pairs = known.flatMap { node in
        history.nodes[node].parents.compactMap { parent -> Set<String>? in
          let pair = Set([node, parent].compactMap { history.name(of: record, at: $0) })
          return pair.count == 2 ? pair : nil
        }
      }
      var names = Set([tip, base].compactMap { history.name(of: record, at: $0) })
      for _ in pairs { for pair in pairs where !names.isDisjoint(with: pair) { names.formUnion(pair) } }
      return names
    }
  }

  var expected: [String] {
    let (before, after) = (history.nodes[base].state, history.nodes[tip].state)
    var found: [String] = []
    for record in history.kinds.indices {
      let (old, new) = (before.sayings[record], after.sayings[record])
      if visible(old, record) == visible(new, record) { continue }
      if let new, old == nil || old?.from != new.from {
        var seen: Set<SpokenHistory.Saying> = []
        if !isTheirs(record, new, new.from, nil, &seen) {
          found.append("impersonation " + history.path(record, in: after))
        }
      }
      guard let old, history.kinds[record] != .report else { continue }
      var seen: Set<SpokenHistory.Saying> = []
      let isFine = new.map { isTheirs(record, $0, old.from, old, &seen) } ?? isRemovedBy(old.from, record)
      if !isFine { found.append("rewritten-record " + history.path(record, in: new == nil ? before : after)) }
    }
    return found.sorted()
  }

  /// Reports and decisions show neither whom they are to nor a mark.
  private func visible(_ saying: SpokenHistory.Saying?, _ record: Int) -> [Int]? {
    saying?.parts(history.kinds[record])
  }

  private func said(_ node: Int, _ record: Int) -> [Int]? { visible(history.nodes[node].state.sayings[record], record) }

  private func isTheirs(
    _ record: Int, _ saying: SpokenHistory.Saying, _ person: Int, _ baseline: SpokenHistory.Saying?,
    _ seen: inout Set<SpokenHistory.Saying>
  ) -> Bool {
    let wanted = visible(saying, record)
    if let baseline, visible(baseline, record) == wanted { return true }
    guard seen.insert(saying).inserted else { return false }
    for number in known.sorted() where said(number, record) == wanted && isCalled(record, number) {
      let node = history.nodes[number]
      let others = node.parents.filter { said($0, record) != wanted }
      if others.count < node.parents.count {
        if fresh.contains(number), gaveUp(node, others, wanted, record), node.authors.contains(person) { return true }
        continue
      }
      if node.authors.contains(person) { return true }
      var theirs: [SpokenHistory.Saying] = []
      for parent in node.parents {
        guard let old = history.nodes[parent].state.sayings[record] else { continue }
        var copy = seen
        if isTheirs(record, old, person, baseline, &copy) { theirs.append(old) }
      }
      if theirs.contains(where: { mayAnswer(node, $0, saying, record) }) { return true }
      if node.parents.count > 1, let wanted,
        wanted.indices.allSatisfy({ place in
          theirs.contains { visible($0, record)?[place] == wanted[place] }
        })
      {
        return true
      }
    }
    return false
  }

  private func isCalled(_ record: Int, _ number: Int) -> Bool {
    history.name(of: record, at: number).map { names[record].contains($0) } ?? true
  }

  private func mayAnswer(
    _ node: SpokenHistory.Node, _ old: SpokenHistory.Saying, _ new: SpokenHistory.Saying, _ record: Int
  )
    -> Bool
  {
    guard node.authors.contains(old.to), old.from == new.from, old.words == new.words else { return false }
    switch history.kinds[record] {
    case .feedback: return old.to == new.to
    case .request: return true
    default: return false
    }
  }

  private func gaveUp(_ node: SpokenHistory.Node, _ others: [Int], _ wanted: [Int]?, _ record: Int) -> Bool {
    others.contains { other in
      node.parents.contains { own in
        guard said(own, record) == wanted, let fork = history.mergeBase(own, other) else { return false }
        return said(fork, record) != said(other, record)
      }
    }
  }

  private func isRemovedBy(_ person: Int, _ record: Int) -> Bool {
    fresh.contains { number in
      let node = history.nodes[number]
      guard node.authors.contains(person), said(number, record) == nil else { return false }
      let others = node.parents.filter { said($0, record) != nil }
      return others.count == node.parents.count ? !others.isEmpty : gaveUp(node, others, nil, record)
    }
  }
}
