/// Finds the verb behind a noun that the lexicon does not list: `fermentation`, `enrichment`.
struct Family {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The hash and the entry of the verb that `stem` is a noun of; nil when it looks like none.
  func entry(of stem: ArraySlice<UInt8>) -> (hash: UInt64, entry: Lexicon.Entry?)? {
    if stem.count > 6, stem.hasSuffix("ation") {
      // `installation` is of `install`, `migration` of `migrate`, which the lexicon may tell.
      for base in [stem.dropLast(5), stem.dropLast(3)] {
        if let found = verb(base) { return found }
      }
      return (ByteHash.of(stem.dropLast(3)), nil)
    }
    if stem.count > 7, stem.hasSuffix("tion") || stem.hasSuffix("sion") {
      let base = stem.dropLast(3)
      return verb(base) ?? (ByteHash.of(base), nil)
    }
    if stem.count > 7, stem.hasSuffix("ment") {
      var base = Array(stem.dropLast(4))
      Stemmer.dropFinalE(&base, from: 0)
      return verb(base[...]) ?? (ByteHash.of(base[...]), nil)
    }
    let length = stem.hasSuffix("al") ? 2 : stem.hasSuffix("anc") || stem.hasSuffix("enc") ? 3 : 0
    if length > 0, stem.count > length + 3 {
      let base = stem.dropLast(length)
      if let found = verb(base) ?? verb(base + [UInt8(ascii: "e")]) { return found }
    }
    return nil
  }

  private func verb(_ stem: ArraySlice<UInt8>) -> (hash: UInt64, entry: Lexicon.Entry?)? {
    let hash = ByteHash.of(stem)
    guard let entry = lexicon.entry(hash), entry.traits.contains(.verb) else { return nil }
    return (hash, entry)
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ text: StaticString) -> Bool {
    let letters = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return count >= letters.count && suffix(letters.count).elementsEqual(letters)
  }
}
