internal import Documents
package import Text

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

  var speakerRange: Range<Int> {
    switch kind.declaration.speakers {
    case .everybody, .path: headRange
    case .one(let field): entry(field)?.range ?? headRange
    case .several(let field): entry(field)?.range ?? headRange
    }
  }

  /// Whether people already rely on it: feedback, an accepted decision, a report of a week before the base's.
  func isSettled(inWeekOf baseWeek: Week?) -> Bool {
    switch kind {
    case .feedback: true
    case .decision: self[Decision.status] == .accepted
    case .status: if let week, let baseWeek { week < baseWeek } else { false }
    default: false
    }
  }

  /// Whom feedback is to: a person, or everybody in a team.
  package func receivers(_ workspace: Workspace) -> [Name] {
    guard let to = located(Feedback.to), case .record(let number) = workspace.resolve(to.value, as: [.person, .team])
    else {
      return []
    }
    let record = workspace.records[number]
    return record.kind == .person ? [record.id] : workspace.membership.members(of: record.id)
  }

  /// Whether nothing but one field differs.
  func isSame(as other: Record, but field: Name) -> Bool {
    func rest(_ record: Record) -> [[UInt8]] {
      var parts = record.fields.filter { $0.name != field }.map {
        Array(record.document.bytes[$0.keyRange.lowerBound..<$0.range.upperBound])
      }
      if let body = record.document.body { parts.append(Array(record.document.bytes[body.range])) }
      return parts
    }
    return rest(self) == rest(other)
  }

  /// Of a decision: the goals that it names, in a field or in its text.
  func decidesAbout(in workspace: Workspace) -> [Name] {
    var goals = self[Decision.goals]
    for item in self[Decision.yields] {
      if let goal = item[Decision.Yield.goal] { goals.append(goal) }
      if let goal = item[Decision.Yield.to] { goals.append(goal) }
    }
    for reference in document.body?.references ?? [] {
      if let number = workspace.target(of: reference.target, in: self), workspace.records[number].kind == .goal {
        goals.append(workspace.records[number].id)
      }
    }
    return goals
  }

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
