/// The words of a text with their stems, stop words included.
struct StemmedWords {
  var words: [WordScanner.Word]
  let hasSmallLetters: Bool
  /// The folded letters of the words, as written.
  let letters: [UInt8]
  /// The stems, one after another; `ends[i]` is where the stem of word `i` ends.
  private(set) var stems: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var hashes: [UInt64] = []
  private(set) var surfaces: [Lexicon.Surface] = []

  init(_ scanner: WordScanner, _ lexicon: LexiconTables) {
    words = scanner.words
    letters = scanner.bytes
    hasSmallLetters = scanner.hasSmallLetters
    stems.reserveCapacity(letters.count + 8)
    ends.reserveCapacity(words.count)
    hashes.reserveCapacity(words.count)
    surfaces.reserveCapacity(words.count)
    for word in words {
      let written = letters[word.start..<word.end]
      let hash = ByteHash.of(written)
      var surface = lexicon.surface(hash)
      // `US` and `IT` are names, `us` and `it` are not; `THE` is only loud.
      if word.isMention {
        surface = []
      } else if surface.contains(.stop),
        word.isCapitals && scanner.hasSmallLetters && Self.isAcronym(written) || isName(word, written)
      {
        surface = []
      }
      surfaces.append(surface)
      let start = stems.count
      // Two people's names may have one stem.
      if word.isMention || !surface.isDisjoint(with: [.stop, .negation]) {
        stems.append(contentsOf: written)
        hashes.append(hash)
      } else {
        if let irregular = lexicon.irregularStem(hash) {
          stems.append(contentsOf: irregular)
        } else {
          stems.append(contentsOf: written)
          if word.hasDigit {
            trimNumber(from: start)
          } else if word.isASCII {
            Stemmer.stem(&stems, from: start)
            if stems.count - start < 5 { singularise(from: start, lexicon) }
          }
        }
        hashes.append(ByteHash.of(stems[start...]))
      }
      ends.append(stems.count)
    }
  }

  func stem(_ index: Int) -> ArraySlice<UInt8> { stems[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// `KPIs` and `PRs` have no vowel where English plurals have one, but are known without the `s`.
  private mutating func singularise(from start: Int, _ lexicon: LexiconTables) {
    guard stems.count - start > 2, stems.last == UInt8(ascii: "s"),
      lexicon.entry(ByteHash.of(stems[start...])) == nil,
      lexicon.entry(ByteHash.of(stems[start..<(stems.count - 1)])) != nil
    else { return }
    stems.removeLast()
  }

  /// The stop words that are also the initials of something.
  private static func isAcronym(_ written: ArraySlice<UInt8>) -> Bool {
    ["us", "it", "who", "am", "me"].contains { (name: StaticString) in
      written.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
  }

  /// The month of `May`, somebody called Will, and the `A` of `plan A`.
  private func isName(_ word: WordScanner.Word, _ written: ArraySlice<UInt8>) -> Bool {
    // No task begins with the other `may` or `will`; many a sentence begins with the article.
    word.isCapitalised
      && (["may", "will"].contains { written.elementsEqual($0.utf8) }
        || !word.isAfterBreak && written.elementsEqual("a".utf8) && hasSmallLetters)
  }

  /// `v2` is 2, and `21st` is 21.
  private mutating func trimNumber(from start: Int) {
    if stems.count - start > 1, stems[start] == UInt8(ascii: "v"), isDigit(stems[start + 1]) {
      stems.remove(at: start)
    }
    guard stems.count - start > 2, isDigit(stems[stems.count - 3]) else { return }
    for ending in ["st", "nd", "rd", "th"] where stems.suffix(2).elementsEqual(ending.utf8) {
      stems.removeLast(2)
      return
    }
  }
}
