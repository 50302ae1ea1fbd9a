/// Cuts a text into words: case, accents and punctuation folded away.
struct WordScanner {
  struct Word {
    /// Where the folded letters lie in `bytes`.
    var start: Int
    var end: Int
    /// Punctuation that divides (not a hyphen or a slash) stands before the word.
    var isAfterBreak: Bool
    var isCapitalised: Bool
    /// All letters are capitals, and there are two or more: `US`, `IT`.
    var isCapitals: Bool
    /// `@ana`: a name, whatever the word means elsewhere.
    var isMention = false
    var hasDigit = false
    var isASCII = true
  }

  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  /// Whether any letter is small; when none is, capitals say nothing.
  private(set) var hasSmallLetters = false

  private var isInWord = false
  private var isMention = false
  private var isBroken = true
  private var capitals = 0

  /// Cuts `text`, which is valid UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(text.count + 8)
    words.reserveCapacity(text.count / 5 + 2)
    scan(text)
    endWord()
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0x20
      switch byte {
      case 0x61...0x7A:
        hasSmallLetters = true
        append(byte, isCapital: false)
      case 0x41...0x5A: append(byte | 0x20, isCapital: true)
      case 0x30...0x39:
        append(byte, isCapital: false)
        words[words.count - 1].hasDigit = true
      case UInt8(ascii: "'"): index += apostrophe(text[(index + 1)...])
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        if isInWord, words[words.count - 1].isMention, isLetterOrDigit(next) {
          bytes.append(byte)
        } else {
          divide(at: byte, before: next)
        }
      case UInt8(ascii: ","): divide(at: byte, before: next)
      case UInt8(ascii: "&"):
        endWord()
        for letter in "and".utf8 { append(letter, isCapital: false) }
        endWord()
      case UInt8(ascii: "+"), UInt8(ascii: "#"):
        if isInWord, !isLetterOrDigit(next), next < 0x80 { bytes.append(byte) } else { endWord() }
      case UInt8(ascii: "@"):
        isMention = !isInWord && isLetterOrDigit(next)
        endWord()
      case 0x20, 0x09, UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "`"): endWord()
      case 0x80...:
        let (scalar, length) = decode(text, at: index)
        index += length - 1
        if scalar == "\u{2019}" {
          index += apostrophe(text[(index + 1)...])
        } else {
          appendFolded(scalar)
        }
      default:
        endWord()
        isBroken = true
      }
      index += 1
    }
  }

  /// Handles what joins the digits of a number and ends a word elsewhere; a full stop and a comma divide, too.
  private mutating func divide(at byte: UInt8, before next: UInt8) {
    let isPunctuation = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    if isPunctuation, isInWord, isDigit(next), isDigit(bytes.last ?? 0) {
      if byte == UInt8(ascii: ".") { bytes.append(byte) }
      return
    }
    endWord()
    if isPunctuation, !isLetterOrDigit(next) { isBroken = true }
  }

  private mutating func append(_ byte: UInt8, isCapital: Bool) {
    if !isInWord {
      words.append(
        Word(
          start: bytes.count, end: bytes.count, isAfterBreak: isBroken, isCapitalised: isCapital,
          isCapitals: false, isMention: isMention))
      isInWord = true
      isMention = false
      isBroken = false
      capitals = 0
    }
    if isCapital { capitals += 1 }
    bytes.append(byte)
  }

  private mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    let last = words.count - 1
    words[last].end = bytes.count
    words[last].isCapitals = capitals > 1 && capitals == bytes.count - words[last].start
  }

  /// Handles what follows an apostrophe and returns how many of `rest` are done with: `'s` goes,
  /// `n't` is `not`, and `'ll` and its like go.
  private mutating func apostrophe(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    guard isInWord else { return 0 }
    let suffix = rest.prefix(3).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map { $0 | 0x20 }
    switch String(decoding: suffix, as: UTF8.self) {
    case "t" where bytes.last == UInt8(ascii: "n"):
      // What stands before is an auxiliary: `don't`, `haven't`, `can't`.
      bytes.removeSubrange(words[words.count - 1].start...)
      bytes.append(contentsOf: "not".utf8)
      endWord()
      return suffix.count
    case "s", "ll", "re", "ve", "d", "m":
      endWord()
      return suffix.count
    case "":
      endWord()
      return 0
    default: return 0
    }
  }

  /// Appends a scalar outside ASCII: letters and digits to the word, in small Latin letters without
  /// accents where there are any; everything else ends it.
  private mutating func appendFolded(_ scalar: Unicode.Scalar) {
    // Combining accents belong to a letter that is written without them too.
    if (0x300...0x36F).contains(scalar.value) { return }
    // Joiners and variation selectors are no letters, and do not end a word.
    if (0x200C...0x200D).contains(scalar.value) || (0xFE00...0xFE0F).contains(scalar.value) { return }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      // Full-width forms of ASCII.
      let ascii = [UInt8(scalar.value - 0xFEE0)]
      ascii.withUnsafeBufferPointer { scan($0) }
      return
    }
    let properties = scalar.properties
    let isMark = properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
    guard properties.isAlphabetic || properties.numericType != nil || isMark else {
      endWord()
      // Dashes, but not hyphens, divide.
      let isDash = (0x2013...0x2015).contains(scalar.value)
      if isDash || properties.generalCategory == .otherPunctuation { isBroken = true }
      return
    }
    let isCapital = properties.isUppercase
    if !isCapital { hasSmallLetters = true }
    for small in properties.lowercaseMapping.unicodeScalars {
      if (0x300...0x36F).contains(small.value) { continue }
      if let base = Accents.base(of: small) {
        for byte in base { append(byte, isCapital: isCapital) }
      } else {
        for byte in String(small).utf8 { append(byte, isCapital: isCapital) }
        words[words.count - 1].isASCII = false
      }
    }
  }

  private func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    // A `String` holds valid UTF-8, so the lead byte tells the length and the rest is there.
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length where index + offset < text.count {
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80
}

/// Letters with accents and the letters without.
enum Accents {
  private static let latin: [[UInt8]] = {
    // U+00DF to U+017F, one entry a scalar; capitals are never looked up, being lowercased before.
    let bases = """
      ss a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k \
      l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t \
      u u u u u u u u u u u u w w y y y z z z z z z s
      """
    return bases.split(separator: " ").map { Array($0.utf8) }
  }()

  /// The Latin letters for a small letter with an accent; nil for what has none. Cyrillic and Greek
  /// accents go too, so that composed and decomposed texts are one.
  static func base(of scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar.value {
    case 0xDF...0x17F:
      let index = Int(scalar.value) - 0xDF
      return index < latin.count ? latin[index] : nil
    case 0x1EA0...0x1EF9: return [vietnamese[Int(scalar.value) - 0x1EA0]]
    default:
      guard let other = others[scalar.value] else { return nil }
      return Array(String(other).utf8)
    }
  }

  private static let vietnamese = Array(
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy".utf8)

  private static let others: [UInt32: Character] = [
    0x439: "и", 0x451: "е", 0x457: "і", 0x453: "г", 0x45C: "к", 0x45E: "у",
    0x3AC: "α", 0x3AD: "ε", 0x3AE: "η", 0x3AF: "ι", 0x3CA: "ι", 0x390: "ι", 0x3CC: "ο", 0x3CD: "υ",
    0x3CB: "υ", 0x3B0: "υ", 0x3CE: "ω", 0x3C2: "σ",
  ]
}
