package import Documents

extension Document {
  /// The file's bytes with texts in the place of ranges that do not overlap. At one place an insertion stands before what is
  /// replaced there.
  package func applying(_ splices: [Finding.Fix.Splice]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + splices.reduce(0) { $0 + $1.replacement.utf8.count })
    var index = 0
    for splice in splices.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      result += bytes[index..<splice.range.lowerBound]
      result += splice.replacement.utf8
      index = splice.range.upperBound
    }
    return result + bytes[index...]
  }

  /// Where the line of an offset begins.
  func lineStart(_ offset: Int) -> Int {
    var index = offset
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  /// Where the line behind that of an offset begins.
  func nextLine(_ offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The line end before an offset; of the file's first line where there is none.
  func lineBreak(before offset: Int) -> String {
    let end = offset > 0 && bytes[offset - 1] == 0x0A ? offset - 1 : bytes.firstIndex(of: 0x0A) ?? 0
    return end > 0 && bytes[end - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// The spaces that a line begins with.
  func indent(ofLineAt start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index - start
  }
}
