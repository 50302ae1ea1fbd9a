internal import Documents
package import Text

/// What every JSON document of `tw` begins with, and then the command's own members.
package func jsonDocument(command: String, toolVersion: String, _ members: [(String, JSON)]) -> JSON {
  let head: [(String, JSON)] = [
    ("schemaVersion", 1), ("command", .string(command)),
    ("tool", ["name": "tw", "version": .string(toolVersion)]),
  ]
  return .object(head + members)
}

extension ValidationReport {
  /// `--format json`: the document that scripts and editors build on.
  package func json() -> JSON {
    jsonDocument(
      command: "validate", toolVersion: toolVersion,
      [
        ("source", ["kind": .string(source.kind), "revision": JSON(source.revision)]),
        (
          "summary",
          [
            "records": .int(records), "errors": .int(errors), "warnings": .int(warnings),
            "preexisting": .int(preexisting), "allowed": .int(allowed), "fixable": .int(fixable),
          ]
        ),
        ("findings", .array(findings.map(\.json))),
      ])
  }
}

extension Diagnostic {
  fileprivate var json: JSON {
    let place = place
    return [
      "rule": .string(code.name), "severity": .string(severity.rawValue), "message": .string(message),
      "path": .string(place.path), "range": place.range.json,
      "record": subject.map { ["kind": .string($0.kind), "id": .string($0.id)] } ?? .null,
      "field": JSON(field), "help": JSON(help),
      "related": .array(
        related.map { other in
          let place = other.place
          return ["message": .string(other.message), "path": .string(place.path), "range": place.range.json]
        }),
      "fix": fix?.json ?? .null, "fingerprint": .string(fingerprint),
    ]
  }
}

extension Diagnostic.Fix {
  fileprivate var json: JSON {
    [
      "title": .string(title), "isSafe": .bool(isSafe),
      // Bytes, unlike lines and columns: that is what an edit of a file needs.
      "edits": .array(
        edits.map {
          [
            "startByte": .int($0.range.lowerBound), "endByte": .int($0.range.upperBound),
            "replacement": .string($0.replacement),
          ]
        }),
    ]
  }
}

extension PositionRange {
  fileprivate var json: JSON {
    [
      "start": ["line": .int(start.line), "column": .int(start.column)],
      "end": ["line": .int(end.line), "column": .int(end.column)],
    ]
  }
}
