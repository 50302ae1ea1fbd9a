import Foundation
import TestSupport
import Testing

/// Repositories that somebody prepared, or that are damaged: a finding or an error, and never "in order".
@Suite struct HostileRepository {
  // MARK: Trees

  /// Writes a tree of raw entries, each a mode, a name and an id.
  private static func tree(_ entries: [(mode: String, name: String, id: String)], _ repository: ScratchRepository)
    throws
    -> String
  {
    var bytes = Data()
    for entry in entries {
      bytes += Data("\(entry.mode) \(entry.name)\u{0}".utf8)
      var rest = entry.id[...]
      while !rest.isEmpty {
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    let file = repository.top + "/.git/raw-tree"
    try bytes.write(to: URL(fileURLWithPath: file))
    return String(try repository.git("hash-object", "--literally", "-t", "tree", "-w", file).prefix(40))
  }

  private static func commit(_ tree: String, _ repository: ScratchRepository) throws -> String {
    String(try repository.git("commit-tree", tree, "-p", "HEAD", "-m", "x").prefix(40))
  }

  @Test(arguments: ["..", ".", ".git", ".GIT", "a/../b", "", "goals/beta.md", "../x.md", "x/y"])
  func aNameThatNoFileCanHave(_ name: String) throws {
    let repository = try ScratchRepository.sound()
    func id(_ revision: String) throws -> String { String(try repository.git("rev-parse", revision).prefix(40)) }
    let blob = try id("HEAD:.teamwork/goals/beta.md")
    let own = try ["goals", "people"].map { ("40000", $0, try id("HEAD:.teamwork/\($0)")) }
    let charter = ("100644", "teamwork.md", try id("HEAD:.teamwork/teamwork.md"))
    for mode in ["100644", "40000"] {
      let bad = (mode, name, mode == "40000" ? own[0].2 : blob)
      // In the workspace, in one of its folders, and beside it.
      let inside = try Self.tree([bad] + own + [charter], repository)
      let goals = try Self.tree([bad, ("100644", "beta.md", blob)], repository)
      let below = try Self.tree([("40000", "goals", goals), own[1], charter], repository)
      let whole = try id("HEAD:.teamwork")
      for root in try [
        Self.tree([("40000", ".teamwork", inside)], repository), Self.tree([("40000", ".teamwork", below)], repository),
        Self.tree([bad, ("40000", ".teamwork", whole)], repository),
      ] {
        let answer = repository.tw("validate", "--rev", try Self.commit(root, repository))
        #expect(
          answer.status == 1 || (answer.status == 2 && answer.output.isEmpty), "\(mode) \(name): \(answer.output)")
        #expect(!answer.output.contains("in order"))
      }
    }
    #expect(repository.tw("validate", "--rev", "HEAD").status == 0)
  }

  @Test(arguments: [".teamwork/goals/evil.md", ".teamwork", ".Teamwork/goals"])
  func aRootThatHidesAWorkspace(_ name: String) throws {
    let repository = try ScratchRepository.sound()
    func id(_ revision: String) throws -> String { String(try repository.git("rev-parse", revision).prefix(40)) }
    let entries = [
      ("40000", ".teamwork", try id("HEAD:.teamwork")), ("100644", name, try id("HEAD:.teamwork/goals/beta.md")),
    ]
    let commit = try Self.commit(Self.tree(entries, repository), repository)
    #expect(repository.tw("validate", "--rev", commit).status == 1)
    #expect(repository.tw("validate", "--since", "HEAD", "--rev", commit).status == 1)
  }

  // MARK: Objects

  /// Within a time: libgit2 waits for ever for the rest of an object that was cut short.
  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 10, 60, 100, 150, -1, -4, -20])
  func anObjectThatWasCutShortIsAnError(_ length: Int) throws {
    for kind in ["", "^{tree}", ":.teamwork", ":.teamwork/goals/beta.md"] {
      let repository = try ScratchRepository.sound()
      try repository.write(
        ".teamwork/goals/beta.md",
        ScratchRepository.goal("ana", "\n" + (0..<40).map { "Line \($0 * 7919 % 1000).\n\n" }.joined()))
      try repository.commit("Longer")
      let id = try repository.git("rev-parse", "HEAD" + kind)
      let path = repository.top + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2).prefix(38))"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let kept = length < 0 ? bytes.count + length : min(length, bytes.count - 1)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      try bytes.prefix(max(0, kept)).write(to: URL(fileURLWithPath: path))
      for words in [["validate", "--rev", "HEAD"], ["report"], ["log"]] {
        let answer = repository.run(words)
        #expect(answer.status == 2, "\(words) \(kind) \(kept): \(answer.output)")
        #expect(answer.output.isEmpty && !answer.errors.isEmpty)
      }
    }
  }

  /// Commits that differ, and the file of the third newest.
  private static func commits() throws -> (ScratchRepository, file: String) {
    let repository = try ScratchRepository.sound()
    for number in 1...4 {
      try repository.commit("\(number)", ["f": "\(number)"], at: ScratchRepository.start + Int64(number))
    }
    let id = try repository.line("rev-parse", "HEAD~2")
    let file = repository.top + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    return (repository, file)
  }

  private static let waysOver = [
    ["validate", "--rev", "HEAD~2"], ["validate", "--rev", "HEAD~3"], ["validate", "--rev", "main^^^"],
    ["validate", "--rev", "HEAD^{/Begin}"], ["validate", "--rev", ":/Begin"], ["validate", "--since", "HEAD~3"],
    ["log", "HEAD~3..HEAD"], ["diff", "HEAD~3"], ["diff", "HEAD~3", "HEAD"], ["show", "beta", "--at", "HEAD~3"],
    ["hook", "run", "pre-commit-framework"],
  ]

  /// libgit2 reads the commits on the way to the one that is asked for, and waits for ever for the rest of one.
  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 10, 60, -1, -20])
  func aRevisionBehindACommitThatWasCutShort(_ length: Int) throws {
    let (repository, file) = try Self.commits()
    let range = ["PRE_COMMIT_FROM_REF": "HEAD~3", "PRE_COMMIT_TO_REF": "HEAD"]
    for words in Self.waysOver { #expect(repository.run(words, also: range).status == 0, "\(words)") }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    try bytes.prefix(length < 0 ? bytes.count + length : length).write(to: URL(fileURLWithPath: file))
    let short = String(file.split(separator: "/").suffix(2).joined().prefix(8))
    for words in Self.waysOver + [["validate", "--rev", short]] {
      let answer = repository.run(words, also: range)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer.output)")
      #expect(answer.errors.contains("is damaged"), "\(words): \(answer.errors)")
    }
    #expect(repository.tw("validate", "--rev", "HEAD~1").status == 0)
  }

  @Test func aRevisionBehindACommitThatIsMissing() throws {
    let (repository, file) = try Self.commits()
    try FileManager.default.removeItem(atPath: file)
    for words in Self.waysOver.dropLast() {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer.output)")
    }
    for revision in ["HEAD~2", "HEAD~3"] {
      let answer = repository.tw("validate", "--rev", revision)
      #expect(answer.errors.contains(file.split(separator: "/").suffix(2).joined()), "\(answer.errors)")
      #expect(answer.errors.contains("`git fetch` may bring it"))
    }
    // That is something else than a name which nothing has.
    #expect(repository.tw("diff", "nothing").status == 1)
    #expect(repository.tw("validate", "--rev", "HEAD~1").status == 0)
  }

  /// libgit2 writes past its memory with an object that holds more than it says, and a pipe never ends.
  @Test(.timeLimit(.minutes(1)), arguments: ["commit 10\0", "commit 5000\0", "commit \0", "commit 1x\0", "", "pipe"])
  func anObjectThatIsNotAsLongAsItSays(_ header: String) throws {
    let (repository, file) = try Self.commits()
    func write(_ header: String) throws {
      let content = try repository.git(["cat-file", "commit", "HEAD~2"])
      try Self.stored(Array(header.utf8) + content).write(to: URL(fileURLWithPath: file))
    }
    let size = try repository.git(["cat-file", "commit", "HEAD~2"]).count
    try write("commit \(size)\0")
    #expect(repository.tw("validate", "--rev", "HEAD~3").status == 0)
    if header == "pipe" {
      try FileManager.default.removeItem(atPath: file)
      try #require(mkfifo(file, 0o644) == 0)
    } else {
      try write(header)
    }
    for words in Self.waysOver.dropLast() {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer.output)")
      #expect(answer.errors.contains("is damaged"), "\(words): \(answer.errors)")
    }
  }

  /// A zlib stream of one block that is not compressed.
  private static func stored(_ content: [UInt8]) -> Data {
    let count = [UInt8(content.count & 255), UInt8(content.count >> 8)]
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in content { (a, b) = ((a + UInt32(byte)) % 65521, (b + a + UInt32(byte)) % 65521) }
    return Data([0x78, 0x01, 0x01] + count + count.map { ~$0 } + content)
      + Data([b >> 8, b & 255, a >> 8, a & 255].map { UInt8($0) })
  }

  @Test(.timeLimit(.minutes(1))) func anIndexThatIsNoFile() throws {
    let repository = try ScratchRepository.sound()
    let pipe = repository.root + "/pipe"
    try #require(mkfifo(pipe, 0o644) == 0)
    for path in [pipe, repository.root, repository.root + "/none", "/dev/null"] {
      let answer = repository.run(["validate", "--staged"], also: ["GIT_INDEX_FILE": path])
      #expect(
        answer.status == 2 && answer.output.isEmpty && answer.errors.contains("GIT_INDEX_FILE"), "\(answer.errors)")
    }
    #expect(repository.run(["validate", "--staged"], also: ["GIT_INDEX_FILE": ".git/index"]).status == 0)
  }

  @Test func whatIsMissingOrReplacedIsSaid() throws {
    let repository = try ScratchRepository.sound()
    for number in 1...3 {
      try repository.write(".teamwork/goals/g\(number).md", ScratchRepository.goal("ana"))
      try repository.commit("\(number)", at: 1_795_176_000 + Int64(number))
    }
    for words in [["log"], ["report"], ["summary"]] {
      #expect(!repository.run(words).errors.contains("missing"), "\(words)")
    }
    try repository.git("replace", "HEAD~1", "HEAD~3")
    for words in [["log"], ["report"], ["summary"], ["status"]] {
      #expect(repository.run(words).errors.contains("git replace"), "\(words)")
    }
    try repository.git("replace", "-d", "HEAD~1")
    let id = try repository.git("rev-parse", "HEAD~2")
    let path = repository.top + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2).prefix(38))"
    try FileManager.default.removeItem(atPath: path)
    for words in [["log"], ["report"], ["summary"], ["status"]] {
      let answer = repository.run(words)
      #expect(answer.status == 2 || answer.errors.contains("is missing from the repository"), "\(words)")
    }
  }

  // MARK: A repository that came with a clone

  @Test func aBareRepositoryInTheTreeIsNotWrittenThrough() throws {
    let outside = try ScratchRepository.sound()
    let repository = try ScratchRepository.sound()
    let evil = repository.top + "/vendor/evil"
    try repository.git("init", "--quiet", "--bare", evil)
    try repository.git("-C", evil, "config", "core.bare", "false")
    let before = try outside.git("status", "--porcelain")
    for place in [outside.top, repository.top, repository.top + "/.."] {
      try repository.git("-C", evil, "config", "core.worktree", place)
      for words in [
        ["set", "beta", "status=done"], ["init"], ["new", "note", "x", "kind=idea"], ["rename", "beta", "gamma"],
        ["validate", "--fix"], ["hook", "install", "--merge"],
      ] {
        let answer = repository.run(words, from: evil)
        #expect(answer.status != 0, "\(words): \(answer.output)")
      }
      #expect(try outside.git("status", "--porcelain") == before)
      #expect(try repository.git("status", "--porcelain", "--", ".teamwork", ".gitattributes").isEmpty)
    }
    // Where Git would not read it, neither is it read here.
    let home = try #require(repository.variables["HOME"])
    try "[safe]\n\tbareRepository = explicit\n".write(toFile: home + "/safe", atomically: true, encoding: .utf8)
    let safe = ["GIT_CONFIG_GLOBAL": home + "/safe"]
    let answer = repository.run(["log"], from: evil, also: safe)
    #expect(answer.status == 2 && answer.errors.contains("safe.bareRepository"), "\(answer.errors)")
    #expect(repository.run(["log"], also: safe).status == 0)
  }

  @Test func aWorktreeElsewhereIsNotWritten() throws {
    let outside = try ScratchRepository.sound()
    let repository = try ScratchRepository.sound()
    try repository.git("config", "core.worktree", outside.top)
    #expect(repository.tw("set", "beta", "status=done").status == 2)
    #expect(try outside.read(".teamwork/goals/beta.md").contains("status: proposed"))
    // There, it is written; and so it is where it is named.
    let named = ["GIT_DIR": repository.top + "/.git", "GIT_WORK_TREE": outside.top]
    #expect(repository.run(["set", "beta", "status=done"], also: named).status == 0)
  }

  // MARK: Capitals

  @Test func foldersThatDifferByCapitalsAreSeen() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".Teamwork/goals/x.md", ScratchRepository.goal("nobody"))
    #expect(try repository.rules() == ["unknown-kind"])
    #expect(repository.tw("validate").status == 1)
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 1)
    try repository.commit("Beside")
    #expect(repository.tw("validate", "--rev", "HEAD").status == 1)
    #expect(repository.tw("validate", "--staged").status == 0)

    let other = try ScratchRepository.sound()
    try other.write(".teamwork/Goals/x.md", ScratchRepository.goal("nobody"))
    try other.git("add", "-A")
    let answer = other.tw("validate", "--staged", "--format", "concise")
    #expect(answer.status == 1 && answer.output.contains("error[unknown-kind]"), "\(answer.output)")
    // Another word is told, and stops nobody.
    let third = try ScratchRepository.sound()
    try third.write(".teamwork/goal/x.md", "x")
    try third.write(".team/x.md", "x")
    #expect(try third.rules() == ["unknown-kind"])
    #expect(third.tw("validate").status == 0)
  }

  @Test func insteadOfTheFolderToo() throws {
    let repository = try ScratchRepository()
    try repository.write("README", "x")
    try repository.commit("Begin")
    try repository.write(".Teamwork/goals/x.md", ScratchRepository.goal("nobody"))
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 1)
    #expect(repository.tw("hook", "run", "pre-commit").status == 1)
    #expect(repository.tw("validate").status == 2)
    try repository.commit("Instead")
    #expect(repository.tw("validate", "--rev", "HEAD").status == 1)
  }

  /// Git holds a link and not what it leads to.
  @Test func aLinkInsteadOfTheFolder() throws {
    let repository = try ScratchRepository.sound()
    try FileManager.default.moveItem(atPath: repository.top + "/.teamwork", toPath: repository.top + "/real")
    try repository.link(".teamwork", to: "real")
    try repository.git("add", "-A")
    for words in [
      ["validate"], ["validate", "--staged"], ["validate", "--since", "HEAD"], ["hook", "run", "pre-commit"],
    ] {
      let answer = repository.run(words)
      #expect(answer.status == 1 && answer.output.contains("this is a link"), "\(words): \(answer.output)")
    }
    #expect(repository.tw("--workspace", "real", "validate").status == 0)
  }

  // MARK: Limits

  @Test func nobodyRaisesALimitForThemselves() throws {
    let repository = try ScratchRepository.sound()
    let charter = try repository.read(".teamwork/teamwork.md")
    func limits(_ text: String) throws {
      try repository.write(
        ".teamwork/teamwork.md", charter.replacingOccurrences(of: "format: 1", with: "format: 1\nlimits: {\(text)}"))
    }
    let large = ScratchRepository.goal("ana", "\n" + String(repeating: "Word after word.\n\n", count: 70_000))
    try limits("file-size: 2000000")
    try repository.write(".teamwork/goals/large.md", large)
    try repository.git("add", "-A")
    #expect(repository.tw("validate").status == 0)
    #expect(try repository.rules("--staged") == ["unreadable-file"])
    // First the one, then the other.
    try repository.git("reset", "--quiet", ".teamwork/goals/large.md")
    #expect(try repository.rules("--staged") == [])
    try repository.git("commit", "--quiet", "-m", "Raise")
    try repository.git("add", "-A")
    #expect(try repository.rules("--staged") == [])
    // A limit has one itself.
    for text in ["file-size: 4000000000", "front-matter-size: 9999999", "depth: 129"] {
      try limits(text)
      #expect(try repository.rules().contains("invalid-value"), "\(text)")
    }
    try limits("file-size: 16777216, front-matter-size: 1048576, depth: 128")
    #expect(try repository.rules() == [])
  }
}
