/// A text in which places are marked «like this», so that nobody counts bytes.
package struct MarkedText {
  /// Without the marks.
  package private(set) var bytes: [UInt8] = []
  /// In the order in which they end; offsets in bytes.
  package private(set) var ranges: [Range<Int>] = []

  package init(_ text: String) {
    var starts: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": ranges.append(starts.removeLast()..<bytes.count)
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }
}
