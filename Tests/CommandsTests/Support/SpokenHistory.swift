import Foundation
import TestSupport

/// A random history of a team in which it is known who said what, as a stream for `git fast-import`.
///
/// People and records are numbers here, so that renames change nothing but what they are called. The same seed makes the
/// same history.
struct SpokenHistory {
  static let people = 4
  static let emails = (0..<people).map { "p\($0)@example.org" }

  enum Kind: CaseIterable { case feedback, request, decision, pastReport, report }

  struct Saying: Hashable {
    var from: Int
    var to: Int
    var words: Int
    /// Acknowledged, or promised, on which day; 0 is not.
    var mark = 0

    /// What can be taken from one version and put beside another.
    func parts(_ kind: Kind) -> [Int] {
      kind == .feedback || kind == .request ? [from, to, words, mark] : [from, words]
    }
  }

  struct State {
    var sayings: [Int: Saying] = [:]
    /// What people and records are called.
    var names: [Int: String]
    var ids: [Int: String] = [:]
  }

  struct Node {
    var parents: [Int]
    var state: State
    var authors: Set<Int>
  }

  private(set) var nodes: [Node] = []
  private(set) var kinds: [Kind] = []
  private(set) var tips: [Int] = []
  private(set) var bytes: [UInt8] = []
  private var random: SplitMix
  private var count = 0
  private var ancestors: [Set<Int>] = []

  init(seed: UInt64, commits: Int) {
    random = SplitMix(state: seed)
    let start = State(names: Dictionary(uniqueKeysWithValues: (0..<Self.people).map { ($0, "person\($0)") }))
    tips = [add([], start, [0])]
    while nodes.count < commits {
      let place = random.below(tips.count)
      switch random.below(12) {
      case 0 where tips.count < 3: tips.append(tips[place])
      case 1, 2: merge(place)
      case 3: squash(place)
      case 4: pick(place)
      default: speak(place)
      }
    }
  }

  private mutating func fresh() -> Int {
    count += 1
    return count
  }

  // MARK: Commits

  private mutating func speak(_ place: Int) {
    var state = nodes[tips[place]].state
    let author = random.below(Self.people)
    let before = state
    for _ in 0...random.below(2) { change(&state, at: tips[place], author) }
    keepNames(of: before, in: &state)
    var authors: Set<Int> = [author]
    if random.below(6) == 0 { authors.insert(random.below(Self.people)) }
    tips[place] = add([tips[place]], state, authors, first: author)
  }

  /// What is renamed and rewritten in one commit is another record, and none is meant here.
  private func keepNames(of before: State, in state: inout State) {
    for (record, saying) in before.sayings where state.sayings[record] != saying {
      state.ids[record] = before.ids[record]
    }
  }

  private mutating func change(_ state: inout State, at tip: Int, _ author: Int) {
    let known = state.sayings.keys.sorted()
    guard random.below(3) > 0, !known.isEmpty else {
      let record = kinds.count
      kinds.append(Kind.allCases[random.below(Kind.allCases.count)])
      let from = random.below(3) == 0 ? random.below(Self.people) : author
      // One report a week.
      let isTaken = known.contains { kinds[$0] == kinds[record] && state.sayings[$0]?.from == from }
      let isReport = kinds[record] == .report || kinds[record] == .pastReport
      if isReport, isTaken || isReportKnown(record, from) { kinds[record] = .feedback }
      state.sayings[record] = Saying(from: from, to: (from + 1 + random.below(3)) % Self.people, words: fresh())
      state.ids[record] = "r\(record)"
      return
    }
    let record = known[random.below(known.count)]
    let isReport = kinds[record] == .report || kinds[record] == .pastReport
    switch random.below(10) {
    case 0, 1: state.sayings[record]?.words = fresh()
    case 2, 3, 4: state.sayings[record]?.mark = 1 + random.below(27)
    case 5: if !isReport { state.sayings[record]?.from = random.below(3) == 0 ? author : random.below(Self.people) }
    case 6: state.sayings[record] = nil
    case 7:
      // What was said once.
      let old = ancestors[tip].sorted().compactMap { nodes[$0].state.sayings[record] }
      if !old.isEmpty { state.sayings[record] = old[random.below(old.count)] }
    case 8: if !isReport { state.ids[record] = "r\(record)-\(fresh())" }
    default:
      let person = random.below(Self.people)
      state.names[person] = "person\(person)-\(fresh())"
    }
  }

  /// Whether another record already is the report of a person for the same week, on whatever branch.
  private func isReportKnown(_ record: Int, _ from: Int) -> Bool {
    nodes.contains { node in
      node.state.sayings.contains { $0.key != record && kinds[$0.key] == kinds[record] && $0.value.from == from }
    }
  }

  private mutating func merge(_ place: Int) {
    let (a, b) = (tips[place], tips[random.below(tips.count)])
    guard let fork = mergeBase(a, b), a != b, fork != a || fork != b else { return speak(place) }
    let author = random.below(Self.people)
    tips[place] = add([a, b], merged(a, b, fork, clean: false), [author])
  }

  private mutating func squash(_ place: Int) {
    let (a, b) = (tips[place], tips[random.below(tips.count)])
    guard let fork = mergeBase(a, b), fork != b else { return speak(place) }
    let author = random.below(Self.people)
    var authors: Set<Int> = [author]
    if random.below(3) > 0 {
      for node in ancestors[b].subtracting(ancestors[a]) { authors.formUnion(nodes[node].authors) }
    }
    var state = merged(a, b, fork, clean: true)
    keepNames(of: nodes[a].state, in: &state)
    tips[place] = add([a], state, authors, first: author)
  }

  /// Carries what a commit elsewhere did to a record over, and its author.
  private mutating func pick(_ place: Int) {
    let other = tips[random.below(tips.count)]
    let foreign = ancestors[other].subtracting(ancestors[tips[place]]).sorted()
    guard !foreign.isEmpty else { return speak(place) }
    let node = nodes[foreign[random.below(foreign.count)]]
    guard node.parents.count == 1 else { return speak(place) }
    var state = nodes[tips[place]].state
    for (record, saying) in node.state.sayings where nodes[node.parents[0]].state.sayings[record] != saying {
      state.sayings[record] = saying
      state.ids[record] = state.ids[record] ?? node.state.ids[record]
    }
    tips[place] = add([tips[place]], state, node.authors)
  }

  private mutating func merged(_ a: Int, _ b: Int, _ fork: Int, clean: Bool) -> State {
    let (old, ours, theirs) = (nodes[fork].state, nodes[a].state, nodes[b].state)
    var state = ours
    for person in 0..<Self.people where ours.names[person] == old.names[person] {
      state.names[person] = theirs.names[person]
    }
    for (record, id) in theirs.ids where state.ids[record] == nil || ours.ids[record] == old.ids[record] {
      state.ids[record] = id
    }
    for record in Set(old.sayings.keys).union(ours.sayings.keys).union(theirs.sayings.keys).sorted() {
      let (before, one, other) = (old.sayings[record], ours.sayings[record], theirs.sayings[record])
      if one == other { continue }
      let isOdd = !clean && random.below(8) == 0
      if one == before || other == before {
        state.sayings[record] = (one == before) != isOdd ? other : one
        continue
      }
      switch random.below(clean ? 2 : 4) {
      case 0: state.sayings[record] = one
      case 1: state.sayings[record] = other
      case 2:
        guard let one, let other else { continue }
        state.sayings[record] = Saying(from: one.from, to: one.to, words: one.words, mark: other.mark)
      default: state.sayings[record]?.words = fresh()
      }
    }
    return state
  }

  /// Nil where a commit has no such record.
  func name(of record: Int, at node: Int) -> String? {
    let state = nodes[node].state
    return state.sayings[record] == nil ? nil : state.ids[record]
  }

  // MARK: The graph

  func isAncestor(_ node: Int, of other: Int) -> Bool { ancestors[other].contains(node) }

  func reached(from node: Int) -> Set<Int> { ancestors[node] }

  /// Where two commits parted; nil where that is nowhere, or at several.
  func mergeBase(_ a: Int, _ b: Int) -> Int? {
    let common = ancestors[a].intersection(ancestors[b])
    let newest = common.filter { node in !common.contains { $0 != node && ancestors[$0].contains(node) } }
    return newest.count == 1 ? newest.first : nil
  }

  @discardableResult
  private mutating func add(_ parents: [Int], _ state: State, _ authors: Set<Int>, first: Int? = nil) -> Int {
    let mark = nodes.count
    nodes.append(Node(parents: parents, state: state, authors: authors))
    ancestors.append(parents.reduce([mark]) { $0.union(ancestors[$1]) })
    let author = first ?? authors.min() ?? 0
    var text = "commit refs/heads/c\(mark)\nmark :\(mark + 1)\n"
    text += "author x <\(Self.emails[author])> \(1_795_000_000 + mark) +0000\n"
    text += "committer x <c@example.org> \(1_795_000_000 + mark) +0000\n"
    let trailers = authors.subtracting([author]).sorted().map { "Co-authored-by: p <\(Self.emails[$0])>\n" }
    text += data("Commit \(mark)\n" + (trailers.isEmpty ? "" : "\n" + trailers.joined()))
    for (number, parent) in parents.enumerated() { text += "\(number == 0 ? "from" : "merge") :\(parent + 1)\n" }
    text += "deleteall\n"
    for (path, content) in files(of: state).sorted(by: { $0.key < $1.key }) {
      text += "M 100644 inline .teamwork/\(path)\n" + data(content)
    }
    bytes += Array((text + "\n").utf8)
    return mark
  }

  private func data(_ text: String) -> String { "data \(text.utf8.count)\n\(text)\n" }

  // MARK: Files

  func path(_ record: Int, in state: State) -> String {
    let id = state.ids[record] ?? "r\(record)"
    switch kinds[record] {
    case .feedback: return "feedback/\(id).md"
    case .request: return "requests/\(id).md"
    case .decision: return "decisions/\(id).md"
    case .pastReport, .report:
      let person = state.names[state.sayings[record]?.from ?? 0] ?? ""
      return "status/2026-W\(kinds[record] == .report ? 47 : 46)/\(person).md"
    }
  }

  private func files(of state: State) -> [String: String] {
    var files = ["teamwork.md": "---\nname: Harbour\nvision: On time\nformat: 1\n---\n"]
    for (person, name) in state.names {
      files["people/\(name).md"] = "---\nname: Person \(person)\nemails: [\(Self.emails[person])]\n---\n"
    }
    for (record, saying) in state.sayings {
      let (from, to) = (state.names[saying.from] ?? "", state.names[saying.to] ?? "")
      files[path(record, in: state)] =
        switch kinds[record] {
        case .feedback:
          "---\nfrom: \(from)\nto: \(to)\ndate: 2026-11-02\nkind: thanks\n"
            + (saying.mark == 0 ? "" : "acknowledged: 2026-11-\(saying.mark + 1)\n")
            + "---\n\nWords \(saying.words), @\(to).\n"
        case .request:
          "---\ntitle: Ask \(saying.words)\nfrom: \(from)\nto: \(to)\nstatus: accepted\n"
            + (saying.mark == 0 ? "" : "promised: 2026-12-\(saying.mark + 1)\n") + "---\n\nPlease, [[people/\(to)]].\n"
        case .decision:
          "---\ntitle: Decision \(saying.words)\nby: [\(from)]\nstatus: accepted\ndate: 2026-11-02\n---\n"
        case .pastReport, .report: "---\nperson: \(from)\n---\n\n## Done\n\n- Words \(saying.words).\n"
        }
    }
    return files
  }
}
