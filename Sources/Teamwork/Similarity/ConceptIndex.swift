/// Which texts have which concepts, to find those that may say the same as a given one.
struct ConceptIndex {
  /// Texts by concept: those of concept `c` are `texts[starts[c]..<starts[c + 1]]`, ascending.
  private var starts: [Int32] = []
  private var texts: [Int32] = []
  /// For each text the concepts to look under, of the word that the fewest texts have.
  private var probes: [[Int32]] = []
  /// One bit for each concept that a text has, and for each that its partner must have.
  private var present: [UInt64] = []
  private var required: [UInt64] = []

  init(_ works: [WorkText]) {
    var numbers = WordTable(minimumCapacity: works.count)
    var postings: [(concept: Int32, text: Int32)] = []
    postings.reserveCapacity(works.count * 8)
    func number(_ concept: UInt32) -> Int32 {
      let next = numbers.count
      return Int32(clamping: numbers.value(of: ConceptIndex.spread(concept), orInsert: next))
    }
    for (text, work) in works.enumerated() {
      for token in work.tokens {
        if token.stem != 0 { postings.append((number(token.stem), Int32(text))) }
        for lane in 0..<4 where token.concepts[lane] != 0 && token.concepts[lane] != token.stem {
          postings.append((number(token.concepts[lane]), Int32(text)))
        }
      }
    }
    let misspelt = Misspellings(works, numbers)
    // A text that writes `follow up` is found under `followup`, when any text writes that.
    for (text, work) in works.enumerated() {
      for token in work.tokens {
        for joined in [token.joinedNext, token.joinedLast] where joined != 0 {
          if let number = numbers[ConceptIndex.spread(joined)] {
            postings.append((Int32(number), Int32(text)))
          }
        }
      }
    }
    fill(postings, count: numbers.count)
    choose(works, numbers, misspelt)
  }

  static func spread(_ concept: UInt32) -> UInt64 { UInt64(concept) &* 0x9e37_79b9_7f4a_7c15 }

  private mutating func fill(_ postings: [(concept: Int32, text: Int32)], count: Int) {
    // A counting sort keeps the texts of a concept in order.
    starts = Array(repeating: 0, count: count + 2)
    for posting in postings { starts[Int(posting.concept) + 2] += 1 }
    for concept in 0..<count { starts[concept + 2] += starts[concept + 1] }
    texts = Array(repeating: 0, count: postings.count)
    for posting in postings {
      let slot = starts[Int(posting.concept) + 1]
      texts[Int(slot)] = posting.text
      starts[Int(posting.concept) + 1] = slot + 1
    }
  }

  private func size(_ concept: Int32) -> Int { Int(starts[Int(concept) + 1] - starts[Int(concept)]) }

  private mutating func choose(_ works: [WorkText], _ numbers: WordTable, _ misspelt: Misspellings) {
    func bit(_ concept: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: (concept &* 0x2545_F491) >> 7 & 63) }
    for work in works {
      var best: (size: Int, concepts: [Int32]) = (.max, [])
      var (has, needs): (UInt64, UInt64) = (0, 0)
      for token in work.tokens {
        var concepts: [Int32] = []
        for lane in 0..<4 where token.concepts[lane] != 0 {
          if let number = numbers[ConceptIndex.spread(token.concepts[lane])] {
            concepts.append(Int32(number))
            has |= bit(number)
          }
        }
        guard token.isRequired else { continue }
        var isExact = concepts.count == 1
        if token.stem != 0, let number = numbers[ConceptIndex.spread(token.stem)] {
          // Others may write the word in two, or wrongly.
          if token.stem != token.concepts[0] { concepts.append(Int32(number)) }
          let others = misspelt.of[Int32(number)] ?? []
          concepts += others
          if !others.isEmpty { isExact = false }
        }
        for joined in [token.joinedNext, token.joinedLast] where joined != 0 {
          if let number = numbers[ConceptIndex.spread(joined)] {
            concepts.append(Int32(number))
            isExact = false
          }
        }
        if isExact { needs |= bit(Int(concepts[0])) }
        let size = concepts.reduce(0) { $0 + self.size($1) }
        if size < best.size { best = (size, concepts) }
      }
      present.append(has)
      required.append(needs)
      probes.append(best.concepts)
    }
  }

  /// Whether `other` can have all that `text` requires; no is sure, yes is not.
  func mayContain(_ other: Int, _ text: Int) -> Bool { required[text] & ~present[other] == 0 }

  /// Calls `body` with each text that shares the rarest word of `text`, until it answers false.
  func forEachCandidate(of text: Int, _ body: (Int) -> Bool) {
    for concept in probes[text] {
      for slot in starts[Int(concept)]..<starts[Int(concept) + 1] {
        if !body(Int(texts[Int(slot)])) { return }
      }
    }
  }
}

/// Which of the words that occur may be slips of one another.
///
/// Two words one edit apart are equal after at most one letter is taken from each, so words are
/// sought under all that is left of them.
struct Misspellings {
  private(set) var of: [Int32: [Int32]] = [:]

  /// A bucket of more words than these holds no slips but an enumeration.
  private static let bucketLimit = 8

  init(_ works: [WorkText], _ numbers: WordTable) {
    var seen = Set<Int32>()
    var words: [(number: Int32, letters: ArraySlice<UInt8>, isKnown: Bool)] = []
    for work in works {
      for token in work.tokens
      where token.traits.contains(.spellable) && token.end - token.start >= Spelling.shortest {
        guard let number = numbers[ConceptIndex.spread(token.stem)].map({ Int32(clamping: $0) }),
          seen.insert(number).inserted
        else { continue }
        words.append((number, work.key[Int(token.start)..<Int(token.end)], token.traits.contains(.known)))
      }
    }
    var buckets = WordTable(minimumCapacity: words.count * 8)
    var members: [[Int]] = []
    for index in words.indices {
      for hash in Misspellings.shortened(words[index].letters) {
        let bucket = buckets.value(of: hash, orInsert: members.count)
        if bucket == members.count { members.append([]) }
        if members[bucket].last != index, members[bucket].count < Misspellings.bucketLimit {
          members[bucket].append(index)
        }
      }
    }
    for bucket in members where bucket.count > 1 {
      for first in bucket.indices {
        for second in (first + 1)..<max(bucket.count, first + 1) {
          note(words[bucket[first]], words[bucket[second]])
        }
      }
    }
  }

  private mutating func note(
    _ a: (number: Int32, letters: ArraySlice<UInt8>, isKnown: Bool),
    _ b: (number: Int32, letters: ArraySlice<UInt8>, isKnown: Bool)
  ) {
    guard !(a.isKnown && b.isKnown), of[a.number]?.contains(b.number) != true,
      Spelling.isSlip(a.letters, b.letters, isOneKnown: a.isKnown || b.isKnown)
    else { return }
    of[a.number, default: []].append(b.number)
    of[b.number, default: []].append(a.number)
  }

  /// The hashes of a word and of all that is left when one letter is taken out after the second.
  private static func shortened(_ letters: ArraySlice<UInt8>) -> [UInt64] {
    var hashes = [ByteHash.of(letters)]
    for left in (letters.startIndex + 2)..<letters.endIndex {
      var hash = ByteHash()
      hash.add(letters[..<left])
      hash.add(letters[(left + 1)...])
      hashes.append(hash.value)
    }
    return hashes
  }
}
