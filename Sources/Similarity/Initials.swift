/// The first letters of the words of a text, to find what an abbreviation that nobody listed stands for.
struct Initials: Sendable {
  /// How many letters an abbreviation has that is looked for.
  static let lengths = 3...6

  private var letters: [UInt8] = []
  /// The index of each word's token, -1 for stop words.
  private var tokens: [Int8] = []

  mutating func append(_ letter: UInt8, token: Int) {
    letters.append(letter)
    tokens.append(Int8(truncatingIfNeeded: token))
  }

  /// Calls `body` with the hash of the initials of each run of words and with its tokens. Stop words
  /// inside may count (`bill of materials`) or not (`department of defence`).
  func forEachRun(_ body: (UInt64, ClosedRange<Int>) -> Void) {
    for first in letters.indices where tokens[first] >= 0 {
      var (all, some) = (ByteHash(), ByteHash())
      var (allCount, someCount) = (0, 0)
      for last in first..<letters.count where allCount < Initials.lengths.upperBound {
        all.add(letters[last])
        allCount += 1
        guard tokens[last] >= 0 else { continue }
        some.add(letters[last])
        someCount += 1
        let run = Int(tokens[first])...max(Int(tokens[first]), Int(tokens[last]))
        if allCount >= Initials.lengths.lowerBound { body(all.value, run) }
        if someCount >= Initials.lengths.lowerBound, someCount < allCount { body(some.value, run) }
      }
    }
  }
}
