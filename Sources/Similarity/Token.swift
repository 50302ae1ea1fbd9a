/// A word, or a phrase that is known as one, of an analysed text.
struct Token: Sendable {
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32
    static let known = Traits(rawValue: 1)
    static let verb = Traits(rawValue: 2)
    static let light = Traits(rawValue: 4)
    static let emptyVerb = Traits(rawValue: 8)
    static let negation = Traits(rawValue: 16)
    static let number = Traits(rawValue: 32)
    /// Says when, not what: never the object of the work.
    static let aside = Traits(rawValue: 64)
    static let particle = Traits(rawValue: 128)
    /// May be misspelt: one word of small letters, none of the lexicon's phrases, no name.
    static let spellable = Traits(rawValue: 256)
    static let afterFrom = Traits(rawValue: 512)
    static let afterTo = Traits(rawValue: 1024)
    /// A preposition, a conjunction or punctuation stands before it.
    static let afterBoundary = Traits(rawValue: 2048)
    /// A noun made of a verb: `planning`, `rotation`.
    static let nominal = Traits(rawValue: 4096)
    /// In capitals and unknown, it may stand for the words that begin with its letters.
    static let initials = Traits(rawValue: 8192)
    /// A verb that is often left out before what it makes.
    static let making = Traits(rawValue: 16_384)
    /// A verb that with a noun of another verb says no more than that verb: `submit an application`.
    static let support = Traits(rawValue: 32_768)
    /// A noun that is also a verb, and that names what the verb makes or does: `list`, `reminder`.
    static let event = Traits(rawValue: 65_536)
    /// Says of what sort the word before it is, and may be left out after it: `settings page`.
    static let classifier = Traits(rawValue: 131_072)
  }

  /// What it can stand for: numbers of classes of the lexicon, or a hash of the word alone.
  var concepts: SIMD8<UInt32>
  var traits: Traits
  /// Tells apart the prepositions that a word can stand after; 0 for none, and for `of`.
  var preposition: UInt16 = 0
  /// The hash of the stem; 0 for a phrase.
  var stem: UInt32
  /// The hash of the word joined with the next one, and with the one before when that is a stop
  /// word; 0 for none.
  var joinedNext: UInt32 = 0
  var joinedLast: UInt32 = 0
  /// Where the stem lies in the key.
  var start: Int32
  var end: Int32

  /// Whether the other text has to have it too, unless it is a detail.
  var isRequired: Bool { traits.isDisjoint(with: [.light, .emptyVerb]) || traits.contains(.negation) }

  /// Whether the other text may lack it, whatever else it says: what `WorkGroups` must not look for.
  var isOmissible: Bool { !traits.isDisjoint(with: [.making, .support, .classifier]) }

  func means(_ other: Token) -> Bool {
    if concepts[0] == other.concepts[0] { return true }
    if concepts[1] == 0, other.concepts[1] == 0 { return false }
    for lane in 0..<8 where concepts[lane] != 0 {
      if any(other.concepts .== concepts[lane]) { return true }
    }
    return false
  }

  /// Calls `body` with a key for each thing that the token can stand for.
  func forEachConcept(_ body: (UInt64) -> Void) {
    if stem != 0, stem != concepts[0] { body(Token.spread(stem)) }
    for lane in 0..<8 where concepts[lane] != 0 { body(Token.spread(concepts[lane])) }
  }

  /// Calls `body` with the concept of each word of a phrase; stop words have none.
  func forEachWord(of key: [UInt8], _ body: (UInt32) -> Void) {
    guard start < end else { return }
    var hash = ByteHash()
    for index in Int(start)..<Int(end) {
      if key[index] == 0x20 {
        body(Token.own(hash.value))
        hash = ByteHash()
      } else {
        hash.add(key[index])
      }
    }
    body(Token.own(hash.value))
  }

  /// A concept of a word alone: the upper half of the numbers, the lower one being for classes.
  static func own(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) | 0x8000_0000 }

  /// The key of a concept in a `WordTable`.
  static func spread(_ concept: UInt32) -> UInt64 { UInt64(concept) &* 0x9e37_79b9_7f4a_7c15 }
}
