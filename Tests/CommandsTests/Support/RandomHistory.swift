import Foundation
import TestSupport

/// A history of a workspace that nobody would make by hand, as a stream for `git fast-import`: several roots, merges of
/// two and more parents resolved at random, a workspace that moves, files that cannot be read, odd authors and dates.
///
/// The same seed makes the same history.
struct RandomHistory {
  private var random: SplitMix
  private var stream: [UInt8] = []
  /// By mark, what each commit has.
  private var states: [[String: File]] = []
  private var tips: [Int] = []
  private var time: Int64 = 1_700_000_000
  private(set) var root = "old/place"

  struct File: Equatable {
    var mode = "100644"
    var bytes: [UInt8]
  }

  init(seed: UInt64, commits: Int) {
    random = SplitMix(state: seed)
    for number in 0..<commits {
      if number == commits * 2 / 3 { moveFolder() }
      switch random.below(20) {
      case 0 where number < commits / 2, 1 where tips.isEmpty, 2..<20 where tips.isEmpty: commit([], Self.people)
      case 1, 2, 3: merge(2)
      case 4: merge(3)
      case 5: crissCross()
      default: advance(random.below(tips.count))
      }
    }
    // Everything comes together in the end.
    while tips.count > 1 { merge(min(4, tips.count), all: true) }
    stream += Array("reset refs/heads/main\nfrom :\(tips[0] + 1)\n\n".utf8)
  }

  var bytes: [UInt8] { stream }

  // MARK: Commits

  private mutating func advance(_ branch: Int) {
    let parent = tips[branch]
    var files = states[parent]
    for _ in 0...random.below(3) { change(&files) }
    if random.below(6) == 0, tips.count < 5 { tips.append(parent) }
    tips[branch] = commit([parent], files)
  }

  private mutating func merge(_ count: Int, all: Bool = false) {
    guard tips.count > 1 else { return advance(0) }
    let parents = Array(Set(random.shuffled(tips).prefix(count)))
    let ordered = random.shuffled(parents.sorted())
    if ordered.count < 2 {
      tips = Array(Set(tips)).sorted()
      return
    }
    tips.removeAll { ordered.contains($0) }
    if !all || tips.isEmpty || random.below(2) == 0 {
      tips.append(commit(ordered, merged(ordered)))
    } else {
      tips.insert(commit(ordered, merged(ordered)), at: 0)
    }
  }

  /// Two branches that each merge the other.
  private mutating func crissCross() {
    guard tips.count > 1, tips[0] != tips[1] else { return advance(0) }
    let (a, b) = (tips[0], tips[1])
    let first = commit([a, b], merged([a, b]))
    let second = commit([b, a], merged([b, a]))
    tips[0] = first
    tips[1] = second
  }

  /// Each file from one of the parents, some of them made of two, some changed by hand.
  private mutating func merged(_ parents: [Int]) -> [String: File] {
    var files: [String: File] = [:]
    for path in Set(parents.flatMap { states[$0].keys }).sorted() {
      let versions = parents.map { states[$0][path] }
      let chosen = versions[random.below(versions.count)]
      guard let chosen else { continue }
      let others = versions.compactMap { $0 }
      if random.below(3) == 0, let other = others.first(where: { $0 != chosen }) {
        // Lines of the one and of the other.
        let (a, b) = (
          chosen.bytes.split(separator: 10, omittingEmptySubsequences: false),
          other.bytes.split(separator: 10, omittingEmptySubsequences: false)
        )
        if a.count == b.count {
          var lines: [ArraySlice<UInt8>] = []
          for (x, y) in zip(a, b) { lines.append(random.below(2) == 0 ? x : y) }
          files[path] = File(bytes: Array(Self.apart(lines.map(Array.init)).joined(separator: [10])))
          continue
        }
      }
      files[path] = chosen
    }
    // What one side renamed and the other changed, as Git brings it together; and what only looks like that.
    for _ in 0..<random.below(3) {
      let new = files.keys.filter { path in parents.contains { states[$0][path] == nil } }.sorted()
      guard !new.isEmpty else { break }
      let path = new[random.below(new.count)]
      for parent in parents where states[parent][path] == nil {
        let gone = states[parent].keys.filter { other in
          other.split(separator: "/").dropLast() == path.split(separator: "/").dropLast()
            && parents.contains { states[$0][other] == nil }
        }.sorted()
        guard !gone.isEmpty else { continue }
        let other = gone[random.below(gone.count)]
        files[path] = states[parent][other]
        files[other] = nil
      }
    }
    if random.below(2) == 0 { change(&files) }
    return files
  }

  @discardableResult
  private mutating func commit(_ parents: [Int], _ files: [String: File]) -> Int {
    let mark = states.count
    states.append(files)
    let author = Self.authors[random.below(Self.authors.count)]
    // Clocks that go back, stand still, or were never set.
    time += Int64(random.below(200_000)) - 30_000
    let date = random.below(25) == 0 ? Int64(0) : random.below(25) == 0 ? 99_999_999_999 : time
    var text = Array("commit refs/heads/work\nmark :\(mark + 1)\n".utf8)
    text += Array("author ".utf8) + author + Array(" \(time) +0530\n".utf8)
    text += Array("committer ".utf8) + author + Array(" \(date) -0200\n".utf8)
    text += data(Array("Commit \(mark)\n".utf8))
    // A branch without a `from` would go on where the last commit left it.
    if parents.isEmpty { text = Array("reset refs/heads/work\n\n".utf8) + text }
    for (number, parent) in parents.enumerated() {
      text += Array("\(number == 0 ? "from" : "merge") :\(parent + 1)\n".utf8)
    }
    text += Array("deleteall\n".utf8)
    for path in files.keys.sorted() {
      guard let file = files[path] else { continue }
      text += Array("M \(file.mode) inline \(path)\n".utf8) + data(file.bytes)
    }
    stream += text + [10]
    if parents.isEmpty { tips.append(mark) }
    return mark
  }

  private func data(_ bytes: [UInt8]) -> [UInt8] { Array("data \(bytes.count)\n".utf8) + bytes + [10] }

  /// All branches come together, and the workspace moves whole.
  private mutating func moveFolder() {
    guard root != ".teamwork" else { return }
    while tips.count > 1 { merge(min(3, tips.count), all: true) }
    let files = states[tips[0]]
    var moved: [String: File] = [:]
    for (path, file) in files {
      moved[path.hasPrefix(root + "/") ? ".teamwork" + path.dropFirst(root.count) : path] = file
    }
    root = ".teamwork"
    tips[0] = commit([tips[0]], moved)
  }

  // MARK: Changes

  private mutating func change(_ files: inout [String: File]) {
    let own = files.keys.filter { $0.hasPrefix(root + "/") }.sorted()
    guard let path = own.isEmpty ? nil : own[random.below(own.count)], var file = files[path] else {
      files["\(root)/goals/\(random.word()).md"] = File(bytes: goal())
      return
    }
    switch random.below(22) {
    case 0...2: files["\(root)/goals/\(random.word()).md"] = File(bytes: goal())
    case 3: files["\(root)/goals/sub/\(random.word()).md"] = File(bytes: goal())
    case 4:
      files["\(root)/\(Self.otherFiles[random.below(Self.otherFiles.count)])"] = File(
        bytes: Array("---\nkind: thanks\nx-\(random.word()): 1\n---\nHello\n".utf8))
    case 5:
      files["\(root)/status/2026-W\(10 + random.below(40))/\(random.word()).md"] = File(
        bytes: Array("---\nmood: \(random.below(7))\n---\n## Done\n- x\n".utf8))
    case 6, 7: files[path] = nil
    case 8, 9:
      // Another name, or another folder.
      files[path] = nil
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      files[
        random.below(3) == 0
          ? "\(root)/goals/deep/er/\(path.split(separator: "/").last ?? "x.md")" : "\(folder)/\(random.word()).md"] =
        file
    case 10:
      // Twins, of which nobody can say which is which.
      files["\(root)/goals/\(random.word()).md"] = file
    case 11:
      file.bytes = Self.unreadable[random.below(Self.unreadable.count)] + Array("\n\(random.word())\n".utf8)
      files[path] = file
    case 12: files[path] = File(mode: "120000", bytes: Array("\(random.word()).md".utf8))
    case 13: files[path] = File(mode: file.mode == "100644" ? "100755" : "100644", bytes: file.bytes)
    case 14:
      // The same words with other line ends, or with a mark at the start.
      file.bytes =
        random.below(2) == 0
        ? Array("\u{FEFF}".utf8) + file.bytes.filter { $0 < 0x80 }
        : file.bytes.flatMap { $0 == 10 ? [13, 10] : $0 == 13 ? [] : [$0] }
      files[path] = file
    case 15: files[path] = File(bytes: goal())
    case 16: files["README.md"] = File(bytes: Array("\(random.word())\n".utf8))
    default:
      file.bytes = edited(file.bytes)
      files[path] = file
    }
  }

  /// A line changed, taken away or added.
  private mutating func edited(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let number = random.below(lines.count)
    switch random.below(5) {
    case 0: lines.remove(at: number)
    case 1: lines.insert(Array((random.below(2) == 0 ? task() : field()).utf8), at: number)
    default:
      let line = String(decoding: lines[number], as: UTF8.self)
      if line.hasPrefix("- [") {
        lines[number] = Array((["- [ ]", "- [x]", "- [-]"][random.below(3)] + line.dropFirst(5)).utf8)
      } else if line.contains(": ") {
        lines[number] = Array(field().utf8)
      } else {
        lines[number] = Array((random.below(2) == 0 ? "Some prose about \(random.word())." : task()).utf8)
      }
    }
    return Array(Self.apart(lines).joined(separator: [10]))
  }

  /// The lines with an empty one behind each task that another line would otherwise go on: what wraps is told elsewhere.
  private static func apart(_ lines: [[UInt8]]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for line in lines {
      let last = result.last.map { $0.starts(with: "\u{FEFF}".utf8) ? Array($0.dropFirst(3)) : $0 }
      let follows = last?.starts(with: "- [".utf8) == true
      if follows, !line.starts(with: "- [".utf8), !line.allSatisfy({ $0 == 13 }) { result.append([]) }
      result.append(line)
    }
    return result
  }

  private mutating func goal() -> [UInt8] {
    var lines = ["---", "title: \(random.word())", "status: on-track"]
    for _ in 0..<random.below(6) { lines.append(field()) }
    lines += ["---", "", "Prose of \(random.word())."]
    for _ in 0..<random.below(6) { lines.append(task()) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private mutating func task() -> String {
    let box = ["[ ]", "[x]", "[-]"][random.below(3)]
    let owner = ["", " @ana", " @ben", " @platform"][random.below(4)]
    let due = random.below(3) == 0 ? " due:2026-12-1\(random.below(10))" : ""
    let anchor = random.below(3) == 0 ? " ^\(random.word())" : ""
    return
      "- \(box) \(["Write", "Test", "Announce"][random.below(3)]) the \(random.word()) \(random.word())\(owner)\(due)\(anchor)"
  }

  private mutating func field() -> String {
    let word = random.word()
    let fields = [
      "title: \(word)", "title: \"\(word) – \\u00e9\"", "owners: [ana, ben]", "owners: [ben, ana]", "owners: ana",
      "owners: []", "owners:", "due: 2026-12-0\(1 + random.below(9))",
      "due:", "due: \"\"", "due: [2026-01-01]", "start: {a: b}", "status: at-risk", "status: done", "status: 'done'",
      "priority: high", "why: \(word) and more", "needs: [\(word)]",
      "needs: \(word)", "measures: [{name: x, target: \(random.below(9)), now: 1.50}]",
      "measures: {name: x, target: 3, now: 1e1}", "tags: [a, \"b, c\"]", "tags: a", "resources: [lab, \"\"]",
      "x-own: \(word)", "x-own: [1, 2]", "x-own: {k: {deep: [1]}}", "colour: 012", "colour: ~", "colour: no",
      "title: twice \(word)", "parent: \(word)", "mode: cooperate",
    ]
    return fields[random.below(fields.count)]
  }

  // MARK: What there is to choose from

  private static let people: [String: File] = {
    var files: [String: File] = [:]
    for root in ["old/place"] {
      files["\(root)/teamwork.md"] = File(
        bytes: Array(
          "---\nname: T\nvision: V\nformat: 1\nextra-fields: {goal: [x-own]}\nlimits: {file-size: 4000}\n---\n".utf8))
      files["\(root)/people/ana.md"] = File(
        bytes: Array("---\nname: Ana\nemails: [Ana@example.org, ana@home.example]\n---\n".utf8))
      files["\(root)/people/ben.md"] = File(bytes: Array("---\nname: Ben\nemails: ben@example.org\n---\n".utf8))
      files["\(root)/teams/platform.md"] = File(bytes: Array("---\nname: Platform\nmembers: [ana]\n---\n".utf8))
    }
    return files
  }()

  private static let otherFiles = [
    "templates/goal.md", "summaries/2026-W01.md", "goals/README.md", "goals/notes.txt", "elsewhere/x.md",
    ".hidden/x.md", "goals/.draft.md", "goals/.obsidian/x.md",
    "feedback/2026-01-02-ana-ben.md", "status/loose.md", "status/2026-W99/ana.md", "pulse/q1.md",
    "requests/help/help.md",
  ]

  private static let authors: [[UInt8]] = [
    Array("Ana <ana@example.org>".utf8), Array("Ana <ANA@EXAMPLE.ORG>".utf8), Array("Ben <ben@example.org>".utf8),
    Array("Nobody <>".utf8),
    Array("J".utf8) + [0xE9] + Array("r".utf8) + [0xF4] + Array("me <jerome@example.org>".utf8),
    Array("Zoë Ünïcode <zoe@example.org>".utf8), Array("<ana@home.example>".utf8),
  ]

  private static let unreadable: [[UInt8]] = [
    Array("---\ntitle: [open\n---\n- [ ] A task that stays ^stays\n".utf8), Array("---\ntitle: no end\n- [ ] x\n".utf8),
    [0xFF, 0xFE, 0x41], Array("---\n- a\n- list\n---\n".utf8),
    Array("---\na: &x 1\nb: *x\n---\n".utf8), Array("---\na: !!int 1\n---\n".utf8),
    Array("---\ntitle: long\n---\n".utf8) + [UInt8](repeating: 0x61, count: 5000), Array("---\n<<: {a: b}\n---\n".utf8),
    Array("---\na: 1\n...\nb: 2\n---\n".utf8), Array("no front matter at all\n- [ ] but a task\n".utf8), [],
    Array("---\n---\n".utf8), Array("---\n# only this\n---\n".utf8),
  ]
}

extension SplitMix {
  mutating func word() -> String {
    pick([
      "guide", "press-kit", "beta", "audit", "budget", "crew", "harbour", "map", "pilot", "route", "signal", "tram",
    ])
  }
}
