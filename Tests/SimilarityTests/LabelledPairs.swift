import Foundation
import Testing

@testable import Similarity

/// A pair of texts that someone labelled.
struct LabelledPair: CustomTestStringConvertible {
  let isSameWork: Bool
  let kind: String
  let a: String
  let b: String

  var testDescription: String { "\(kind): \(a) | \(b)" }

  /// Reads a file of `Pairs`.
  static func read(_ name: String) throws -> [LabelledPair] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pairs/" + name)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let fields = fields(of: line)
      guard fields.count == 4 else { throw BadRow(line: String(line)) }
      return LabelledPair(isSameWork: fields[0] == "1", kind: fields[1], a: fields[2], b: fields[3])
    }
  }

  private struct BadRow: Error { let line: String }

  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// How well pairs are told apart.
struct Quality {
  private(set) var found = 0
  private(set) var falselyFound = 0
  private(set) var missed = 0

  init(_ pairs: [LabelledPair]) {
    for pair in pairs {
      let isFound = isSimilar(WorkText(pair.a), WorkText(pair.b))
      if isFound, pair.isSameWork { found += 1 }
      if isFound, !pair.isSameWork { falselyFound += 1 }
      if !isFound, pair.isSameWork { missed += 1 }
    }
  }

  var precision: Double { Double(found) / Double(max(found + falselyFound, 1)) }
  var recall: Double { Double(found) / Double(max(found + missed, 1)) }
}
