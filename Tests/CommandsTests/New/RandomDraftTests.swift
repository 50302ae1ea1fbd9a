import Foundation
import Teamwork
import TestSupport
import Testing

@testable import Commands

/// Drafts of past weeks against what is known of a history because it was made here: nothing is invented, nothing is left out.
@Suite struct RandomDraftTests {
  private struct Goal: Equatable {
    var due = Day("2026-12-01")!
    var tasks: [(text: String, owner: String, isDone: Bool)] = []

    static func == (a: Goal, b: Goal) -> Bool { a.due == b.due && a.tasks.map(\.isDone) == b.tasks.map(\.isDone) }

    func text(_ title: String) -> String {
      "---\ntitle: \(title.capitalized)\nstatus: on-track\ndue: \(due)\nowners: [ana, ben]\nwhy: x\n---\n\n"
        + tasks.map { "- [\($0.isDone ? "x" : " ")] \($0.text) @\($0.owner)\n" }.joined()
    }
  }

  private struct Commit {
    let author: String
    let day: Int64
    let goals: [String: Goal]
    /// Of a commit that changed something elsewhere.
    let subject: String?
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func tellsWhatWasDoneAndNothingElse(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let week = try DraftedWeek()
    var goals: [String: Goal] = [:]
    for id in ["alpha", "beta", "gamma"] {
      var goal = Goal()
      for number in 1...5 {
        goal.tasks.append(
          ("\(random.word()) \(id) \(number)", random.below(2) == 0 ? "ana" : "ben", random.below(3) == 0))
      }
      goals[id] = goal
      try week.repository.write(".teamwork/goals/\(id).md", goal.text(id))
    }
    try week.commit("Begin", day: -30)
    var commits = [Commit(author: "ana", day: -30, goals: goals, subject: nil)]
    for number in 0..<36 {
      let author = ["ana", "ben", "stranger"][random.below(3)]
      let day = Int64(-14 + number * 21 / 36)
      var subject: String?
      if random.below(4) == 0 {
        subject = "Work \(number)"
        try week.repository.write("src/\(number)", "x")
      }
      if subject == nil || random.below(2) == 0 {
        let id = ["alpha", "beta", "gamma"][random.below(3)]
        if random.below(3) == 0 {
          goals[id]!.due = Day("2026-12-01")! + random.below(9)
        } else {
          goals[id]!.tasks[random.below(5)].isDone.toggle()
        }
        try week.repository.write(".teamwork/goals/\(id).md", goals[id]!.text(id))
      }
      try week.commit(subject ?? "Plan \(number)", day: day, by: author)
      commits.append(Commit(author: author, day: day, goals: goals, subject: subject))
    }
    week.repository.now = DraftedWeek.monday + 8 * 86_400
    var told = 0
    for (name, monday) in [("2026-W45", Int64(-14)), ("2026-W46", -7), ("2026-W47", 0)] {
      for person in ["ana", "ben"] {
        let done = try week.draft(person: person, week: name)["Done"] ?? ""
        let expected = Self.expected(commits, monday..<(monday + 7), person)
        #expect(done == expected, "seed \(seed), \(name), \(person)")
        told += expected.split(separator: "\n").count
      }
    }
    #expect(told > 8)
  }

  private static func expected(_ commits: [Commit], _ week: Range<Int64>, _ person: String) -> String {
    let before = commits.last { $0.day < week.lowerBound }!.goals
    let after = commits.last { $0.day < week.upperBound }!.goals
    var lines: [String] = []
    for id in after.keys.sorted() {
      for (old, new) in zip(before[id]!.tasks, after[id]!.tasks) where new.owner == person && new.isDone && !old.isDone
      { lines.append("- \(new.text) ([[\(id)]])") }
    }
    for id in after.keys.sorted() {
      let moves = zip(commits, commits.dropFirst()).filter {
        week.contains($1.day) && $1.author == person && $0.goals[id]!.due != $1.goals[id]!.due
      }
      guard let from = moves.first?.0.goals[id]!.due, let to = moves.last?.1.goals[id]!.due, from != to else {
        continue
      }
      lines.append("- [[\(id)|\(id.capitalized)]]: due \(from.short(in: 2026)) → \(to.short(in: 2026))")
    }
    let subjects = commits.reversed().filter { week.contains($0.day) && $0.author == person }.compactMap(\.subject)
    if !subjects.isEmpty {
      lines += ["<!-- Your commits elsewhere this week, if any belongs here:"] + subjects.map { "- " + $0 } + ["-->"]
    }
    return lines.joined(separator: "\n")
  }
}
