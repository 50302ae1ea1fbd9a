import Testing

@testable import Similarity

@Suite struct WorkGroupsTests {
  private func groups(_ texts: [String]) -> WorkGroups { WorkGroups(texts.map { WorkText($0) }) }

  @Test func groupsDuplicatesAndPairsTheSimilar() {
    let sorted = groups([
      "Write the guide", "Buy badges for the fair", "Writing a guide", "the", "Purchase badges for the fair",
      "Sell the van",
    ])
    #expect(sorted.groups == [[0, 2], [1], [4], [5]])
    #expect(sorted.similar.map { [$0.0, $0.1] } == [[1, 2]])
  }

  @Test func findsWhatComparingAllPairsFinds() throws {
    for file in ["pairs.csv", "heldout.csv", "trades.csv", "trades-2.csv", "teams.csv"] {
      let works = try LabelledPair.read(file).flatMap { [WorkText($0.a), WorkText($0.b)] }
      let sorted = WorkGroups(works)
      let heads = sorted.groups.map { works[$0[0]] }
      var expected: [[Int]] = []
      for a in heads.indices {
        for b in heads.indices.dropFirst(a + 1) where isSimilar(heads[a], heads[b]) { expected.append([a, b]) }
      }
      #expect(sorted.similar.map { [$0.0, $0.1] } == expected)
    }
  }

  @Test func doesNotDependOnTheOrderOfTexts() throws {
    let texts = try LabelledPair.read("pairs.csv").flatMap { [$0.a, $0.b] }
    func pairs(_ texts: [String]) -> Set<Set<String>> {
      let sorted = groups(texts)
      // Of a group any text may be the first: its key stands for it.
      let keys = sorted.groups.map { String(decoding: WorkText(texts[$0[0]]).key, as: UTF8.self) }
      return Set(sorted.similar.map { [keys[$0.0], keys[$0.1]] })
    }
    #expect(pairs(texts) == pairs(texts.reversed()))
  }

  enum Crowd: CaseIterable {
    case identical, numbered, named, oneShort, chained, fewWords

    func text(_ n: Int) -> String {
      switch self {
      case .identical: "Write the release notes for the gateway"
      case .numbered: "Write the release notes for 1.\(n)"
      case .named: "Write the release notes for \(name(n))"
      case .oneShort: n == 0 ? "Write the notes" : "Write the notes for \(name(n))"
      case .chained: "Write notes " + (0..<(n % 30)).map(name).joined(separator: " ")
      case .fewWords: [1, 7, 49, 343, 2401].map { name(n / $0 % 7) }.joined(separator: " ")
      }
    }
  }

  /// What would take two million comparisons of all with all.
  @Test(arguments: Crowd.allCases)
  func comparesFewPairs(_ crowd: Crowd) {
    // Only texts of the same words in another order make work: these are cut off.
    let limit = crowd == .fewWords ? WorkGroups.comparisonLimit : 4
    let count = 2_000
    let sorted = groups((0..<count).map(crowd.text))
    #expect(sorted.comparisons <= count * limit)
    #expect(sorted.similar.count <= count * WorkGroups.partnerLimit)
  }
}

/// A word that no other number has, of letters alone.
private func name(_ number: Int) -> String {
  let syllables = ["ba", "ko", "ri", "tu", "ne", "mo", "sa", "li", "vu", "ga"]
  return String(number + 10_000).map { syllables[Int(String($0)) ?? 0] }.joined()
}
