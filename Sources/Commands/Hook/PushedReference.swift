internal import Git
internal import Text

/// One of the lines that Git gives the hook before a push is received: `OLD NEW NAME`.
struct PushedReference {
  /// What it was; nil for a new one.
  let old: ObjectID?
  /// What it is to be; nil for one that is deleted.
  let new: ObjectID?
  let name: String

  /// How people call it: `main`, `tags/v1.0`.
  var title: String {
    for prefix in ["refs/heads/", "refs/"] where name.utf8.starts(with: prefix.utf8) {
      return visible(String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
    }
    return visible(name)
  }

  /// - Throws: `Failure` where a line is none of Git's: a push that was not understood was not checked.
  static func read(_ input: [UInt8]) throws -> [PushedReference] {
    try input.split(separator: UInt8(ascii: "\n")).map { line in
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
      let ids = parts.prefix(2).compactMap { part in part.withUnsafeBytes { ObjectID(hex: $0) } }
      guard parts.count == 3, ids.count == 2, !parts[2].isEmpty else {
        throw Failure(
          "standard input has a line that is not Git's: \(quoted(visible(bytes: Array(line.prefix(80)))))",
          help: "Git runs this hook; it is nothing to run by hand")
      }
      func named(_ id: ObjectID) -> ObjectID? { id.bytes.allSatisfy { $0 == 0 } ? nil : id }
      return PushedReference(old: named(ids[0]), new: named(ids[1]), name: String(decoding: parts[2], as: UTF8.self))
    }
  }
}
