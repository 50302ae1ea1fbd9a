/// Tells slips of the pen from other words.
enum Spelling {
  /// Whether the two tokens are one word of which at least one is misspelt.
  ///
  /// Known words are spelt as they are meant, so at least one must be unknown. The first letters
  /// must agree: prefixes (`un`, `im`, `ex`) turn meaning round, and slips are rare there.
  static func isSlip(_ a: Token, of textA: WorkText, _ b: Token, of textB: WorkText) -> Bool {
    guard mayBeSlip(a, b) else { return false }
    return isSlip(
      textA.key[Int(a.start)..<Int(a.end)], textB.key[Int(b.start)..<Int(b.end)],
      isOneKnown: a.traits.contains(.known) || b.traits.contains(.known))
  }

  private static func mayBeSlip(_ a: Token, _ b: Token) -> Bool {
    a.traits.contains(.spellable) && b.traits.contains(.spellable)
      && !(a.traits.contains(.known) && b.traits.contains(.known))
      && abs((a.end - a.start) - (b.end - b.start)) <= 1 && a.end - a.start >= shortest
  }

  /// Shorter words have too many neighbours that are words too.
  static let shortest: Int32 = 5

  /// Whether one edit (a letter more, less or other, two swapped, or one two places off) makes one word of the other.
  static func isSlip(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, isOneKnown: Bool) -> Bool {
    let (a, b) = a.count <= b.count ? (a, b) : (b, a)
    guard a.count >= shortest, b.count - a.count <= 1 else { return false }
    var same = 0
    while same < a.count, a[a.startIndex + same] == b[b.startIndex + same] { same += 1 }
    // Between two words that are both unknown, only long ones are surely one, and not when they end
    // differently: that is another form. The second letter is rarely the one that slips.
    let isLong = b.count >= (isOneKnown ? 7 : 8)
    guard same >= 2 || same == 1 && isOneKnown && isLong, same < b.count else { return false }
    if !isOneKnown, same + 1 >= b.count { return false }
    let restA = a.dropFirst(same)
    let restB = b.dropFirst(same)
    if a.count < b.count {
      guard restA.elementsEqual(restB.dropFirst()) else { return false }
      let added = restB[restB.startIndex]
      return isOneKnown || isLong || added == b[restB.startIndex - 1] || restB.dropFirst().first == added
    }
    if restA.dropFirst().elementsEqual(restB.dropFirst()) {
      return isOneKnown || b.count >= 7 && isVowel(restA[restA.startIndex]) && isVowel(restB[restB.startIndex])
    }
    if isMoved(restA, restB, by: 1) { return true }
    return isOneKnown && isLong && (isMoved(restA, restB, by: 2) || isMoved(restB, restA, by: 2))
  }

  /// Whether the first letter of `a` stands in `b` so many letters later, and nothing else differs.
  private static func isMoved(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, by places: Int) -> Bool {
    a.count > places && a[a.startIndex] == b[b.startIndex + places]
      && a.dropFirst().prefix(places).elementsEqual(b.prefix(places))
      && a.dropFirst(places + 1).elementsEqual(b.dropFirst(places + 1))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
