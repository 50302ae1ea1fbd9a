internal import Teamwork
internal import Text

extension Report {
  /// The report for the terminal and as Markdown: the same words as in HTML, its pictures as tables.
  package func page(command: String) -> Page {
    var blocks: [Page.Block] = [
      .title(Line([SummaryWords.days(period), name].compactMap { $0 }.joined(separator: " · ")))
    ]
    if let vision { blocks.append(.paragraph(Line([.emphasis([.text(vision)])]))) }
    blocks.append(.paragraph(lead))
    for note in notes { blocks.append(.paragraph(Line([.quiet([.text(note)])]))) }
    if !facts.isEmpty {
      blocks.append(
        .list(facts.map { Page.Item("\(.strong([.text("\($0.value) of \($0.of) \($0.unit)")])) \($0.sentence)") }))
    }
    func offers(_ title: String, _ offers: [Offer]) {
      guard !offers.isEmpty else { return }
      blocks += [
        .heading(title),
        .list(
          offers.map { offer in
            let sentence = offer.sentence.map { [Line.Part.text(" ")] + $0.parts } ?? []
            return Page.Item(Line([.strong(offer.fact.parts)] + sentence), details: [offer.offer])
          }),
      ]
    }
    offers("Waiting for a decision", decisions)
    offers("Where help is welcome", help)
    for section in sections { blocks += self.blocks(section) }
    blocks.append(.footnote(Line([.text(provenance + " Made with "), .code(command), .text(".")])))
    return Page(blocks)
  }

  /// "From 138 commits of 38 people up to c4a7261."
  package var provenance: String {
    "From \(counted(commits.count, "commit"))" + (authors > 0 ? " of \(counted(authors, "person", "people"))" : "")
      + (head.map { " up to \($0.short)" } ?? "") + "."
  }

  private func blocks(_ section: Section) -> [Page.Block] {
    var blocks: [Page.Block] = [.heading(section.id.title)]
    for line in section.finding { blocks.append(.paragraph(line)) }
    if section.id == .wins, !wins.isEmpty {
      blocks.append(
        .list(wins.map { Page.Item("\($0.isQuotation ? "“\($0.words)”" : $0.words) \(.quiet($0.by.parts))") }))
    }
    for figure in section.figures {
      blocks.append(.subheading(Line([.strong([.text(figure.title)])])))
      if !figure.table.rows.isEmpty { blocks.append(.table(figure.table)) }
      if let foot = figure.foot { blocks.append(.paragraph(Line([.quiet(foot.parts)]))) }
    }
    for missing in section.missing {
      blocks.append(
        .paragraph(
          Line(
            [.strong([.text(missing.what)]), .text(" ")]
              + Line(marked: "\(missing.would) Begin with `\(missing.command)`.").parts)))
    }
    if !section.measures.isEmpty {
      blocks.append(.subheading(Line([.strong([.text("Measures")])])))
      blocks.append(.table(Self.table(of: section.measures)))
    }
    return blocks
  }

  /// Names, values and how they moved; `tw explain NAME` defines them.
  static func table(of measures: [Measure]) -> Table {
    Table(
      "Measures", columns: [.init("Measure"), .init("Value"), .init("Over time"), .init("Defined by")],
      rows: measures.map { measure in
        [
          Line(measure.definition.title), Line(measure.shown), Line(measure.trendShown),
          Line([.code("tw explain \(measure.definition.name)")]),
        ]
      })
  }
}

extension Measure {
  /// "3 of 8", "5 days", or why it could not be measured.
  package var shown: String {
    switch value {
    case .count(let count): "\(count)"
    case .share(let count, let of): "\(count) of \(of)"
    case .days(let days): counted(days, "day")
    case .number(let number): oneDecimal(number)
    case .none(let reason): reason
    }
  }

  /// "Sep 3, Oct 5, Nov 2".
  package var trendShown: String {
    trend.map { point in "\(point.label) \(point.value.map(shown) ?? "–")" }.joined(separator: ", ")
  }

  /// A point of the trend in its unit.
  package func shown(_ point: Double) -> String {
    if trendUnit == .share { return "\(Int((point * 100).rounded())) %" }
    return point == point.rounded() ? "\(Int(point))" : oneDecimal(point)
  }
}
