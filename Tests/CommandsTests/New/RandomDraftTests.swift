import Foundation
import Testing

@testable import Commands

/// Nothing in a draft is invented, whatever the history.
@Suite struct RandomDraftTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func everyEntryCanBeTraced(seed: UInt64) throws {
    let repository = try ScratchRepository()
    try repository.imported(RandomHistory(seed: seed, commits: 200))
    try repository.git("-c", "core.symlinks=false", "reset", "--quiet", "--hard")
    let history = try repository.git("log", "-p", "-m", "--text", "--root", "--format=%s")
    try repository.write(".teamwork/people/ana.md", "---\nname: Ana\nemails: [ana@example.org, ana@home.example]\n---\n")
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n")
    var entries = 0
    for person in ["ana", "ben"] {
      for week in (46...52).map({ "2023-W\($0)" }) + (10...17).map({ "2024-W\($0)" }) {
        let answer = repository.run(["new", "status", "person=\(person)", "week=\(week)"])
        guard answer.status == 0 else { continue }
        let path = String(answer.output.dropLast())
        for line in try repository.read(path).split(separator: "\n") where line.hasPrefix("- ") && !line.contains("{{") {
          entries += 1
          let words = Self.words(line.dropFirst(2))
          #expect(history.contains(words), "seed \(seed), \(path): \(line)")
        }
        for line in repository.tw("validate", path, "--format", "concise").output.split(separator: "\n") where line.hasPrefix(path) {
          #expect(!line.contains("error["), "seed \(seed): \(line)")
        }
      }
    }
    #expect(entries > 40, "seed \(seed)")
  }

  /// The words of an entry that come from a file or a commit: those of its first link, else what stands before the link.
  private static func words(_ entry: Substring) -> String {
    if entry.hasPrefix("[["), let bar = entry.firstIndex(of: "|"), let end = entry[bar...].firstIndex(of: "]") {
      return String(entry[entry.index(after: bar)..<end])
    }
    let plain = entry.components(separatedBy: " ([[")[0]
    return plain.components(separatedBy: "“").last!.components(separatedBy: "”")[0]
  }
}
