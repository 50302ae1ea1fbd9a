/// How long cmark-gfm 0.29 may take for the running text of a paragraph at most. It is linear in most of what there is, and
/// quadratic in these:
///
/// - Each `]` may walk over all marks of emphasis and all pictures that were begun before it.
/// - Each `<!` and `<?` looks for its end up to the paragraph's.
/// - Each `@` of an address may divide the text behind it once more.
struct InlineCost {
  /// Bytes; shorter texts are never too much.
  static let neverTooMuch = 8_192
  /// As many steps are taken within some tenths of a second.
  static let most = 300_000_000
  /// A step from mark to mark takes as long as looking at so many bytes.
  private static let walk = 8
  /// Text is moved faster than it is looked at, so many bytes at once.
  private static let move = 16

  private(set) var length = 0
  private var marks = 0
  private var walked = 0
  /// How many there are of those that look at the rest, and the sum of where they stand.
  private var searches = (count: 0, places: 0)
  private var addresses = (count: 0, places: 0)

  /// About as many bytes could be looked at meanwhile.
  var steps: Int {
    Self.walk * walked + searches.count * length - searches.places
      + (addresses.count * length - addresses.places) / Self.move
  }

  mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
    var previous: UInt8 = 0
    var opensDeclaration = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): if byte != previous { marks += 1 }
      case UInt8(ascii: "["): if previous == UInt8(ascii: "!") { marks += 1 }
      case UInt8(ascii: "]"): walked += marks
      case UInt8(ascii: "?"):
        if previous == UInt8(ascii: "<") { searches = (searches.count + 1, searches.places + length) }
      case UInt8(ascii: "@"):
        if ReferenceScanner.isWordByte(previous) || ".+-".utf8.contains(previous) {
          addresses = (addresses.count + 1, addresses.places + length)
        }
      default: break
      }
      // A comment is found, or found missing, without looking so far.
      if opensDeclaration, byte != UInt8(ascii: "-") { searches = (searches.count + 1, searches.places + length) }
      opensDeclaration = previous == UInt8(ascii: "<") && byte == UInt8(ascii: "!")
      previous = byte
      length += 1
    }
  }
}
