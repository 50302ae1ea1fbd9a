/// The analysis of one short text that says what work is to be done: a task or a responsibility.
///
/// Analysing takes a few microseconds and touches nothing shared, so that threads may do it as they
/// read. Two texts are compared with `isSimilar`, many with `WorkGroups`.
package struct WorkText: Sendable {
  /// The normalised text: stems of the words that matter, in order. Texts with equal keys are
  /// duplicates; an empty key says nothing.
  package let key: [UInt8]
  /// How many words of the text matter: all but stop words.
  package let contentWords: Int

  let keyHash: UInt64
  let tokens: [Token]
  /// The index in `tokens` of the main verb, and of what it is done to; -1 for none found.
  let verb: Int
  let object: Int
  let initials: Initials

  /// Later words of a very long text are in the key, but are not compared.
  static let longest = 48

  /// Reads the words, once in a process; the first text waits for that otherwise.
  package static func prepare() { _ = Lexicon.shared }

  package init(_ text: String) {
    let lexicon = Lexicon.shared
    var text = text
    let words = StemmedWords(text.withUTF8 { WordScanner($0) }, lexicon)
    var reader = TokenReader(words, lexicon)
    reader.read()
    key = reader.key
    keyHash = ByteHash.of(reader.key[...])
    contentWords = reader.contentWords
    tokens = reader.tokens
    verb = reader.verb
    object = reader.object()
    initials = reader.initials
  }
}

/// Makes tokens of stemmed words: finds phrases, the main verb and its object.
struct TokenReader {
  private let words: StemmedWords
  private let lexicon: Lexicon
  private(set) var key: [UInt8] = []
  private(set) var contentWords = 0
  private(set) var tokens: [Token] = []
  private(set) var verb = -1
  private(set) var initials = Initials()

  private var role: Token.Traits = []
  private var isAfterBoundary = true
  private var isFronted = false
  private var isReason = false
  private var isMainClause = true
  private var isPassive = false
  private var mayBeVerb = true

  init(_ words: StemmedWords, _ lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    key.reserveCapacity(words.stems.count + words.words.count)
    tokens.reserveCapacity(min(words.words.count, WorkText.longest))
    isFronted = words.surfaces.first?.contains(.fronted) ?? false
  }

  mutating func read() {
    var index = 0
    while index < words.words.count {
      let (length, entry) = longestTerm(at: index)
      let start = key.count
      for word in index..<(index + length) { addToKey(word) }
      if words.words[index].isAfterBreak {
        role = []
        isAfterBoundary = true
        if isFronted, index > 0 {
          isFronted = false
          mayBeVerb = true
        }
      }
      let surface = words.surfaces[index]
      if length == 1, surface.contains(.stop) {
        pass(surface)
      } else if tokens.count < WorkText.longest {
        if surface.contains(.boundary) { isAfterBoundary = true }
        if length == 1, surface.contains(.negation) {
          // `So that nobody has to wait` gives a reason, and does not turn the work round.
          var traits: Token.Traits = isReason ? [.light, .known] : [.negation, .known]
          if isAfterBoundary { traits.insert(.afterBoundary) }
          add(Token(concepts: [.max, 0, 0, 0, 0, 0, 0, 0], traits: traits, stem: 0, start: 0, end: 0))
        } else {
          add(token(index, length, entry, start))
          noteVerb(index, length)
        }
      }
      let isToken = !(length == 1 && surface.contains(.stop)) && tokens.count <= WorkText.longest
      for word in index..<(index + length) {
        initials.append(words.letters[words.words[word].start], token: isToken ? tokens.count - 1 : -1)
      }
      index += length
    }
    key.shrinkTrailingSeparator()
  }

  private mutating func addToKey(_ word: Int) {
    guard !words.surfaces[word].contains(.stop) else { return }
    key.append(contentsOf: words.stem(word))
    key.append(0x20)
    contentWords += 1
  }

  private mutating func pass(_ surface: Lexicon.Surface) {
    if surface.contains(.reason) { isReason = true }
    if surface.contains(.passive) {
      isPassive = isMainClause && !tokens.isEmpty
    } else if surface.contains(.boundary) {
      isMainClause = false
    }
    if surface.contains(.boundary) {
      isAfterBoundary = true
      role = surface.contains(.from) ? .afterFrom : surface.contains(.to) ? .afterTo : []
    }
    if surface.contains(.determiner), mayBeVerb, !tokens.isEmpty { mayBeVerb = false }
  }

  /// The longest phrase of the lexicon that begins here, or the word alone.
  private func longestTerm(at index: Int) -> (Int, Lexicon.Entry?) {
    let first = words.hashes[index]
    guard let entry = lexicon.entry(first) else { return (1, nil) }
    var best = (1, entry.traits.contains(.known) ? entry : nil)
    var hash = first
    var length = 1
    while length < entry.longestPhrase, index + length < words.words.count,
      !words.words[index + length].isAfterBreak
    {
      hash = Lexicon.phrase(hash, words.hashes[index + length])
      length += 1
      guard let phrase = lexicon.entry(hash), phrase.traits.contains(.known) else { continue }
      // `Log on` is a verb, but not in `rotate the logs on the server`.
      let isVerb = phrase.traits.contains(.verb) && words.surfaces[index + length - 1].contains(.stop)
      if !isVerb || verb < 0 { best = (length, phrase) }
    }
    return best
  }

  private func token(_ index: Int, _ length: Int, _ entry: Lexicon.Entry?, _ start: Int) -> Token {
    let word = words.words[index]
    let hash = words.hashes[index]
    var traits = (entry?.traits ?? []).union(role)
    if isAfterBoundary { traits.insert(.afterBoundary) }
    if word.hasDigit || isDigit(words.stem(index).first ?? 0) { traits.insert(.number) }
    let isName = word.isCapitalised && index > 0
    if length == 1, word.isASCII, !traits.contains(.number), !isName { traits.insert(.spellable) }
    if entry == nil, word.isCapitals, words.hasSmallLetters, Initials.lengths.contains(word.end - word.start) {
      traits.insert(.initials)
    }
    var concepts = entry?.classes ?? SIMD8()
    if concepts[0] == 0 { concepts[0] = Token.own(hash) }
    if entry == nil, length == 1, word.isASCII, let base = Family(lexicon).entry(of: words.stem(index)) {
      if base.entry?.traits.contains(.verb) == true { traits.insert(.verb) }
      concepts = base.entry?.classes ?? SIMD8()
      if concepts[0] == 0 { concepts[0] = Token.own(base.hash) }
    }
    let written = words.letters[word.start..<word.end]
    if traits.contains(.verb), ["ing", "tion", "sion", "ment"].contains(where: { written.hasSuffix($0) }) {
      traits.insert(.nominal)
    }
    if entry == nil, written.count > 5, written.hasSuffix("ly") { traits.insert(.aside) }
    // `Conduct` says nothing before the work, but in `code of conduct` it does.
    if verb >= 0 { traits.remove(.emptyVerb) }
    var token = Token(
      concepts: concepts, traits: traits, stem: length == 1 ? Token.own(hash) : 0,
      start: Int32(clamping: start), end: Int32(clamping: key.count - 1))
    if length == 1 { join(index, &token) }
    return token
  }

  private func join(_ index: Int, _ token: inout Token) {
    func joined(_ first: Int, _ second: Int) -> UInt32 {
      var hash = ByteHash()
      hash.add(words.letters[words.words[first].start..<words.words[first].end])
      // As the stemmer would, were it one word.
      let stem = words.stem(second)
      hash.add(stem.last == UInt8(ascii: "e") ? stem.dropLast() : stem)
      return Token.own(hash.value)
    }
    if index + 1 < words.words.count, !words.words[index + 1].isAfterBreak {
      token.joinedNext = joined(index, index + 1)
    }
    if index > 0, words.surfaces[index - 1].contains(.stop), !words.words[index].isAfterBreak {
      token.joinedLast = joined(index - 1, index)
    }
  }

  private mutating func add(_ token: Token) {
    tokens.append(token)
    isAfterBoundary = false
  }

  /// Decides whether the token just added is the main verb: `Review the…`, `Carry out a review…`,
  /// and after what is put first: `Every Monday, review…`.
  private mutating func noteVerb(_ index: Int, _ length: Int) {
    let token = tokens[tokens.count - 1]
    // `Logs are rotated`, but not `exits are clear`.
    let written = words.letters[words.words[index].start..<words.words[index].end]
    if isPassive, token.traits.contains(.verb), !written.elementsEqual(words.stem(index)) {
      verb = tokens.count - 1
      isMainClause = false
    }
    isPassive = false
    if verb >= 0 {
      rejoin(token)
      return
    }
    guard mayBeVerb, !isFronted, !token.traits.contains(.negation) else { return }
    if token.traits.contains(.emptyVerb) { return }
    mayBeVerb = false
    let next = index + length
    let isBeforeDeterminer =
      next < words.words.count && words.surfaces[next].contains(.determiner) && !words.words[next].isAfterBreak
    if token.traits.contains(.verb) || isBeforeDeterminer && tokens.count == 1 { verb = tokens.count - 1 }
  }

  /// Puts a particle back to its verb: `switch the heating off`.
  private mutating func rejoin(_ particle: Token) {
    guard particle.traits.contains(.particle), verb == 0, tokens.count > 2, !words.hashes.isEmpty,
      let phrase = lexicon.entry(Lexicon.phrase(words.hashes[0], particleHash(particle))),
      phrase.traits.contains(.verb)
    else { return }
    tokens[0].concepts = phrase.classes
    tokens[0].traits.remove([.spellable])
    tokens.removeLast()
  }

  private func particleHash(_ particle: Token) -> UInt64 {
    ByteHash.of(key[Int(particle.start)..<Int(particle.end)])
  }

  /// The last word of what stands next to the verb, or of the beginning where there is no verb.
  func object() -> Int {
    var head = -1
    for index in (verb + 1)..<max(tokens.count, verb + 1) {
      let traits = tokens[index].traits
      if head >= 0, traits.contains(.afterBoundary) { break }
      if traits.isDisjoint(with: [.aside, .number, .light, .particle, .negation]) { head = index }
    }
    return head
  }
}

extension [UInt8] {
  fileprivate mutating func shrinkTrailingSeparator() {
    if last == 0x20 { removeLast() }
  }
}
