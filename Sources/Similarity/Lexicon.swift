/// What is known of words: stop words, irregular forms, and which words can stand for one another.
///
/// Built from the files under `Words` at first use, in a few milliseconds, and never changed after.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  /// What a word is, before it is stemmed.
  struct Surface: OptionSet {
    let rawValue: UInt16
    static let stop = Surface(rawValue: 1)
    static let boundary = Surface(rawValue: 2)
    static let negation = Surface(rawValue: 4)
    static let from = Surface(rawValue: 8)
    static let to = Surface(rawValue: 16)
    static let determiner = Surface(rawValue: 32)
    /// A preposition or the like that begins a clause put first: `Before each match, …`.
    static let fronted = Surface(rawValue: 64)
    /// What follows says why: `so that nobody…`.
    static let reason = Surface(rawValue: 128)
    /// Makes a passive with the verb after it: `logs are rotated`.
    static let passive = Surface(rawValue: 256)
    /// What follows has a subject and a verb of its own: `check that logs are rotated`.
    static let clause = Surface(rawValue: 512)
    static let and = Surface(rawValue: 1024)
    static let of = Surface(rawValue: 2048)

    private static let names: [(StaticString, Surface)] = [
      ("stop", .stop), ("boundary", .boundary), ("negation", .negation), ("from", .from), ("to", .to),
      ("determiner", .determiner), ("fronted", .fronted), ("reason", .reason), ("passive", .passive),
      ("clause", .clause), ("and", .and), ("of", .of),
    ]

    /// What `Words/en/function-words.txt` calls `name`; nothing for what it does not explain.
    init(named name: ArraySlice<UInt8>) {
      let found = Surface.names.first { known, _ in
        name.elementsEqual(UnsafeBufferPointer(start: known.utf8Start, count: known.utf8CodeUnitCount))
      }
      self = found?.1 ?? []
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
  }

  struct Entry {
    /// The classes that the word is in; zeros fill up.
    var classes = SIMD8<UInt32>()
    var traits: Token.Traits = []
    /// The length in words of the longest phrase that begins with the word.
    var longestPhrase = 0
  }

  private var surfaces = WordTable(minimumCapacity: 512)
  private var surfaceTraits: [Surface] = []
  private var irregular = WordTable(minimumCapacity: 1024)
  private var irregularStems: [[UInt8]] = []
  private var table = WordTable(minimumCapacity: 16_384)
  private(set) var entries: [Entry] = []
  /// How often a class was left out because its word is in as many as an entry can hold.
  private(set) var crowded = 0

  func surface(_ hash: UInt64) -> Surface { surfaces[hash].map { surfaceTraits[$0] } ?? [] }
  func irregularStem(_ hash: UInt64) -> [UInt8]? { irregular[hash].map { irregularStems[$0] } }
  func entry(_ hash: UInt64) -> Entry? { table[hash].map { entries[$0] } }

  /// The hash of a phrase, from the hashes of the stems of its words.
  static func phrase(_ soFar: UInt64, _ next: UInt64) -> UInt64 {
    (soFar &* 0x9e37_79b9_7f4a_7c15 ^ (soFar >> 31)) &+ next
  }

  private init() {
    entries.reserveCapacity(8_192)
    for line in Lexicon.lines(PackageResources.function_words_txt) { readFunctionWord(line) }
    for line in Lexicon.lines(PackageResources.irregular_txt) { readIrregular(line) }
    var number: UInt32 = 0
    let classTables: [([UInt8], Token.Traits)] = [
      (PackageResources.verbs_txt, .verb), (PackageResources.people_txt, []), (PackageResources.nouns_txt, []),
      (PackageResources.nouns_of_trades_txt, []), (PackageResources.nouns_of_fields_txt, []),
      (PackageResources.abbreviations_txt, []), (PackageResources.calendar_txt, .aside),
      (PackageResources.places_txt, []),
    ]
    for (classes, traits) in classTables {
      for line in Lexicon.lines(classes) {
        number += 1
        addTerms(of: line, to: number, traits)
      }
    }
    let wordLists: [([UInt8], Token.Traits)] = [
      (PackageResources.empty_verbs_txt, .emptyVerb), (PackageResources.making_verbs_txt, .making),
      (PackageResources.light_words_txt, .light),
      (PackageResources.particles_txt, .particle), (PackageResources.ordinary_txt, []),
    ]
    for (list, traits) in wordLists {
      for line in Lexicon.lines(list) { addTerms(of: line, to: nil, traits) }
    }
  }

  /// The lines of a file of words but its comments.
  private static func lines(_ file: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
    file.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
  }

  private mutating func readFunctionWord(_ line: ArraySlice<UInt8>) {
    let parts = line.split(separator: 0x20)
    guard let word = parts.first else { return }
    var surface: Surface = []
    for name in parts.dropFirst() { surface.formUnion(Surface(named: name)) }
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
    for end in words.words.indices.dropFirst().filter({ words.words[$0].isAfterBreak }) + [words.words.count] {
      let term = start..<end
      start = end
      guard let first = term.first else { continue }
      var hash = words.hashes[first]
      if term.count == 2 {
        // `follow up` is written `followup` too.
        var joined = Array(words.letters[words.words[first].start..<words.words[first + 1].end])
        Stemmer.stem(&joined, from: 0)
        if joined.count > 5 { add(ByteHash.of(joined[...]), to: number, traits) }
      }
      if term.count > 1 {
        let head = index(of: hash)
        entries[head].longestPhrase = max(entries[head].longestPhrase, term.count)
        for next in term.dropFirst() { hash = Lexicon.phrase(hash, words.hashes[next]) }
      }
      add(hash, to: number, traits)
    }
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
    if index == entries.count { entries.append(Entry()) }
    return index
  }
}
