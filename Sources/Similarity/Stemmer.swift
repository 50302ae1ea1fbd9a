/// Takes the inflection from English words, after Porter's second stemmer: plurals, `-ing`, `-ed`,
/// final `e` and `y`; and American spelling for British. Suffixes that make other words (`-er`,
/// `-ness`) stay, since a designer is not a design.
enum Stemmer {
  /// Replaces the word at the end of `bytes`, from `start`, by its stem. Small ASCII letters only.
  static func stem(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start > 2 else { return }
    foldSpelling(&bytes, from: start)
    dropPlural(&bytes, start)
    dropVerbEnding(&bytes, start)
    let last = bytes.count - 1
    if last - start > 1, bytes[last] == UInt8(ascii: "y"), !isVowel(bytes, last - 1, start) {
      bytes[last] = UInt8(ascii: "i")
    }
    dropFinalE(&bytes, from: start)
    // `cancelled` and `cancelling` as `canceled`; `enroll` as `enrol`; but not `call`.
    if ends(bytes, start, "ll"), hasVowel(bytes, start, bytes.count - 4) { bytes.removeLast() }
  }

  /// Drops a final `e` that does not change the sound of a short word: `update`, but not `hire`.
  static func dropFinalE(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.last == UInt8(ascii: "e") else { return }
    let first = region(bytes, start, start)
    let last = bytes.count - 1
    let second = region(bytes, start, first)
    if last >= second || (last >= first && !endsShort(bytes, start, last)) { bytes.removeLast() }
  }

  private static func foldSpelling(_ bytes: inout [UInt8], from start: Int) {
    let count = bytes.count
    if count - start > 4 {
      for index in (start + 1)..<(count - 1)
      where bytes[index] == UInt8(ascii: "z") {
        let isSuffix = ("iy" as LetterSet).has(bytes[index - 1]) && ("eia" as LetterSet).has(bytes[index + 1])
        if isSuffix { bytes[index] = UInt8(ascii: "s") }
      }
    }
    if count - start > 5 {
      // colour, behaviour, neighbourhood: but not hour, tour, course, tournament.
      var index = start + 3
      while index + 2 < bytes.count {
        if bytes[index] == UInt8(ascii: "o"), bytes[index + 1] == UInt8(ascii: "u"),
          bytes[index + 2] == UInt8(ascii: "r"), ("livbnmd" as LetterSet).has(bytes[index - 1])
        {
          bytes.remove(at: index + 1)
        }
        index += 1
      }
    }
    if ends(bytes, start, "ogue") { bytes.removeLast(2) }
    if ends(bytes, start, "ogues") { bytes.replaceSubrange((bytes.count - 3)..., with: [UInt8(ascii: "s")]) }
  }

  private static func dropPlural(_ bytes: inout [UInt8], _ start: Int) {
    guard bytes.last == UInt8(ascii: "s") else {
      if ends(bytes, start, "ied") {
        bytes.removeLast(bytes.count - start > 4 ? 2 : 1)
      }
      return
    }
    if ends(bytes, start, "sses") {
      bytes.removeLast(2)
    } else if ends(bytes, start, "ies") {
      bytes.removeLast(bytes.count - start > 4 ? 2 : 1)
    } else if ends(bytes, start, "us") || ends(bytes, start, "ss") || ends(bytes, start, "is") {
      return
    } else if hasVowel(bytes, start, bytes.count - 2) {
      bytes.removeLast()
    }
  }

  private static func dropVerbEnding(_ bytes: inout [UInt8], _ start: Int) {
    if ends(bytes, start, "eed") {
      if bytes.count - 3 >= region(bytes, start, start) { bytes.removeLast() }
      return
    }
    let length = ends(bytes, start, "ing") ? 3 : ends(bytes, start, "ed") ? 2 : 0
    guard length > 0, hasVowel(bytes, start, bytes.count - length) else { return }
    bytes.removeLast(length)
    let last = bytes.count - 1
    if ends(bytes, start, "at") || ends(bytes, start, "bl") || ends(bytes, start, "is") {
      bytes.append(UInt8(ascii: "e"))
    } else if last > start, bytes[last] == bytes[last - 1], ("bdfgmnprt" as LetterSet).has(bytes[last]) {
      // `adding` is `add`, `planning` is `plan`.
      if bytes.count - start > 3 { bytes.removeLast() }
    } else if region(bytes, start, start) >= bytes.count, endsShort(bytes, start, bytes.count) {
      bytes.append(UInt8(ascii: "e"))
    }
  }

  static func ends(_ bytes: [UInt8], _ start: Int, _ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard bytes.count - start > count else { return false }
    var index = count
    while index > 0 {
      index -= 1
      if bytes[bytes.count - count + index] != suffix.utf8Start[index] { return false }
    }
    return true
  }

  private static func isVowel(_ bytes: [UInt8], _ index: Int, _ start: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    case UInt8(ascii: "y"): index > start && !isVowel(bytes, index - 1, start)
    default: false
    }
  }

  private static func hasVowel(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if isVowel(bytes, index, start) { return true }
      index += 1
    }
    return false
  }

  /// Porter's region: what follows the first consonant after a vowel, from `from`.
  private static func region(_ bytes: [UInt8], _ start: Int, _ from: Int) -> Int {
    var index = from
    while index < bytes.count, !isVowel(bytes, index, start) { index += 1 }
    while index < bytes.count, isVowel(bytes, index, start) { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// Whether the letters before `end` end in a short syllable: consonant, vowel, consonant but w, x, y.
  private static func endsShort(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 2, !isVowel(bytes, end - 1, start), isVowel(bytes, end - 2, start) else { return false }
    if end - start == 2 { return true }
    return !isVowel(bytes, end - 3, start) && !("wxy" as LetterSet).has(bytes[end - 1])
  }
}

/// A few small letters, one bit each: asking costs no more than a shift.
struct LetterSet: ExpressibleByStringLiteral {
  private var bits: UInt32 = 0
  init(stringLiteral letters: StaticString) {
    for letter in UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount) {
      bits |= 1 << UInt32(letter & 31)
    }
  }
  func has(_ letter: UInt8) -> Bool { letter >= 0x61 && bits >> UInt32(letter & 31) & 1 == 1 }
}
