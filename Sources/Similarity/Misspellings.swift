/// Which of the words that occur may be slips of one another.
///
/// Two words one edit apart are equal after at most one letter is taken from each, so words are
/// sought under all that is left of them.
struct Misspellings {
  private struct Word {
    let number: Int32
    let letters: ArraySlice<UInt8>
    let isKnown: Bool
  }

  private var slips: [Int32: [Int32]] = [:]

  /// Under one remainder no more words than these are held against one another.
  private static let chainLimit = 8

  init(_ works: [WorkText], _ numbers: WordTable) {
    let words = Misspellings.words(of: works, numbers)
    var chains = WordTable(minimumCapacity: words.count * 8)
    var last: [Int32] = []
    var entries: [(word: Int32, next: Int32)] = []
    for index in words.indices {
      Misspellings.forEachRemainder(of: words[index].letters) { hash in
        let next = last.count
        let chain = chains.value(of: hash, orInsert: next)
        if chain == last.count { last.append(-1) }
        var entry = last[chain]
        var length = 0
        while entry >= 0, length < Misspellings.chainLimit {
          note(words[Int(entries[Int(entry)].word)], words[index])
          entry = entries[Int(entry)].next
          length += 1
        }
        entries.append((Int32(truncatingIfNeeded: index), last[chain]))
        last[chain] = Int32(truncatingIfNeeded: entries.count - 1)
      }
    }
  }

  func forEachSlip(of concept: Int32, _ body: (Int32) -> Void) {
    if slips.isEmpty { return }
    for other in slips[concept] ?? [] { body(other) }
  }

  private static func words(of works: [WorkText], _ numbers: WordTable) -> [Word] {
    var isSeen = [Bool](repeating: false, count: numbers.count)
    var words: [Word] = []
    for work in works {
      for token in work.tokens
      where token.traits.contains(.spellable) && token.end - token.start >= Spelling.shortest {
        guard let number = numbers[Token.spread(token.stem)], !isSeen[number] else { continue }
        isSeen[number] = true
        words.append(
          Word(
            number: Int32(truncatingIfNeeded: number), letters: work.key[Int(token.start)..<Int(token.end)],
            isKnown: token.traits.contains(.known)))
      }
    }
    return words
  }

  private mutating func note(_ a: Word, _ b: Word) {
    guard a.number != b.number, !(a.isKnown && b.isKnown),
      Spelling.isSlip(a.letters, b.letters, isOneKnown: a.isKnown || b.isKnown),
      slips[a.number]?.contains(b.number) != true
    else { return }
    slips[a.number, default: []].append(b.number)
    slips[b.number, default: []].append(a.number)
  }

  /// Calls `body` with the hash of the word and of what is left when one letter but the first goes.
  private static func forEachRemainder(of letters: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    body(ByteHash.of(letters))
    var start = ByteHash()
    start.add(letters[letters.startIndex])
    for left in (letters.startIndex + 1)..<letters.endIndex {
      var hash = start
      hash.add(letters[(left + 1)...])
      body(hash.value)
      start.add(letters[left])
    }
  }
}
