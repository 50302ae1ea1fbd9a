import Foundation
import TestSupport
import Testing

/// Random histories, judged by `tw` from Git's commits and by a model that knows who said what.
@Suite struct RandomWords {
  /// `TW_SEEDS=500:20000` judges so many seeds, from another number on.
  private static let seeds: [UInt64] = {
    let parts = (ProcessInfo.processInfo.environment["TW_SEEDS"] ?? "").split(separator: ":").compactMap { UInt64($0) }
    let start = parts.count > 1 ? parts[1] : 1
    return Array(start..<(start + (parts.first ?? 24)))
  }()

  @Test(arguments: seeds)
  func wordsAreTheirsWhoBroughtThem(_ seed: UInt64) throws {
    let history = SpokenHistory(seed: seed, commits: 16 + Int(seed % 24))
    let repository = try ScratchRepository()
    if let file = ProcessInfo.processInfo.environment["TW_STREAM"] {
      try Data(history.bytes).write(to: URL(fileURLWithPath: file))
    }
    try repository.fastImport(history.bytes)
    var random = SplitMix(state: seed ^ 0xFF)
    var judged = 0
    for _ in 0..<8 {
      let tip = history.tips[random.below(history.tips.count)]
      let since = random.below(history.nodes.count)
      guard let base = history.mergeBase(since, tip), base != tip else { continue }
      judged += 1
      let model = SpokenModel(history, base: base, since: since, tip: tip)
      let answer = repository.tw("validate", "--since", "c\(since)", "--rev", "c\(tip)", "--format", "concise")
      #expect(answer.status != 2, "\(answer.errors)")
      let found = answer.output.split(separator: "\n").compactMap { line -> String? in
        guard let rule = ["impersonation", "rewritten-record"].first(where: { line.contains("[\($0)]") }) else {
          return nil
        }
        return "\(rule) \(line.prefix { $0 != ":" }.dropFirst(".teamwork/".count))"
      }
      #expect(found.sorted() == model.expected, "seed \(seed): --since c\(since) --rev c\(tip)")
    }
    #expect(judged > 0 || history.nodes.count < 3)
  }
}
