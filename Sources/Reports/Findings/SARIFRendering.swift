internal import Documents
package import Text

extension ValidationReport {
  /// `--format sarif`: SARIF 2.1.0, for code scanning.
  package func sarif() -> JSON {
    let names = Set(findings.map(\.code.name)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let results = findings.map { $0.sarif(ruleIndex: indices[$0.code.name]) }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "tw", "version": .string(toolVersion), "rules": .array(names.map(sarifRule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
  }

  private func sarifRule(_ name: String) -> JSON {
    guard let rule = rule(name) else { return ["id": .string(name)] }
    return [
      "id": .string(name), "shortDescription": message(rule.summary),
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
      "help": message("`tw explain \(name)` says more."),
    ]
  }
}

/// The names of severities are SARIF's levels too.
extension Diagnostic {
  fileprivate func sarif(ruleIndex: Int?) -> JSON {
    var members: [(String, JSON)] = [
      ("ruleId", .string(code.name)), ("ruleIndex", JSON(ruleIndex)), ("level", .string(severity.rawValue)),
      ("message", Reports.message([message, help].compactMap { $0 }.joined(separator: "\n"))),
      ("locations", [["physicalLocation": place.sarif]]),
    ]
    if !related.isEmpty {
      let locations = related.enumerated().map { index, related -> JSON in
        [
          "id": .int(index + 1), "physicalLocation": related.place.sarif, "message": Reports.message(related.message),
        ]
      }
      members.append(("relatedLocations", .array(locations)))
    }
    members.append(("partialFingerprints", ["twFingerprint/v1": .string(fingerprint)]))
    if let fix { members.append(("fixes", [fix.sarif(path: source.path)])) }
    return .object(members)
  }
}

extension Diagnostic.Fix {
  fileprivate func sarif(path: String) -> JSON {
    let replacements = edits.map { edit -> JSON in
      [
        "deletedRegion": ["byteOffset": .int(edit.range.lowerBound), "byteLength": .int(edit.range.count)],
        "insertedContent": ["text": .string(edit.replacement)],
      ]
    }
    return [
      "description": message(title),
      "artifactChanges": [
        ["artifactLocation": ["uri": .string(percentEncoded(path))], "replacements": .array(replacements)]
      ],
    ]
  }
}

extension Place {
  fileprivate var sarif: JSON {
    [
      "artifactLocation": ["uri": .string(percentEncoded(path))],
      "region": [
        "startLine": .int(range.start.line), "startColumn": .int(range.start.column),
        "endLine": .int(range.end.line), "endColumn": .int(range.end.column),
      ],
    ]
  }
}

private func message(_ text: String) -> JSON { ["text": .string(visible(text, oneLine: false))] }

/// A path as a relative URI: all bytes but letters, digits, `-._~` and `/` as `%XX`.
private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.append(byte)
    default:
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
