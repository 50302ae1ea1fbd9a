internal import Documents
package import Text

extension Kind {
  /// Whether its records are written in somebody's name.
  package var speaks: Bool {
    if case .everybody = declaration.speakers { false } else { true }
  }

  /// Whether others write to its records.
  package var isAddressed: Bool { declaration.reached != nil }
}

/// Whom a record speaks for, and when it is settled: what the rules about changes ask.
extension Record {
  /// Those in whose name it is written; nil for kinds that are everybody's.
  package var speakers: [Name]? {
    switch kind.declaration.speakers {
    case .everybody: nil
    case .path: [Name(ownID)]
    case .one(let field): self[field].map { [$0] }
    case .several(let field): self[field]
    }
  }

  /// Those in whose name it is written, as often as it says so: a report by its path and by its own field, where they
  /// differ. Each is to be true.
  var claims: [[Name]] {
    guard let speakers else { return [] }
    guard kind == .status, let person = self[StatusReport.person], !speakers.contains(person) else { return [speakers] }
    return [speakers, [person]]
  }

  var speakerRange: Range<Int> {
    switch kind.declaration.speakers {
    case .everybody, .path: headRange
    case .one(let field): entry(field)?.range ?? headRange
    case .several(let field): entry(field)?.range ?? headRange
    }
  }

  /// Whether people already rely on it: feedback, a request, an accepted decision, a report of a week before the base's.
  func isRelied(onIn baseWeek: Week?) -> Bool { kind.declaration.isReliedOn(self, baseWeek) }

  /// Whom feedback or a request is to: a person, everybody in a team, whoever holds a role.
  package func receivers(_ workspace: Workspace) -> [Name] {
    kind.declaration.addressee.flatMap { self[$0] }.map(workspace.people(reachedBy:)) ?? []
  }

  /// Whether what changes is for those to set whom it is to: that they have read feedback, and of a request all but what
  /// it asks.
  func isFreeToAnswer(_ changed: Set<Name>) -> Bool { kind.declaration.isAnswer(changed) }

  /// Whether the body has a line that an earlier version has not; tasks, headings and comments aside.
  func hasProse(beyond before: Record) -> Bool {
    let old = Set(before.proseLines)
    return proseLines.contains { !old.contains($0) }
  }

  private var proseLines: [[UInt8]] {
    guard let body = document.body else { return [] }
    let tasks = self.tasks.map { body.items[$0.item].range.lowerBound }
    var lines: [[UInt8]] = []
    var start = body.range.lowerBound
    while start < body.range.upperBound {
      let end = document.bytes[start..<body.range.upperBound].firstIndex(of: 0x0A) ?? body.range.upperBound
      let isTask = tasks.contains { start <= $0 && $0 < end }
      var text: [UInt8] = []
      for index in start..<end where !body.comments.contains(where: { $0.contains(index) }) {
        let byte = document.bytes[index]
        if byte != 0x20, byte != 0x09, byte != 0x0D { text.append(byte) }
      }
      if !isTask, !text.isEmpty, text.first != UInt8(ascii: "#") { lines.append(text) }
      start = end + 1
    }
    return lines
  }
}
