internal import Documents
internal import Teamwork
internal import Text

/// `measure:NAME=VALUE`: where one of a goal's measures stands now.
struct MeasureChange {
  static let prefix = "measure:"

  let name: String
  private let item: Int
  private let value: String

  /// - Throws: `Failure` where the goal has no such measure, or the value is no number.
  init(_ assignment: Assignment, _ goal: Record) throws {
    let name = String(assignment.name.dropFirst(Self.prefix.count))
    self.name = name
    let measures = goal[Goal.measures].map { $0[Goal.Measure.name] ?? "" }
    let example = "like `tw set \(goal.reference) '\(Self.prefix)\(measures.first ?? "Answers")=40'`"
    guard assignment.sign == .set else {
      throw Failure("a measure is set, not added to", help: example)
    }
    let exact = measures.firstIndex { Name($0) == Name(name) }
    let folded = measures.indices.filter { measures[$0].lowercased() == name.lowercased() }
    guard let item = exact ?? (folded.count == 1 ? folded[0] : nil) else {
      throw Failure.notFound(
        "`\(goal.id)` has no measure \(quoted(name))",
        help: didYouMean(name, measures)
          ?? (measures.isEmpty
            ? "write it into the goal's `measures`, with what it should come to"
            : "it has " + alternatives(measures.map(quoted), last: "and")))
    }
    guard Double(assignment.value)?.isFinite == true else {
      throw Failure(
        "\(quoted(assignment.value)) is no number, and \(quoted(measures[item])) is measured in numbers", help: example)
    }
    self.item = item
    value = assignment.value
  }

  /// The file with the number, and nothing else, changed.
  func applied(to document: Document, limits: Limits) throws(EditRefusal) -> [UInt8] {
    try FrontMatterEditor(document).edited(
      Goal.Measure.now.name, ofItem: item, in: Goal.measures.name, to: value, order: Goal.Measure.order,
      limits: limits)
  }
}
