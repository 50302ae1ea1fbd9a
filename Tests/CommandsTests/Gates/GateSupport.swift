import Foundation
import TestSupport
import Testing

extension ScratchRepository {
  /// A small workspace without findings, committed.
  static func sound() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(
      ".teamwork/teamwork.md", "---\nname: Harbour\nvision: Ships on time\nformat: 1\ncadence: none\n---\n")
    for person in ["ana", "ben"] {
      try repository.write(
        ".teamwork/people/\(person).md", "---\nname: \(person)\nemails: [\(person)@example.org]\n---\n")
    }
    try repository.write(".teamwork/goals/beta.md", goal("ana"))
    try repository.commit("Begin")
    return repository
  }

  /// A goal with a body.
  static func goal(_ owner: String, _ body: String = "") -> String {
    "---\ntitle: Public beta\nowners: [\(owner)]\nstatus: proposed\nwhy: It helps\n---\n\(body)"
  }

  /// The rules of what `tw validate` finds, each as often as it is told, sorted.
  func rules(_ words: String...) throws -> [String] {
    let answer = run(["validate", "--format", "concise"] + words)
    if answer.status == 2 { throw GitFailure(description: answer.errors) }
    return answer.output.split(separator: "\n").compactMap { line in
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
        line.contains(".md:") || line.contains(":1:1:")
      else { return nil }
      return String(line[line.index(after: open)..<close])
    }.sorted()
  }

  /// Runs a program in the repository, with the tests' own `tw` before others in its path.
  func shell(_ script: String, also: [String: String] = [:]) throws -> (status: Int32, said: String) {
    let run = try ChildRun(
      ["/bin/sh", "-c", script], in: top,
      variables: variables.merging(["PATH": Faults.path]) { $1 }.merging(also) { $1 },
      isMerged: true)
    return (run.status, run.said)
  }
}
