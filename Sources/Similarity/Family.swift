/// Finds the verb behind a noun that the lexicon does not list: `fermentation`, `enrichment`.
struct Family {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The hash and the entry of the verb that `stem` is a noun of; nil when it looks like none.
  func entry(of stem: ArraySlice<UInt8>) -> (hash: UInt64, entry: Lexicon.Entry?)? {
    // All endings below end so; most words do not.
    guard stem.count > 5, let last = stem.last, ("nltc" as LetterSet).has(last) else { return nil }
    if stem.count > 6, stem.hasSuffix("ation") {
      // `installation` is of `install`, `migration` of `migrate`, which the lexicon may tell.
      for base in [stem.dropLast(5), stem.dropLast(3)] {
        if let found = verb(base) { return found }
      }
      return (ByteHash.of(stem.dropLast(3)), nil)
    }
    for ending in Family.endings where stem.count > ending.noun.utf8CodeUnitCount + 3 && stem.hasSuffix(ending.noun) {
      let base = stem.dropLast(ending.noun.utf8CodeUnitCount)
      if let found = verb(ending.verb.utf8CodeUnitCount == 0 ? base : base + bytes(ending.verb)) { return found }
    }
    if stem.count > 7, stem.hasSuffix("tion") || stem.hasSuffix("sion") {
      return (ByteHash.of(stem.dropLast(3)), nil)
    }
    if stem.count > 7, stem.hasSuffix("ment") {
      var base = Array(stem.dropLast(4))
      Stemmer.dropFinalE(&base, from: 0)
      return verb(base[...]) ?? (ByteHash.of(base[...]), nil)
    }
    return nil
  }

  /// How stems of nouns end, and the stems of their verbs: `decision` is of `decide`, `closure` of `close`.
  private static let endings: [(noun: StaticString, verb: StaticString)] = [
    ("ication", "i"), ("tration", "ter"), ("uction", "uc"), ("ription", "rib"), ("olution", "olv"), ("ception", "ceiv"),
    ("sumption", "sum"), ("ition", ""), ("ition", "e"), ("ion", ""), ("ension", "end"), ("rsion", "rt"),
    ("ission", "it"),
    ("sion", "d"), ("al", ""), ("al", "e"), ("anc", ""), ("anc", "e"), ("enc", ""), ("enc", "e"),
  ]

  /// Whether a word that is of a verb is its noun, and not a form of it.
  static func isNoun(_ written: ArraySlice<UInt8>) -> Bool {
    guard let last = written.last, ("gntsley" as LetterSet).has(last) else { return false }
    if nouns.contains(where: { written.hasSuffix($0) }) { return true }
    guard written.hasSuffix("s") else { return false }
    return nouns.contains { written.dropLast().hasSuffix($0) } || written.hasSuffix("eries")
  }

  private static let nouns: [StaticString] = [
    "ing", "tion", "sion", "ment", "ysis", "yses", "val", "sal", "ance", "ence", "ery",
  ]

  private func verb(_ stem: ArraySlice<UInt8>) -> (hash: UInt64, entry: Lexicon.Entry?)? {
    let hash = ByteHash.of(stem)
    guard let entry = lexicon.entry(hash), entry.traits.contains(.verb) else { return nil }
    return (hash, entry)
  }

  private func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    var offset = length
    while offset > 0 {
      offset -= 1
      if self[endIndex - length + offset] != text.utf8Start[offset] { return false }
    }
    return true
  }
}
