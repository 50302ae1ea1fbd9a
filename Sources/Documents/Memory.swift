#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The first offset at or after `start` and before `end` that holds a byte.
func memoryIndex(
  of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> Int? {
  guard start < end, let base = bytes.baseAddress,
    let found = memchr(base + start, Int32(byte), end - start)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

func memoryContains(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8) -> Bool {
  memoryIndex(of: byte, in: bytes, from: 0, to: bytes.count) != nil
}

/// The first offset at or after `start` and before `end` where `pattern` stands.
func memoryIndex(
  of pattern: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> Int? {
  let wanted = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
  return memoryIndex(of: wanted, in: bytes, from: start, to: end)
}

func memoryIndex(
  of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> Int? {
  guard let first = wanted.first else { return start }
  var index = start
  while let found = memoryIndex(of: first, in: bytes, from: index, to: end) {
    guard found + wanted.count <= end else { return nil }
    if memcmp(bytes.baseAddress! + found, wanted.baseAddress!, wanted.count) == 0 { return found }
    index = found + 1
  }
  return nil
}

/// Whether a text stands at an offset from which there are enough bytes.
func memoryMatches(_ text: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
  guard let wanted = text.baseAddress, let base = bytes.baseAddress else { return text.isEmpty }
  return memcmp(base + start, wanted, text.count) == 0
}

/// The length of a C string.
func stringLength(_ text: UnsafePointer<CChar>) -> Int { strlen(text) }
