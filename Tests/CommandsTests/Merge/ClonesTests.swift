import Foundation
import TestSupport
import Testing

/// Two people work for weeks, each in a clone, and meet at their ends; a model says what comes of it.
@Suite struct ClonesTests {
  private static let weeks = 2

  private struct Clone {
    let name: String
    let folder: String
    var team: TeamModel
    var step = 0
  }

  // In some of these weeks both change the same things, in others they don't.
  @Test(arguments: [101, 102, 118, 122]) func nothingIsLost(seed: Int) throws {
    let repository = try ScratchRepository()
    MergeSetupTests.addProgram(to: repository)
    // Rules that judge what several records say together may find something in the sum of two sound changes.
    let rules = ["idle-owner", "lone-owner", "unowned-goal", "unowned-task", "similar-task", "open-task-in-done-goal"]
      .map { "\($0): off" }
    try repository.write(
      ".teamwork/teamwork.md",
      "---\nname: T\nvision: V\nformat: 1\nextra-fields: {goal: [x-colour]}\nrules: {\(rules.joined(separator: ", "))}\n---\n"
    )
    for person in TeamModel.people {
      try repository.write(
        ".teamwork/people/\(person).md", "---\nname: \(person)\nemails: [\(person)@example.org]\n---\n")
    }
    var team = TeamModel()
    try Self.write(team, to: repository.top)
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try repository.commit("begin")
    let folder = repository.top + "-second"
    try repository.git("clone", "--quiet", repository.top, folder)
    #expect(repository.tw("hook", "install", "--merge", from: folder).status == 0)

    var random = SplitMix(state: UInt64(seed))
    var clones = [
      Clone(name: "first", folder: repository.top, team: team), Clone(name: "second", folder: folder, team: team),
    ]
    for week in 0..<Self.weeks {
      for index in clones.indices { try Self.work(&clones[index], &random, repository) }
      team = try Self.meet(clones, from: team, repository, "seed \(seed), week \(week)")
      for index in clones.indices { clones[index].team = team }
    }
  }

  private static func write(_ team: TeamModel, to folder: String) throws {
    for (path, text) in team.files {
      let url = URL(fileURLWithPath: folder + "/.teamwork/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private static func read(_ paths: some Sequence<String>, _ folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in paths { files[path] = try String(contentsOfFile: folder + "/.teamwork/" + path, encoding: .utf8) }
    return files
  }

  /// Some days, some changes on each.
  private static func work(_ clone: inout Clone, _ random: inout SplitMix, _ repository: ScratchRepository) throws {
    for _ in 0..<3 {
      for _ in 0...random.below(14) {
        clone.team.change(&random, side: clone.name, step: clone.step)
        clone.step += 1
      }
      try write(clone.team, to: clone.folder)
      try repository.git("add", "-A", in: clone.folder)
      try repository.git("commit", "--quiet", "--allow-empty", "-m", "\(clone.name) \(clone.step)", in: clone.folder)
    }
  }

  /// The first merges the second, takes its own side where both are right, and the second follows.
  ///
  /// - Returns: what both have then.
  private static func meet(_ clones: [Clone], from base: TeamModel, _ repository: ScratchRepository, _ when: String)
    throws -> TeamModel
  {
    let (ours, theirs) = (clones[0], clones[1])
    let expected = TeamModel.merge(base, ours.team, theirs.team, preferringOurs: true)
    let others = TeamModel.merge(base, ours.team, theirs.team, preferringOurs: false)
    try repository.git("fetch", "--quiet", theirs.folder, "main")
    let ending = try repository.start(["git", "merge", "--quiet", "--no-edit", "FETCH_HEAD"])
    let story: Comment = "\(when): \(ending)"
    // Clean exactly where the model says so.
    let unmerged = try repository.git("diff", "--name-only", "--diff-filter=U").split(separator: "\n").map {
      String($0.dropFirst(".teamwork/".count))
    }
    #expect(Set(unmerged) == expected.conflicts, story)
    #expect(ending.status == (expected.conflicts.isEmpty ? 0 : 1), story)

    // Everything from both sides is there: in the file, or between markers.
    let files = try read(expected.result.files.keys, ours.folder)
    var result = expected.result
    for (id, goal) in expected.result.goals {
      let sides = MergeSample.sides(files["goals/\(id).md"] ?? "")
      let mine = TeamModel.Goal(parsing: sides.ours)
      #expect(mine.sorted == goal.sorted, "\(id): \(story)\n\(files["goals/\(id).md"] ?? "")")
      #expect(
        TeamModel.Goal(parsing: sides.theirs).sorted == others.result.goals[id]?.sorted,
        "\(id): \(story)\n\(files["goals/\(id).md"] ?? "")")
      // In the order in which they stand now.
      result.goals[id] = mine
    }
    for (id, report) in expected.result.reports {
      let merged = TeamModel.Report(parsing: files["status/\(id).md"] ?? "")
      #expect(merged.sorted == report.sorted, "\(id): \(story)\n\(files["status/\(id).md"] ?? "")")
      result.reports[id] = merged
    }
    if expected.conflicts.isEmpty {
      let answer = repository.tw("validate")
      #expect(answer.status == 0 && answer.output.hasSuffix("records are in order.\n"), "\(answer.output)\(story)")
    }
    try write(result, to: ours.folder)
    try repository.git("add", "-A", in: ours.folder)
    try repository.git("commit", "--quiet", "--allow-empty", "-m", "meet", in: ours.folder)
    try repository.git("pull", "--quiet", "--ff-only", in: theirs.folder)
    #expect(try read(result.files.keys, theirs.folder) == result.files)
    return result
  }
}
