/// Which texts have which concepts, to find those that may say the same as a given one.
struct ConceptIndex {
  /// A set of concepts that may answer yes for one that it does not have, never no for one that it has.
  private typealias Concepts = SIMD4<UInt64>

  /// Texts by concept: those of concept `c` are `texts[starts[c]..<starts[c + 1]]`, ascending.
  private var starts: [Int32] = []
  private var texts: [Int32] = []
  /// The concepts to look under for a text, those of the word that the fewest texts have, are
  /// `probes[probeStarts[text]..<probeStarts[text + 1]]`.
  private var probes: [Int32] = []
  private var probeStarts: [Int32] = [0]
  private var present: [Concepts] = []
  /// For each word that a partner must have, all that would do; of text `t` those in
  /// `required[requiredStarts[t]..<requiredStarts[t + 1]]`.
  private var required: [Concepts] = []
  private var requiredStarts: [Int32] = [0]

  init(_ works: [WorkText]) {
    var numbers = WordTable(minimumCapacity: works.count)
    // The concepts of each token, one after another, so that none is looked up twice.
    var concepts: [Int32] = []
    var ends: [Int32] = []
    concepts.reserveCapacity(works.count * 12)
    ends.reserveCapacity(works.count * 8)
    // What else the later steps need of the texts, which lie scattered in memory.
    var tokenEnds: [Int] = []
    var needs: [Need] = []
    var spelled = WordTable()
    tokenEnds.reserveCapacity(works.count)
    needs.reserveCapacity(works.count * 8)
    for work in works {
      for token in work.tokens {
        needs.append(!token.isRequired ? .none : token.isOmissible ? .omissible : .required)
        if token.traits.contains(.initials) { _ = spelled.value(of: Token.spread(token.stem), orInsert: 0) }
        token.forEachConcept { concept in
          let next = numbers.count
          concepts.append(Int32(truncatingIfNeeded: numbers.value(of: concept, orInsert: next)))
        }
        ends.append(Int32(truncatingIfNeeded: concepts.count))
      }
      tokenEnds.append(ends.count)
    }
    let misspelt = Misspellings(works, numbers)
    var all = TokenConcepts(concepts: concepts, ends: ends)
    all.addJoined(works, numbers, spelled)
    fill(tokenEnds, all, count: numbers.count)
    choose(tokenEnds, needs, all, misspelt)
  }

  /// Whether the partner of a text must have a word of it too.
  private enum Need { case none, omissible, required }

  private mutating func fill(_ tokenEnds: [Int], _ all: TokenConcepts, count: Int) {
    // A counting sort keeps the texts of a concept in order.
    starts = Array(repeating: 0, count: count + 2)
    for concept in all.concepts { starts[Int(concept) + 2] += 1 }
    for concept in 0..<count { starts[concept + 2] += starts[concept + 1] }
    texts = Array(repeating: 0, count: all.concepts.count)
    var token = 0
    for (text, end) in tokenEnds.enumerated() {
      for slot in all.range(token..<end) {
        let concept = Int(all.concepts[slot])
        texts[Int(starts[concept + 1])] = Int32(truncatingIfNeeded: text)
        starts[concept + 1] += 1
      }
      token = end
    }
  }

  private func size(_ concept: Int32) -> Int { Int(starts[Int(concept) + 1] - starts[Int(concept)]) }

  private mutating func choose(
    _ tokenEnds: [Int], _ needs: [Need], _ all: TokenConcepts, _ misspelt: Misspellings
  ) {
    var first = 0
    for end in tokenEnds {
      let tokens = first..<end
      var has = Concepts()
      var best = (size: Int.max, token: -1)
      let least = tokens.contains { needs[$0] == .required } ? Need.required : .omissible
      for token in tokens {
        var mask = Concepts()
        var size = 0
        func take(_ concept: Int32) {
          ConceptIndex.insert(concept, into: &mask)
          size += self.size(concept)
        }
        for slot in all.range(token) { take(all.concepts[slot]) }
        has |= mask
        guard needs[token] == least else { continue }
        for slot in all.range(token) { misspelt.forEachSlip(of: all.concepts[slot], take) }
        required.append(mask)
        if size < best.size { best = (size, token) }
      }
      present.append(has)
      requiredStarts.append(Int32(truncatingIfNeeded: required.count))
      if best.token >= 0 {
        for slot in all.range(best.token) {
          probes.append(all.concepts[slot])
          misspelt.forEachSlip(of: all.concepts[slot]) { probes.append($0) }
        }
      }
      probeStarts.append(Int32(truncatingIfNeeded: probes.count))
      first = end
    }
  }

  private static func insert(_ concept: Int32, into set: inout Concepts) {
    let bit = (UInt32(bitPattern: concept) &* 0x9e37_79b9) >> 24
    set[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }

  /// Whether `other` can have all that `text` requires; no is sure, yes is not.
  func mayContain(_ other: Int, _ text: Int) -> Bool {
    let there = present[other]
    for slot in requiredStarts[text]..<requiredStarts[text + 1]
    where all(there & required[Int(slot)] .== 0) { return false }
    return true
  }

  /// Calls `body` with each text that shares the rarest word of `text`, until it answers false.
  func forEachCandidate(of text: Int, _ body: (Int) -> Bool) {
    for probe in probeStarts[text]..<probeStarts[text + 1] {
      let concept = Int(probes[Int(probe)])
      for slot in starts[concept]..<starts[concept + 1] where !body(Int(texts[Int(slot)])) { return }
    }
  }
}

/// The numbers of the concepts of all tokens, token after token.
private struct TokenConcepts {
  private(set) var concepts: [Int32]
  private(set) var ends: [Int32]

  func range(_ token: Int) -> Range<Int> { range(token..<(token + 1)) }
  func range(_ tokens: Range<Int>) -> Range<Int> {
    func start(_ token: Int) -> Int { token == 0 ? 0 : Int(ends[token - 1]) }
    return start(tokens.lowerBound)..<start(tokens.upperBound)
  }

  /// Finds a text that writes `follow up` under `followup` too, when any text writes that, and one that
  /// writes `quarterly business review` under `QBR`; and one that writes `memory leak` under either word.
  mutating func addJoined(_ works: [WorkText], _ numbers: WordTable, _ spelled: WordTable) {
    var added: [Int32] = []
    var addedEnds: [Int32] = []
    added.reserveCapacity(concepts.count)
    addedEnds.reserveCapacity(ends.count)
    var index = 0
    for work in works {
      var runs: [(number: Int32, tokens: ClosedRange<Int>)] = []
      if spelled.count > 0 {
        work.initials.forEachRun { hash, run in
          let concept = Token.spread(Token.own(hash))
          guard spelled[concept] != nil, let number = numbers[concept] else { return }
          runs.append((Int32(truncatingIfNeeded: number), run))
        }
      }
      for (offset, token) in work.tokens.enumerated() {
        added += concepts[range(index)]
        for joined in [token.joinedNext, token.joinedLast] where joined != 0 {
          if let number = numbers[Token.spread(joined)] { added.append(Int32(truncatingIfNeeded: number)) }
        }
        if token.stem == 0 {
          token.forEachWord(of: work.key) { word in
            if let number = numbers[Token.spread(word)] { added.append(Int32(truncatingIfNeeded: number)) }
          }
        }
        for run in runs where run.tokens.contains(offset) { added.append(run.number) }
        addedEnds.append(Int32(truncatingIfNeeded: added.count))
        index += 1
      }
    }
    (concepts, ends) = (added, addedEnds)
  }
}
