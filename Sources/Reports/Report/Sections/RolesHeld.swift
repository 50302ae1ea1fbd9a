internal import Teamwork
internal import Text

/// Roles, what they are answerable for, and who holds them.
struct RolesHeld {
  struct Role {
    let record: Record
    let holders: [Name]
    let responsibilities: [String]
  }

  /// In the order of their titles.
  let all: [Role]

  init(_ context: ReportContext) {
    all = context.now.records(of: .role).map { role in
      var holders: [Name] = []
      for holder in role.names("holders") where !holders.contains(holder.value) { holders.append(holder.value) }
      let does = role.list("responsibilities").compactMap { $0.value.asText ?? $0.value[member: "does"]?.value.asText }
      return Role(record: role, holders: holders, responsibilities: does)
    }.sorted { (Name($0.record.title), $0.record.id) < (Name($1.record.title), $1.record.id) }
  }

  var vacant: [Role] { all.filter(\.holders.isEmpty) }
  /// Of responsibilities that somebody holds: those of a single holder, and all.
  var single: (Int, of: Int) {
    let held = all.filter { !$0.holders.isEmpty }
    return (
      held.filter { $0.holders.count == 1 }.reduce(0) { $0 + $1.responsibilities.count },
      held.reduce(0) { $0 + $1.responsibilities.count }
    )
  }

  /// Changes of holders in the period, the newest first.
  static func changes(_ context: ReportContext) -> [Int] {
    context.eventsInPeriod.filter {
      context.story.events[$0].kind == .role && context.story.events[$0].move(of: "holders") != nil
    }
  }

  // MARK: In words

  func finding(_ context: ReportContext) -> [Line] {
    var line: Line
    let (alone, held) = single
    if held == 0 {
      line =
        all.count == 1
        ? "The one role has no holder yet." : "None of the \(SummaryWords.number(all.count)) roles has a holder yet."
    } else {
      line =
        alone == 0
        ? "Every responsibility has two holders or more."
        : "\(SummaryWords.capitalised(SummaryWords.ratio(alone, held))) responsibilities \(SummaryWords.verb(alone, "has", "have")) a single holder: who could stand in?"
      if alone == held {
        line =
          held == 1
          ? "The one responsibility has a single holder: who could stand in?"
          : "Each of the \(SummaryWords.number(held)) responsibilities has a single holder: who could stand in?"
      }
      if !vacant.isEmpty {
        line =
          "\(line) \(Line.some(of: vacant.map { "“\(context.record($0.record))”" }, most: 4)) \(SummaryWords.verb(vacant.count, "has", "have")) nobody yet."
      }
    }
    var lines = [line]
    let moves = Self.changes(context).prefix(Self.mostMoves).reversed().compactMap { move($0, context) }
    if !moves.isEmpty { lines.append(Line.sentences(moves)) }
    return lines
  }

  private static let mostMoves = 4

  private func move(_ index: Int, _ context: ReportContext) -> Line? {
    let event = context.story.events[index]
    guard let (_, commit) = context.told(index), let move = event.move(of: "holders"),
      let role = context.idAtEnd(event).flatMap({ context.now.record(.role, $0) })
    else { return nil }
    let (old, new) = (move.from?.elements.compactMap(\.asText) ?? [], move.to?.elements.compactMap(\.asText) ?? [])
    func names(_ people: [Name]) -> String {
      SummaryWords.list(people.map(context.person).sorted { Name($0) < Name($1) })
    }
    let (came, went) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    let when = "on \(context.dayInFull(commit.day)) (\(context.commit(commit)))" as Line
    if old.isEmpty { return "“\(context.record(role))”, which nobody held, went to \(names(new)) \(when)." }
    if new.isEmpty { return "\(names(old)) let “\(context.record(role))” go \(when)." }
    if came.isEmpty {
      return went.isEmpty
        ? nil
        : "\(names(went)) let “\(context.record(role))” go \(when); \(names(new)) \(SummaryWords.verb(new.count, "holds", "hold")) it."
    }
    return went.isEmpty
      ? "\(names(came)) came to hold “\(context.record(role))” too \(when)."
      : "“\(context.record(role))” went from \(names(went)) to \(names(came)) \(when)."
  }

  func figure(_ context: ReportContext) -> Figure {
    let rows = all.map { role -> [Line] in
      let holders = role.holders.map(context.person).sorted { Name($0) < Name($1) }
      return [
        "\(context.record(role.record))", Line(role.responsibilities.joined(separator: "; ")),
        holders.isEmpty ? "nobody yet" : Line(holders.joined(separator: ", ")),
      ]
    }
    let alone = all.count { $0.holders.count == 1 }
    let first =
      alone == 0
      ? "No role has a single holder"
      : "\(SummaryWords.capitalised(SummaryWords.ratio(alone, all.count))) roles \(SummaryWords.verb(alone, "has", "have")) a single holder"
    let title =
      vacant.isEmpty
      ? first
      : "\(first), \(SummaryWords.number(vacant.count)) \(SummaryWords.verb(vacant.count, "has", "have")) nobody yet"
    return Figure(
      "roles", title,
      encoding: "Each role with what it is answerable for and who holds it, in the order of the alphabet.",
      .table(
        Table(
          "Roles and their holders", columns: [.init("Role"), .init("Answerable for"), .init("Held by")], rows: rows)))
  }
}
