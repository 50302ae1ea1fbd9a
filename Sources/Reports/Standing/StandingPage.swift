internal import Teamwork
package import Text

extension Standing {
  /// Past so many items of a section it is said how many more there are.
  private static let most = 8

  /// The standing as a page; begins with what it is all for.
  package func page() -> Page {
    let title = [
      person.map { "What waits for \($0)" } ?? name,
      "\(today.weekdayName) \(SummaryWords.days(Period(from: today, to: today)))",
    ]
    var blocks: [Page.Block] = [.title(Line(title.compactMap { $0 }.joined(separator: " · ")))]
    if let vision { blocks.append(.paragraph(Line([.emphasis([.text(vision)])]))) }
    if person == nil { blocks.append(.paragraph(counts)) }
    for section in sections {
      blocks.append(.heading(section.title))
      var items = section.items.prefix(Self.most).map { Page.Item($0.words, details: $0.offer.map { [$0] } ?? []) }
      // An offer that every item makes is made once.
      if let offer = section.items.first?.offer, section.items.count > 1,
        section.items.allSatisfy({ $0.offer?.plain == offer.plain })
      {
        for index in items.indices.dropLast() { items[index].details = [] }
      }
      if section.items.count > Self.most {
        items.append(
          Page.Item(
            Line([.quiet([.text("and \(section.items.count - Self.most) more: "), .code("tw status --format json")])])))
      }
      blocks.append(.list(items))
    }
    if sections.isEmpty {
      blocks.append(.paragraph(person == nil ? "Nothing is late, blocked or unanswered." : "Nothing waits for you."))
    }
    return Page(blocks)
  }

  private var counts: Line {
    let order: [GoalStatus] = [.offTrack, .atRisk, .onTrack, .proposed, .paused, .done, .dropped]
    let words = order.compactMap { status in states[status].map { "\(SummaryWords.number($0)) \(status.words)" } }
    let total = states.values.reduce(0, +)
    return total == 0
      ? "There is no goal yet."
      : Line("\(SummaryWords.capitalised(SummaryWords.counted(total, "goal"))): \(words.joined(separator: ", ")).")
  }

  /// Every section is a member, also where nothing waits.
  package var json: [(String, JSON)] {
    let order = GoalStatus.allCases
    let names = Section.Name.allCases.filter { ($0.isOfOne) == (person != nil) }
    return [
      ("today", .string("\(today)")), ("name", JSON(name)), ("vision", JSON(vision)), ("person", JSON(person)),
      ("goals", .object(order.map { ($0.rawValue, .int(states[$0] ?? 0)) })),
    ]
      + names.map { name in
        (name.rawValue, .array((sections.first { $0.name == name }?.items ?? []).map(\.json)))
      }
  }
}

extension Standing.Section.Name {
  /// Whether it belongs to what waits for one person.
  var isOfOne: Bool {
    switch self {
    case .late, .troubled, .blocked, .waiting, .needs, .said, .unanswered, .promised, .undecided, .silent, .overloaded,
      .unreported, .due:
      false
    case .myWork, .askedOfMe, .waitsForMe, .myPromises, .myRequests, .toThank, .toRead, .myGoals, .myReport: true
    }
  }
}

extension Standing.Item {
  fileprivate var json: JSON {
    .object([
      ("text", .string(words.plain)), ("offer", JSON(offer?.plain)), ("days", JSON(days)),
      ("source", .object([("path", .string(source.path)), ("line", .int(source.line))])),
    ])
  }
}
