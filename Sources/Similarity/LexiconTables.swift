/// The tables of the lexicon, as they are read from the files under `Words`.
struct LexiconTables: Sendable {
  private var surfaces = WordTable(minimumCapacity: 512)
  private var surfaceTraits: [Lexicon.Surface] = []
  private var irregular = WordTable(minimumCapacity: 1024)
  private var irregularStems: [[UInt8]] = []
  private var table = WordTable(minimumCapacity: 16_384)
  private var entries: [Lexicon.Entry] = []
  /// What one word of a phrase may be written as, for short.
  private var shortForms: [UInt64: [UInt64]] = [:]
  /// How often a class was left out because its word is in as many as an entry can hold.
  private(set) var crowded = 0

  func surface(_ hash: UInt64) -> Lexicon.Surface { surfaces[hash].map { surfaceTraits[$0] } ?? [] }
  func irregularStem(_ hash: UInt64) -> [UInt8]? { irregular[hash].map { irregularStems[$0] } }
  func entry(_ hash: UInt64) -> Lexicon.Entry? { table[hash].map { entries[$0] } }

  init() {
    entries.reserveCapacity(8_192)
    for line in LexiconTables.lines(PackageResources.function_words_txt) { readFunctionWord(line) }
    for line in LexiconTables.lines(PackageResources.irregular_txt) { readIrregular(line) }
    for line in LexiconTables.lines(PackageResources.abbreviations_txt) { readShortForm(line) }
    var number: UInt32 = 0
    let classTables: [([UInt8], Token.Traits)] = [
      (PackageResources.verbs_txt, .verb), (PackageResources.people_txt, []), (PackageResources.nouns_txt, []),
      (PackageResources.nouns_of_trades_txt, []), (PackageResources.nouns_of_fields_txt, []),
      (PackageResources.abbreviations_txt, []), (PackageResources.calendar_txt, .aside),
      (PackageResources.places_txt, []),
    ]
    for (classes, traits) in classTables {
      for line in LexiconTables.lines(classes) {
        number += 1
        addTerms(of: line, to: number, traits)
      }
    }
    let wordLists: [([UInt8], Token.Traits)] = [
      (PackageResources.empty_verbs_txt, .emptyVerb), (PackageResources.making_verbs_txt, .making),
      (PackageResources.support_verbs_txt, .support), (PackageResources.event_nouns_txt, .event),
      (PackageResources.classifiers_txt, .classifier), (PackageResources.light_words_txt, .light),
      (PackageResources.particles_txt, .particle), (PackageResources.ordinary_txt, []),
    ]
    for (list, traits) in wordLists {
      // Terms that are in no class need no line to themselves.
      addTerms(of: LexiconTables.body(list), to: nil, traits)
    }
  }

  /// The lines of a file of words but its comments.
  private static func lines(_ file: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
    file.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
  }

  /// A file of words without the comment at its top.
  private static func body(_ file: [UInt8]) -> ArraySlice<UInt8> {
    var rest = file[...]
    while rest.first == UInt8(ascii: "#") { rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst() }
    return rest
  }

  private mutating func readFunctionWord(_ line: ArraySlice<UInt8>) {
    let parts = line.split(separator: 0x20)
    guard let word = parts.first else { return }
    var surface: Lexicon.Surface = []
    for name in parts.dropFirst() { surface.formUnion(Lexicon.Surface(named: name)) }
    _ = surfaces.value(of: ByteHash.of(word), orInsert: surfaceTraits.count)
    surfaceTraits.append(surface)
  }

  private mutating func readIrregular(_ line: ArraySlice<UInt8>) {
    let forms = line.split(separator: 0x20)
    guard let first = forms.first else { return }
    // The word itself is stemmed as any other, unless it is said to be irregular too, as `news` is.
    var stem = Array(first)
    if !isDigit(stem[0]), !forms.dropFirst().contains(first) { Stemmer.stem(&stem, from: 0) }
    irregularStems.append(stem)
    for form in forms {
      _ = irregular.value(of: ByteHash.of(form), orInsert: irregularStems.count - 1)
    }
  }

  /// Adds the words and phrases of a line to a class, or, without one, only their traits.
  private mutating func addTerms(of line: ArraySlice<UInt8>, to number: UInt32?, _ traits: Token.Traits) {
    let words = StemmedWords(line.withUnsafeBufferPointer { WordScanner($0) }, self)
    var start = 0
    for end in 1...max(words.words.count, 1) where end >= words.words.count || words.words[end].isAfterBreak {
      let term = start..<min(end, words.words.count)
      start = end
      guard let first = term.first else { continue }
      if term.count == 1 {
        add(words.hashes[first], to: number, traits)
        continue
      }
      if term.count == 2 {
        // `follow up` is written `followup` too.
        var joined = Array(words.letters[words.words[first].start..<words.words[first + 1].end])
        Stemmer.stem(&joined, from: 0)
        if joined.count > 5 { add(ByteHash.of(joined[...]), to: number, traits) }
      }
      // An article inside does not count: `give a tour` is `give tours`.
      var parts: [UInt64] = []
      for word in term where word == first || !words.surfaces[word].contains(.indefinite) {
        parts.append(words.hashes[word])
      }
      add(parts, to: number, traits)
      // `Mtg room` is `meeting room`.
      for place in parts.indices {
        for other in shortForms[parts[place]] ?? [] {
          var varied = parts
          varied[place] = other
          add(varied, to: number, traits)
        }
      }
    }
  }

  /// Notes of an abbreviation that has one word on either side what can stand for it in a phrase.
  private mutating func readShortForm(_ line: ArraySlice<UInt8>) {
    var (spaces, commas) = (0, 0)
    for letter in line {
      if letter == 0x20 { spaces += 1 }
      if letter == UInt8(ascii: ",") { commas += 1 }
    }
    guard spaces == 1, commas == 1 else { return }
    let words = StemmedWords(line.withUnsafeBufferPointer { WordScanner($0) }, self)
    guard words.words.count == 2 else { return }
    shortForms[words.hashes[0], default: []].append(words.hashes[1])
    shortForms[words.hashes[1], default: []].append(words.hashes[0])
  }

  private mutating func add(_ phrase: [UInt64], to number: UInt32?, _ traits: Token.Traits) {
    let head = index(of: phrase[0])
    entries[head].longestPhrase = max(entries[head].longestPhrase, phrase.count)
    add(phrase.dropFirst().reduce(phrase[0], Lexicon.phrase), to: number, traits)
  }

  private mutating func add(_ hash: UInt64, to number: UInt32?, _ traits: Token.Traits) {
    let entry = index(of: hash)
    // An entry that is not known is only the head of phrases.
    entries[entry].traits.formUnion(traits.union(.known))
    guard let number else { return }
    for lane in 0..<8 {
      if entries[entry].classes[lane] == number { return }
      if entries[entry].classes[lane] == 0 {
        entries[entry].classes[lane] = number
        return
      }
    }
    crowded += 1
  }

  private mutating func index(of hash: UInt64) -> Int {
    let index = table.value(of: hash, orInsert: entries.count)
    if index == entries.count { entries.append(Lexicon.Entry()) }
    return index
  }
}
