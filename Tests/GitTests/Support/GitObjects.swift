import Foundation
import TestSupport
import Testing

@testable import Git

extension ScratchRepository {
  func id(_ revision: String) throws -> ObjectID {
    try #require(ObjectID(hex: line("rev-parse", revision)))
  }

  /// Writes files, adds everything and commits, seconds after the start; gives the commit.
  func committed(
    _ message: String, _ files: [String: String] = [:], after seconds: Int = 0, in directory: String? = nil
  )
    throws -> ObjectID
  {
    try commit(message, files, at: Self.start + Int64(seconds), in: directory)
    return try #require(ObjectID(hex: line("rev-parse", "HEAD", in: directory)))
  }

  /// Stores an object as it is, however broken.
  func object(_ kind: String, _ bytes: [UInt8]) throws -> ObjectID {
    let output = try git(["hash-object", "-t", kind, "-w", "--stdin", "--literally"], input: bytes)
    return try #require(ObjectID(hex: String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)))
  }

  /// The bytes of a tree, entry after entry as given.
  func tree(_ items: [(mode: String, name: [UInt8], id: ObjectID)]) throws -> ObjectID {
    var bytes: [UInt8] = []
    for item in items {
      bytes += Array(item.mode.utf8)
      bytes.append(0x20)
      bytes += item.name
      bytes.append(0)
      bytes += item.id.bytes
    }
    return try object("tree", bytes)
  }

  func open(_ directory: String? = nil, _ also: [String: String] = [:]) throws -> Repository {
    try Repository(discoveringFrom: directory ?? top, variables: variables.merging(also) { $1 })
  }
}

/// An entry as `git ls-tree` and `git ls-files --stage` tell it.
struct Listed: Hashable, CustomStringConvertible {
  var mode: Mode
  var id: String
  var path: [UInt8]

  var description: String { "\(mode) \(id) \(String(decoding: path, as: UTF8.self))" }

  init(_ entry: Entry) { (mode, id, path) = (entry.mode, entry.id.hex, entry.path) }

  /// `mode SP … SP id [SP stage] TAB path`.
  init?(line: ArraySlice<UInt8>, idAt position: Int) {
    guard let tab = line.firstIndex(of: 9) else { return nil }
    let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
    guard let bits = UInt32(words[0], radix: 8) else { return nil }
    (mode, id, path) = (Mode(bits), String(words[position]), Array(line[(tab + 1)...]))
  }

  static func tree(_ output: [UInt8]) -> [Listed] {
    output.split(separator: 0).compactMap { Listed(line: $0, idAt: 2) }
  }

  static func index(_ output: [UInt8]) -> [Listed] {
    output.split(separator: 0).compactMap { Listed(line: $0, idAt: 1) }
  }
}
