internal import Teamwork
internal import Text

/// What can be asked of the members of a list: their fields, and what each of them says there.
struct FilterFields<Member>: Sendable {
  /// What a field holds, or each entry of it.
  ///
  /// - Throws: `Failure` where there is no such field.
  let elementType: @Sendable (Name) throws -> FieldType
  let value: @Sendable (Member, Name) -> Value?
}

/// What a record or task must be like to be listed: `FIELD=VALUE`, `FIELD!=VALUE`, `FIELD<VALUE`, `FIELD>VALUE`.
struct Filter<Member> {
  private enum Comparison: String {
    case equal = "="
    case different = "!="
    case less = "<"
    case greater = ">"
  }

  private enum Criterion {
    /// A field without a value.
    case nothing
    case words(String)
    /// Something with an order, as a number.
    case rank(Double)
    /// The record that is to be named, in any of the ways that a reference may be written.
    case record(Int)
  }

  private let field: Name
  private let fields: FilterFields<Member>
  private let comparison: Comparison
  private let wanted: Criterion
  private let resolve: (Name) -> Int?

  /// - Parameters:
  ///   - members: what is filtered; a reference to a record that is gone may still be looked for.
  ///   - today: what days that are said in words are seen from.
  /// - Throws: `Failure` where it is no filter, or names a field or value that there is not.
  init(
    _ text: String, _ fields: FilterFields<Member>, in workspace: Workspace, _ members: [Member],
    today: @autoclosure () throws -> Day
  ) throws {
    guard let (name, comparison, value) = Self.split(text) else {
      throw Failure(
        "\(quoted(text)) is no filter", help: "write FIELD=VALUE, FIELD!=VALUE, FIELD<VALUE or FIELD>VALUE, in quotes")
    }
    field = Name(name)
    self.fields = fields
    self.comparison = comparison
    let type = try fields.elementType(field)
    let kinds: [Kind] =
      if case .reference(let kinds) = type { kinds } else if case .referenceOrLine(let kinds) = type { kinds } else {
        []
      }
    resolve = { if case .record(let number) = workspace.resolve($0, as: kinds) { number } else { nil } }
    // A mention is how files write a person.
    let isPerson = kinds.contains(.person) && value.hasPrefix("@")
    let named = isPerson ? String(value.dropFirst()) : value
    let found = value.isEmpty ? .nothing : try Self.wanted(named, type, name, resolve(Name(named)), today)
    wanted = found
    let hasOrder = if case .rank = found { true } else { false }
    if comparison == .less || comparison == .greater, !hasOrder {
      throw Failure("`\(name)` has no order, so `\(comparison.rawValue)` says nothing", help: "`=` and `!=` do")
    }
    if case .words(let words) = found, case .reference(let kinds) = type,
      !members.contains(where: { matches(fields.value($0, Name(name))) })
    {
      throw Failure(
        "there is no \(alternatives(kinds.map(\.name))) \(quoted(words))",
        help: didYouMean(words, kinds.flatMap(workspace.ids)))
    }
  }

  func holds(for member: Member) -> Bool {
    let value = fields.value(member, field)
    guard case .rank(let wanted) = wanted, comparison == .less || comparison == .greater else {
      return matches(value) == (comparison == .equal)
    }
    guard let rank = value.flatMap(Self.rank) else { return false }
    return comparison == .less ? rank < wanted : rank > wanted
  }

  /// Whether a value is what is wanted, or holds it.
  private func matches(_ value: Value?) -> Bool {
    switch (wanted, value) {
    case (.nothing, nil): true
    case (.nothing, .list(let items)): items.isEmpty
    case (.nothing, _), (_, nil): false
    case (_, .list(let items)): items.contains { matches($0.value) }
    case (_, .mapping(let members)): members.contains { $0.name != "id" && matches($0.value.value) }
    case (.record(let number), .reference(let name)): resolve(name) == number
    case (.words(let words), .some(let value)): value.shown.utf8.elementsEqual(words.utf8)
    case (.rank(let rank), .some(let value)): Self.rank(value) == rank
    case (.record, _): false
    }
  }

  // MARK: Reading

  private static func split(_ text: String) -> (String, Comparison, String)? {
    guard let sign = text.utf8.firstIndex(where: { "=<>!".utf8.contains($0) }), sign > text.startIndex else {
      return nil
    }
    let rest = text[sign...]
    for comparison in [Comparison.different, .equal, .less, .greater] where rest.hasPrefix(comparison.rawValue) {
      return (String(text[..<sign]), comparison, String(rest.dropFirst(comparison.rawValue.count)))
    }
    return nil
  }

  private static func wanted(
    _ value: String, _ type: FieldType, _ name: String, _ record: Int?, _ today: () throws -> Day
  ) throws -> Criterion {
    let read: Value?
    switch type {
    case .date: read = .day(try Day.said(value, as: "`\(name)`", on: today()))
    case .week: read = .week(try Week.said(value, as: "`\(name)`", on: today()))
    case .int, .number: read = Double(value).map { .number($0) }
    case .oneOf(let values) where !values.contains(value):
      throw Failure(
        "`\(name)` is never \(quoted(value))", help: didYouMean(value: value, values) ?? "it is \(type.phrase)")
    case .bool where value != "true" && value != "false":
      throw Failure("`\(name)` is never \(quoted(value))", help: "it is \(type.phrase)")
    default: return record.map { .record($0) } ?? .words(value)
    }
    guard let rank = read.flatMap(rank) else { throw Failure("`\(name)` is \(type.phrase), not \(quoted(value))") }
    return .rank(rank)
  }

  private static func rank(_ value: Value) -> Double? {
    switch value {
    case .day(let day): Double(day.number)
    case .week(let week): Double(week.monday.number)
    case .int(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    default: nil
    }
  }
}

extension FilterFields<Record> {
  /// The fields of a kind, with what counts for a record where it is said elsewhere: a goal's mode, who is in a team.
  static func of(_ kind: Kind, in workspace: Workspace) -> FilterFields {
    FilterFields(
      elementType: { name in
        if name == "id" { return .line }
        let field = try kind.field(name, in: workspace)
        if field?.isPrivate == true {
          throw Failure("`\(name)` is for five people or more together, not for one", help: "leave it out")
        }
        if case .list(let element) = field?.type { return element }
        return field?.type ?? .line
      },
      value: { record, name in
        name == "id"
          ? .text(record.id.text) : kind.declaration.effectiveValue(record, name, workspace) ?? record.value(name)
      })
  }
}
