/// What is known of words: stop words, irregular forms, and which words can stand for one another.
///
/// Built from the files under `Words` at first use, in a few milliseconds, and never changed after. An object, so that
/// who reads a text does not count references to every table.
final class Lexicon: Sendable {
  static let shared = Lexicon()

  private let tables = LexiconTables()

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
    /// Inside a phrase it does not count: `give a tour` is `give tours`.
    static let indefinite = Surface(rawValue: 4096)

    private static let names: [(StaticString, Surface)] = [
      ("stop", .stop), ("boundary", .boundary), ("negation", .negation), ("from", .from), ("to", .to),
      ("determiner", .determiner), ("fronted", .fronted), ("reason", .reason), ("passive", .passive),
      ("clause", .clause), ("and", .and), ("of", .of), ("indefinite", .indefinite),
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

  /// How often a class was left out because its word is in as many as an entry can hold.
  var crowded: Int { tables.crowded }

  func entry(_ hash: UInt64) -> Entry? { tables.entry(hash) }

  /// The words of a text with their stems.
  func stemmed(_ text: UnsafeBufferPointer<UInt8>) -> StemmedWords { StemmedWords(WordScanner(text), tables) }

  /// The hash of a phrase, from the hashes of the stems of its words.
  static func phrase(_ soFar: UInt64, _ next: UInt64) -> UInt64 {
    (soFar &* 0x9e37_79b9_7f4a_7c15 ^ (soFar >> 31)) &+ next
  }
}
