import Foundation
import TestSupport
import Testing

@testable import Commands

/// The driver by itself, and run by the real `git`.
@Suite struct MergeDriverTests {
  private static let path = ".teamwork/goals/beta.md"

  /// A goal on `main`, with the driver for the workspace.
  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    // Beside the tests' own program.
    let binary = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path
    repository.variables["PATH"] = binary + ":" + (repository.variables["PATH"] ?? "")
    try repository.git("config", "merge.tw.driver", "tw merge-driver %O %A %B %P")
    try repository.write(".gitattributes", ".teamwork/** merge=tw\n")
    try repository.write(path, MergeSample.goal)
    try repository.commit("begin")
    return repository
  }

  /// Changes the goal on a branch of its own, and on `main`.
  private static func diverge(_ repository: ScratchRepository, _ other: [(String, String)], _ main: [(String, String)])
    throws
  {
    for (branch, changes) in [("other", other), ("main", main)] {
      try repository.git("checkout", "--quiet", branch == "main" ? "main" : "-b\(branch)")
      let text = changes.reduce(MergeSample.goal) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      try repository.write(path, text)
      try repository.commit(branch)
    }
  }

  @Test(arguments: [
    ["merge", "--quiet", "--no-edit", "other"], ["rebase", "--quiet", "other"], ["cherry-pick", "other"],
  ])
  func gitMergesWhatItsLinesCouldNot(words: [String]) throws {
    let repository = try Self.repository()
    let (other, main) = (
      [("[ana, ben]", "[ana, ben, carl]"), ("[ ] Load", "[x] Load")],
      [("[ana, ben]", "[ana]"), ("status: proposed", "status: done"), ("[ ] Press", "[x] Press")]
    )
    try Self.diverge(repository, other, main)
    switch words.count {
    case 2: try repository.git(words[0], words[1])
    case 3: try repository.git(words[0], words[1], words[2])
    default: try repository.git(words[0], words[1], words[2], words[3])
    }
    let text = try repository.read(Self.path)
    #expect(text.contains("status: done\nowners: [ana, carl]\n"))
    #expect(text.contains("- [x] Load test @ben\n- [x] Press kit\n"))
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }

  @Test func aConflictStopsGitAndStandsInTheFile() throws {
    let repository = try Self.repository()
    try Self.diverge(
      repository, [("status: proposed", "status: at-risk"), ("[ ] Load", "[x] Load")],
      [("status: proposed", "status: done")])
    #expect(throws: ScratchRepository.GitFailure.self) { try repository.git("merge", "--no-edit", "other") }
    let text = try repository.read(Self.path)
    #expect(
      text.contains("title: Public beta\n<<<<<<< ours\nstatus: done\n=======\nstatus: at-risk\n>>>>>>> theirs\nowners"))
    #expect(text.contains("- [x] Load test"))
    #expect(try repository.git("status", "--porcelain").hasPrefix("UU \(Self.path)"))
  }

  // MARK: By itself

  private static func run(
    _ repository: ScratchRepository, _ base: String, _ ours: String, _ theirs: String, path: String = path
  ) throws -> ScratchRepository.Answer {
    for (name, text) in [("o", base), ("a", ours), ("b", theirs)] { try repository.write(name, text) }
    return repository.tw("merge-driver", "o", repository.top + "/a", "./b", path)
  }

  @Test func whatIsNoRecordIsMergedByLines() throws {
    let repository = try ScratchRepository()
    let (base, ours, theirs) = ("- [ ] a\n- [ ] b\n", "- [x] a\n- [ ] b\n", "- [ ] a\n- [x] b\n")
    #expect(try Self.run(repository, base, ours, theirs, path: "notes.md").status == 1)
    #expect(try repository.read("a").hasPrefix("<<<<<<< ours\n"))
    #expect(try Self.run(repository, base, ours, theirs, path: ".teamwork/goals/x.md").status == 0)
    #expect(try repository.read("a") == "- [x] a\n- [x] b\n")
  }

  @Test func whatCannotBeMergedStaysAsItWas() throws {
    let repository = try ScratchRepository()
    #expect(try Self.run(repository, "\0", "\0a", "\0b").status == 1)
    #expect(try repository.read("a") == "\0a")
    let answer = repository.tw("merge-driver", "o", "a", "nowhere", Self.path)
    #expect(answer.status == 2 && answer.errors.contains("there is no file `"))
    #expect(try repository.read("a") == "\0a")
    // Nothing is left beside it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: repository.top).sorted() == [".git", "a", "b", "o"])
  }

  @Test func markersAreAsGitWantsThem() throws {
    let repository = try ScratchRepository()
    func merge(_ more: String...) throws -> String {
      for (name, text) in [
        ("o", "---\na: 1\n---\n\nx\n"), ("a", "---\na: 2\n---\n\ny\n"), ("b", "---\na: 3\n---\n\nz\n"),
      ] { try repository.write(name, text) }
      #expect(repository.run(["merge-driver", "o", "a", "b", Self.path] + more).status == 1)
      return try repository.read("a")
    }
    func expected(_ size: Int, _ ours: String, _ theirs: String) -> String {
      func conflict(_ mine: String, _ yours: String) -> String {
        String(repeating: "<", count: size) + " \(ours)\n\(mine)\n" + String(repeating: "=", count: size)
          + "\n\(yours)\n" + String(repeating: ">", count: size) + " \(theirs)\n"
      }
      return "---\n" + conflict("a: 2", "a: 3") + "---\n\n" + conflict("y", "z")
    }
    #expect(try merge() == expected(7, "ours", "theirs"))
    #expect(try merge("12") == expected(12, "ours", "theirs"))
    #expect(try merge("x") == expected(7, "ours", "theirs"))
    // What a Git before 2.44 leaves as it is.
    #expect(try merge("7", "%X", "%Y") == expected(7, "ours", "theirs"))
    #expect(try merge("9", "HEAD", "a1b2c3 (Ask\u{1B}[31m\nBen)") == expected(9, "HEAD", "a1b2c3 (Ask\\e[31m\\nBen)"))
  }

  @Test func gitSaysHowLongMarkersAre() throws {
    let repository = try ScratchRepository()
    MergeSetupTests.addProgram(to: repository)
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try repository.write(".teamwork/.gitattributes", "*.md conflict-marker-size=11\n")
    try repository.write(Self.path, MergeSample.goal)
    try repository.commit("begin")
    try Self.diverge(repository, [("status: proposed", "status: at-risk")], [("status: proposed", "status: done")])
    #expect(throws: ScratchRepository.GitFailure.self) { try repository.git("merge", "--no-edit", "other") }
    let text = try repository.read(Self.path)
    #expect(
      text.contains("\n<<<<<<<<<<< ours\nstatus: done\n===========\nstatus: at-risk\n>>>>>>>>>>> theirs\n")
        || text.contains("<<<<<<<<<<< HEAD\n"), "\(text)")
  }

  // MARK: Two clones

  /// Two people work for a while, each in a clone, and meet in between.
  @Test(arguments: [1, 2, 3]) func nothingIsLostBetweenTwoClones(seed: Int) throws {
    let first = try Self.repository()
    let second = first.top + "-second"
    try first.git("clone", "--quiet", first.top, second)
    try first.git("config", "merge.tw.driver", "tw merge-driver %O %A %B %P", in: second)
    var random = SplitMix(state: UInt64(seed))
    var expected: Set<String> = []
    for round in 0..<6 {
      for (side, folder) in [("first", first.top), ("second", second)] {
        let file = folder + "/" + Self.path
        var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
        let name = "\(side)-\(round)"
        let heading = try #require(lines.firstIndex(of: "## Tasks"))
        lines.insert("- [ ] Task of \(name) ^\(name)", at: heading + 2 + random.below(3))
        let status = try #require(lines.firstIndex { $0.hasPrefix("owners:") })
        lines.insert("x-\(name): \(round)", at: status)
        expected.formUnion(["^\(name)", "x-\(name): \(round)\n"])
        let tasks = lines.indices.filter { lines[$0].hasPrefix("- [ ] Task of \(side)") }
        if !tasks.isEmpty {
          let done = tasks[random.below(tasks.count)]
          lines[done] = lines[done].replacingOccurrences(of: "[ ]", with: "[x]")
          expected.insert(lines[done])
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
        try first.git("commit", "--quiet", "-am", name, in: folder)
      }
      try first.git("fetch", "--quiet", second, "main")
      try first.git("merge", "--quiet", "--no-edit", "FETCH_HEAD")
      try first.git("pull", "--quiet", "--no-edit", in: second)
      let text = try first.read(Self.path)
      for words in expected { #expect(text.contains(words), "round \(round): \(text)") }
      #expect(try String(contentsOfFile: second + "/" + Self.path, encoding: .utf8) == text)
    }
  }
}
