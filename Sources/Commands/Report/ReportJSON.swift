internal import Reports
internal import Teamwork
internal import Text

extension Report {
  /// The report as a document; its sections are members.
  func json(_ story: EventHistory, toolVersion: String) -> JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", 1), ("command", "report"),
      ("tool", .object([("name", "tw"), ("version", .string(toolVersion))])),
      ("name", JSON(name)), ("vision", JSON(vision)),
      (
        "period",
        .object([
          ("from", .string("\(period.from)")), ("to", .string("\(period.to)")),
          ("week", JSON(period.week?.description)),
        ])
      ),
      ("asOf", .string("\(asOf)")), ("head", JSON(head?.id)), ("commits", .int(commits.count)),
      ("authors", .int(authors)), ("lead", .string(lead.plain)),
      ("facts", .array(facts.map(Self.json))), ("decisionsWaiting", .array(decisions.map(Self.json))),
      ("helpWelcome", .array(help.map(Self.json))),
    ]
    // Many measures are counted from the same events.
    let events = EventWriter.objects(Set(sections.flatMap(\.measures).flatMap(\.events)).sorted(), of: story)
    for section in sections { members.append((section.id.rawValue, json(section, events))) }
    members.append(("notes", JSON(notes)))
    return .object(members)
  }

  private static func json(_ fact: Fact) -> JSON {
    .object([
      ("value", .int(fact.value)), ("of", .int(fact.of)), ("unit", .string(fact.unit)),
      ("sentence", .string(fact.sentence.plain)),
      ("section", .string(fact.section.rawValue)), ("measure", .string(fact.measure)),
    ])
  }

  private static func json(_ offer: Offer) -> JSON {
    .object([
      ("fact", .string(offer.fact.plain)), ("sentence", JSON(offer.sentence?.plain)),
      ("offer", .string(offer.offer.plain)),
    ])
  }

  private func json(_ section: Section, _ events: [Int: JSON]) -> JSON {
    var members: [(String, JSON)] = [
      ("title", .string(section.id.title)), ("finding", JSON(section.finding.map(\.plain))),
      ("note", JSON(section.note.map(\.plain))),
      ("measures", .array(section.measures.map { Self.json($0, events) })),
      ("figures", .array(section.figures.map(Self.json))),
      (
        "missing",
        .array(
          section.missing.map {
            .object([("what", .string($0.what)), ("would", .string($0.would)), ("command", .string($0.command))])
          })
      ),
    ]
    if section.id == .wins {
      members.append(
        (
          "wins",
          .array(
            wins.map {
              .object([
                ("words", .string($0.words.plain)), ("by", .string($0.by.plain)), ("source", Self.json($0.source)),
              ])
            })
        ))
    }
    return .object(members)
  }

  private static func json(_ source: Summary.Source) -> JSON {
    .object([("path", .string(source.path)), ("line", .int(source.line)), ("commit", JSON(source.commit))])
  }

  private static func json(_ measure: Measure, _ events: [Int: JSON]) -> JSON {
    let unit = JSON(measure.value.unit?.rawValue)
    var value: [(String, JSON)]
    switch measure.value {
    case .count(let count): value = [("value", .int(count)), ("unit", unit)]
    case .share(let count, let of):
      value = [
        ("value", of == 0 ? .null : .number((Double(count) / Double(of) * 10_000).rounded() / 10_000)), ("unit", unit),
        ("count", .int(count)), ("of", .int(of)),
      ]
    case .days(let days): value = [("value", .int(days)), ("unit", unit)]
    case .number(let number): value = [("value", .number((number * 10).rounded() / 10)), ("unit", unit)]
    case .none(let reason): value = [("value", .null), ("unit", unit), ("reason", .string(reason))]
    }
    return .object(
      [("name", .string(measure.definition.name)), ("title", .string(measure.definition.title))] + value + [
        ("definition", .string(measure.definition.definition)),
        (
          "trend",
          .array(
            measure.trend.map {
              .object([("label", .string($0.label)), ("value", $0.value.map(JSON.number) ?? .null)])
            })
        ),
        ("trendUnit", .string(measure.trendUnit.rawValue)),
        ("events", .array(measure.events.compactMap { events[$0] })), ("records", JSON(measure.records)),
      ])
  }

  private static func json(_ figure: Figure) -> JSON {
    let table = figure.table
    return .object([
      ("id", .string(figure.id)), ("title", .string(figure.title)),
      (
        "table",
        .object([
          ("columns", JSON(table.columns.map(\.title))), ("rows", .array(table.rows.map { JSON($0.map(\.plain)) })),
        ])
      ),
    ])
  }
}
