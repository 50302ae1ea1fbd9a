import Foundation
import TestSupport
import Testing

/// Whether Python reads YAML here.
private let hasOracle = ChildRun.succeeds("python3", "-c", "import yaml")

/// `tw log` against a second reading of the same history, by other tools: see `Support/oracle.py`.
@Suite(.enabled(if: hasOracle, "python3 with PyYAML is not on this machine"))
struct OracleTests {
  /// - Returns: the differences, and how much was compared.
  private func compare(_ repository: String, _ log: String, folder: String = ".teamwork") throws -> (
    differences: [String], counts: [String: Int]
  ) {
    let file = FileManager.default.temporaryDirectory.path + "/tw-log-\(UUID().uuidString).json"
    try Data(log.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let text = try ChildRun(
      ["python3", projectFolder + "/Tests/CommandsTests/Support/oracle.py", repository, file, folder],
      variables: ProcessInfo.processInfo.environment.merging([
        "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8",
      ]) { $1 }, isMerged: true
    ).said
    var lines = text.split(separator: "\n").map(String.init)
    let last = lines.popLast() ?? ""
    guard last.hasPrefix("compared ") else { return (lines + [last], [:]) }
    var counts: [String: Int] = [:]
    for part in last.dropFirst("compared ".count).split(separator: ",") {
      let words = part.split(separator: " ")
      counts[String(words[1])] = Int(words[0])
    }
    return (lines, counts)
  }

  private func expectSame(
    _ repository: ScratchRepository, at directory: String? = nil, folder: String = ".teamwork", least: [String: Int]
  ) throws {
    let top = directory ?? repository.top
    let answer = repository.run(["-C", top, "--workspace", folder, "log", "--format", "json"])
    #expect(answer.status == 0, "\(answer.errors)")
    let (differences, counts) = try compare(top, answer.output, folder: folder)
    #expect(differences.isEmpty, "\(differences.prefix(5).joined(separator: "\n"))")
    for (name, count) in least { #expect(counts[name, default: 0] >= count, "\(name)") }
  }

  @Test func exampleQuarter() throws {
    try expectSame(ExampleTeam.quarter.get(), least: ["created": 150, "field": 80, "tasks": 100, "renamed": 1])
  }

  @Test(.enabled(if: realTeamBundle != nil, "the real repository is not on this machine"))
  func realTeam() throws {
    let repository = try ScratchRepository()
    let clone = repository.top + "/goals"
    try repository.git("clone", "--quiet", "-b", "main", #require(realTeamBundle), clone)
    try expectSame(
      repository, at: clone,
      least: ["created": 800, "removed": 150, "renamed": 40, "field": 400, "text": 50, "tasks": 1000])
    let shallow = repository.top + "/shallow"
    try repository.git("clone", "--quiet", "--depth", "40", "-b", "main", "file://" + clone, shallow)
    try expectSame(repository, at: shallow, least: ["field": 5])
  }

  /// `TW_ORACLE_SEEDS=100-130` tries others.
  private static let seeds: [UInt64] = {
    let ends = (ProcessInfo.processInfo.environment["TW_ORACLE_SEEDS"] ?? "1-12").split(separator: "-").compactMap {
      UInt64($0)
    }
    return ends.count == 2 ? Array(ends[0]...max(ends[0], ends[1])) : []
  }()

  @Test(arguments: seeds)
  func randomHistories(seed: UInt64) throws {
    let repository = try ScratchRepository()
    try repository.fastImport(RandomHistory(seed: seed, commits: 220).bytes)
    try expectSame(
      repository, least: ["created": 40, "removed": 10, "renamed": 2, "field": 60, "text": 20, "tasks": 60])
    let shallow = repository.top + "-shallow"
    try repository.git(
      "clone", "--quiet", "--no-checkout", "--depth", "12", "-b", "main", "file://" + repository.top, shallow)
    try expectSame(repository, at: shallow, least: [:])
  }

  /// The oracle itself must notice.
  @Test func noticesWhatIsWrong() throws {
    let repository = try ScratchRepository()
    try repository.fastImport(RandomHistory(seed: 7, commits: 60).bytes)
    let log = repository.tw("log", "--format", "json").output
    #expect(try compare(repository.top, log).differences.isEmpty)
    for (right, wrong) in [
      ("\"change\": \"field\"", "\"change\": \"text\""), ("\"change\": \"created\"", "\"change\": \"removed\""),
      ("\"email\": \"ben@example.org\"", "\"email\": \"\""),
      ("\"state\": \"done\"", "\"state\": \"open\""), ("\"field\": \"title\"", "\"field\": \"tags\""),
    ] {
      let range = try #require(log.range(of: right), "\(right)")
      #expect(
        try !compare(repository.top, log.replacingCharacters(in: range, with: wrong)).differences.isEmpty, "\(right)")
    }
  }
}
