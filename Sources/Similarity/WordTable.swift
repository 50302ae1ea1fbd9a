/// A map from hashes to small numbers, by open addressing.
///
/// The keys are well-mixed hashes already, so hashing them again, as `Dictionary` does, would be most
/// of the cost of analysing a text.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0

  init(minimumCapacity: Int = 32) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The value of `key`, or nil. Values are never negative.
  subscript(key: UInt64) -> Int? {
    let value = values[slot(of: key)]
    return value < 0 ? nil : Int(value)
  }

  /// The value of `key`, which becomes `new` when there was none.
  mutating func value(of key: UInt64, orInsert new: @autoclosure () -> Int) -> Int {
    let found = slot(of: key)
    if values[found] >= 0 { return Int(values[found]) }
    let value = new()
    keys[found] = key
    values[found] = Int32(clamping: value)
    count += 1
    if count * 2 > keys.count { grow() }
    return value
  }

  private mutating func grow() {
    var larger = WordTable(minimumCapacity: keys.count)
    for (key, value) in zip(keys, values) where value >= 0 {
      _ = larger.value(of: key, orInsert: Int(value))
    }
    self = larger
  }
}

/// A streaming hash of bytes (FNV-1a), the same in every process so that results never vary.
struct ByteHash {
  var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  mutating func add(_ bytes: ArraySlice<UInt8>) { for byte in bytes { add(byte) } }

  /// The hash, with its bits spread so that the low ones can address a table.
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ (mixed >> 29)
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = ByteHash()
    hash.add(bytes)
    return hash.value
  }
}
