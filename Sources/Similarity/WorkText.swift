/// The analysis of one short text that says what work is to be done: a task or a responsibility.
///
/// Analysing takes a few microseconds and touches nothing shared, so that threads may do it as they
/// read. Two texts are compared with `isSimilar`, many with `WorkGroups`. An object, so that tasks that carry one stay
/// small.
package final class WorkText: Sendable {
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
  /// The index in `tokens` of a verb that says little before the main one, or alone: `get` in `get paint`; -1 for none.
  let lightVerb: Int
  let isVerbSure: Bool
  let initials: Initials

  /// Later words of a very long text are in the key, but are not compared.
  static let longest = 48

  /// Reads the words, once in a process; the first text waits for that otherwise.
  package static func prepare() { _ = Lexicon.shared }

  package init(_ text: String) {
    let lexicon = Lexicon.shared
    var text = text
    let words = text.withUTF8 { lexicon.stemmed($0) }
    var reader = TokenReader(words, lexicon)
    reader.read()
    key = reader.key
    keyHash = ByteHash.of(reader.key[...])
    contentWords = reader.contentWords
    tokens = reader.tokens
    verb = reader.verb
    object = reader.object()
    lightVerb = reader.lightVerb
    isVerbSure = reader.isVerbSure
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
  private(set) var lightVerb = -1
  /// Whether the main verb can be nothing else: `test the importer`, but not `test plan`.
  private(set) var isVerbSure = false
  private(set) var initials = Initials()

  private var role: Token.Traits = []
  private var preposition: UInt16 = 0
  private var isAfterBoundary = true
  private var isFronted = false
  private var isReason = false
  private var isMainClause = true
  private var isPassive = false
  private var mayBeVerb = true
  /// The length in words of the longest phrase that begins with the first word.
  private let longestFirst: Int

  init(_ words: StemmedWords, _ lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    key.reserveCapacity(words.stems.count + words.words.count)
    tokens.reserveCapacity(min(words.words.count, WorkText.longest))
    isFronted = words.surfaces.first?.contains(.fronted) ?? false
    longestFirst = words.hashes.first.flatMap { lexicon.entry($0) }?.longestPhrase ?? 0
  }

  mutating func read() {
    var index = 0
    while index < words.words.count {
      let tail = rejoin(at: index)
      if tail > 0 {
        for word in index..<(index + tail) {
          addToKey(word)
          initials.append(words.letters[words.words[word].start], token: -1)
        }
        index += tail
        continue
      }
      let (length, entry) = longestTerm(at: index)
      let start = key.count
      for word in index..<(index + length) { addToKey(word) }
      if words.words[index].isAfterBreak {
        role = []
        preposition = 0
        isAfterBoundary = true
        if isFronted, index > 0 {
          isFronted = false
          mayBeVerb = true
        }
      }
      let surface = words.surfaces[index]
      if length == 1, surface.contains(.stop) {
        pass(surface, words.hashes[index])
        if surface.contains(.of) { readOutOf(index) }
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
    noteLastVerb()
  }

  /// `Out of storage` is `from storage`.
  private mutating func readOutOf(_ index: Int) {
    guard tokens.count > 0, index > 0, words.stem(index - 1).elementsEqual("out".utf8) else { return }
    if tokens.count > 1, tokens[tokens.count - 1].traits.contains(.particle) { tokens.removeLast() }
    role = .afterFrom
  }

  private mutating func addToKey(_ word: Int) {
    guard !words.surfaces[word].contains(.stop) else { return }
    key.append(contentsOf: words.stem(word))
    key.append(0x20)
    contentWords += 1
  }

  private mutating func pass(_ surface: Lexicon.Surface, _ hash: UInt64) {
    if surface.contains(.reason) { isReason = true }
    if surface.contains(.passive) {
      isPassive = isMainClause && !tokens.isEmpty
    } else if surface.contains(.clause) {
      isMainClause = false
    }
    if surface.contains(.boundary) {
      isAfterBoundary = true
      role = surface.contains(.from) ? .afterFrom : surface.contains(.to) ? .afterTo : []
      // `Paint and brushes` are bought alike.
      if !surface.contains(.and) { preposition = surface.contains(.of) ? 0 : UInt16(truncatingIfNeeded: hash) | 1 }
    }
    if surface.contains(.determiner), mayBeVerb, !tokens.isEmpty { mayBeVerb = false }
  }

  /// The longest phrase of the lexicon that begins here, or the word alone.
  private func longestTerm(at index: Int) -> (Int, Lexicon.Entry?) {
    let first = words.hashes[index]
    guard !words.words[index].isMention, let entry = lexicon.entry(first) else { return (1, nil) }
    var best = (1, entry.traits.contains(.known) ? entry : nil)
    var hash = first
    var length = 1
    var count = 1
    while count < entry.longestPhrase, index + length < words.words.count,
      !words.words[index + length].isAfterBreak, !words.words[index + length].isMention
    {
      length += 1
      if words.surfaces[index + length - 1].contains(.indefinite) { continue }
      hash = Lexicon.phrase(hash, words.hashes[index + length - 1])
      count += 1
      // `Print out`, but not `print the out tray`.
      if length > 2, words.surfaces[index + length - 2].contains(.indefinite), isParticle(index + length - 1) { break }
      guard let phrase = lexicon.entry(hash), phrase.traits.contains(.known) else { continue }
      // `Log on` is a verb, but not in `rotate the logs on the server`.
      let isVerb = phrase.traits.contains(.verb) && words.surfaces[index + length - 1].contains(.stop)
      if !isVerb || verb < 0 { best = (length, phrase) }
    }
    return best
  }

  private func isParticle(_ index: Int) -> Bool {
    words.surfaces[index].contains(.stop)
      || lexicon.entry(words.hashes[index])?.traits.contains(.particle) == true
  }

  private func token(_ index: Int, _ length: Int, _ entry: Lexicon.Entry?, _ start: Int) -> Token {
    let word = words.words[index]
    let hash = words.hashes[index]
    var traits = (entry?.traits ?? []).union(role)
    if isAfterBoundary { traits.insert(.afterBoundary) }
    if word.hasDigit || isDigit(words.stem(index).first ?? 0) { traits.insert(.number) }
    let isName = word.isMention || word.isCapitalised && index > 0
    if length == 1, word.isASCII, !traits.contains(.number), !isName { traits.insert(.spellable) }
    if entry == nil, word.isCapitals, words.hasSmallLetters, Initials.lengths.contains(word.end - word.start) {
      traits.insert(.initials)
    }
    var concepts = entry?.classes ?? SIMD8()
    if concepts[0] == 0 { concepts[0] = Token.own(hash) }
    if entry == nil, length == 1, word.isASCII, !word.isMention, let base = Family(lexicon).entry(of: words.stem(index))
    {
      if base.entry?.traits.contains(.verb) == true { traits.insert(.verb) }
      concepts = base.entry?.classes ?? SIMD8()
      if concepts[0] == 0 { concepts[0] = Token.own(base.hash) }
    }
    let last = words.words[index + length - 1]
    let written = words.letters[last.start..<last.end]
    if traits.contains(.verb), traits.contains(.event) || Family.isNoun(written) { traits.insert(.nominal) }
    if entry == nil, written.count > 5, written.hasSuffix("ly"), !word.isMention { traits.insert(.aside) }
    // `Conduct` says nothing before the work, but in `code of conduct` it does.
    if verb >= 0 { traits.remove(.emptyVerb) }
    var token = Token(
      concepts: concepts, traits: traits, preposition: preposition, stem: length == 1 ? Token.own(hash) : 0,
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
    guard verb < 0, mayBeVerb, !isFronted, !token.traits.contains(.negation) else { return }
    if token.traits.contains(.emptyVerb) {
      lightVerb = tokens.count - 1
      return
    }
    mayBeVerb = false
    let next = index + length
    let isBeforeDeterminer =
      next < words.words.count && words.surfaces[next].contains(.determiner) && !words.words[next].isAfterBreak
    // `Invitation letter` is no `invite`.
    let isCompound =
      (written.hasSuffix("tion") || written.hasSuffix("sion")) && next < words.words.count
      && words.surfaces[next].isDisjoint(with: [.stop, .boundary]) && !words.words[next].isAfterBreak
    if isCompound { return }
    if token.traits.contains(.verb) || isBeforeDeterminer && tokens.count == 1 {
      verb = tokens.count - 1
      isVerbSure = isBeforeDeterminer
    }
  }

  /// Takes a participle at the end for the verb: `sponsors for the cup found`.
  private mutating func noteLastVerb() {
    guard tokens.count > 2, let last = tokens.last, last.traits.contains(.verb), !last.traits.contains(.afterBoundary),
      verb < 0 || verb == 0 && tokens[1].traits.contains(.afterBoundary), lightVerb < 0, let word = words.words.last
    else { return }
    let written = words.letters[word.start..<word.end]
    let stem = words.stem(words.words.count - 1)
    let isIrregular = !stem.starts(with: written.prefix(stem.count))
    if written.hasSuffix("ed") && !stem.hasSuffix("ed") || isIrregular { (verb, isVerbSure) = (tokens.count - 1, true) }
  }

  /// Puts what belongs to the first word back to it: `switch the heating off`, `bring the list up to date`; answers how
  /// many words that is.
  private mutating func rejoin(at index: Int) -> Int {
    guard longestFirst > 1, tokens.count > 1, verb == 0 || verb < 0 && lightVerb == 0, !words.words[index].isAfterBreak
    else { return 0 }
    var hash = words.hashes[0]
    var found: (length: Int, classes: SIMD8<UInt32>)?
    for length in 1..<min(longestFirst, words.words.count - index + 1) {
      let last = index + length - 1
      if length > 1, words.words[last].isAfterBreak { break }
      hash = Lexicon.phrase(hash, words.hashes[last])
      guard let phrase = lexicon.entry(hash), phrase.traits.contains(.verb) else { continue }
      if length == 1, !mayBeTail(index) { continue }
      found = (length, phrase.classes)
    }
    guard let found else { return 0 }
    tokens[0].concepts = found.classes
    tokens[0].traits.remove([.spellable, .emptyVerb])
    (verb, lightVerb) = (0, -1)
    return found.length
  }

  /// Whether the word alone may belong to the first one: `fill the form in`, `let the members know`, but not `fill the
  /// form in the office`.
  private func mayBeTail(_ index: Int) -> Bool {
    if lexicon.entry(words.hashes[index])?.traits.contains(.particle) == true { return true }
    guard endsPart(index + 1) else { return false }
    return words.surfaces[index].contains(.stop)
      || !isAfterBoundary && !tokens[0].traits.isDisjoint(with: [.emptyVerb, .making, .support])
  }

  /// Whether at `index` the text is at its end, or something else begins.
  private func endsPart(_ index: Int) -> Bool {
    index >= words.words.count || words.words[index].isAfterBreak
      || words.surfaces[index].contains(.boundary) && !words.surfaces[index].contains(.of)
  }

  /// The last word of what stands next to the verb, or of the beginning where there is no verb, or nothing after it:
  /// `tests for the parser are written`.
  func object() -> Int {
    let object = head(of: tokens[(verb + 1)...])
    return object < 0 && verb > 0 ? head(of: tokens[..<verb]) : object
  }

  private func head(of part: ArraySlice<Token>) -> Int {
    var head = -1
    for index in part.indices {
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
