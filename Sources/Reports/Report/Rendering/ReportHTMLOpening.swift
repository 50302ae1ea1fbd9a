internal import Text

extension ReportHTML {
  /// A sentence and three figures.
  var opening: String {
    var html = report.lead.parts.isEmpty ? "" : "<p class=\"lead\">\(writer.write(report.lead))</p>\n"
    if !report.facts.isEmpty { html += "<ul class=\"facts\">\n" + report.facts.map(fact).joined() + "</ul>\n" }
    return html
  }

  private func fact(_ fact: Report.Fact) -> String {
    let number = "<p class=\"num\">\(fact.value) <span>of \(fact.of) \(text(fact.unit))</span></p>"
    let ways = [(fact.section.title, fact.section.place), ("how it is counted", "m-\(fact.measure)")].map {
      words, place in
      writer.write(Line([.link([.text(words)], .place(place))]))
    }
    return
      "<li>\(number)\(picture(of: fact))<p>\(writer.write(fact.sentence))</p><p class=\"ways\">\(ways.joined(separator: " · "))</p></li>\n"
  }

  /// Full is what was done, so that the accent stays for what waits; of moved dates the moved ones wait.
  private func picture(of fact: Report.Fact) -> String {
    let whole = max(fact.of, 0)
    let part = min(max(fact.value, 0), whole)
    let isGap = fact.measure == "dates-moved"
    if fact.picture == .bar || whole > Self.mostDots {
      let share = whole == 0 ? 0 : Double(part) / Double(whole)
      return SVG.drawing(
        height: 16, title: nil,
        SVG.rectangle(x: 0, width: 1, y: 0.5, height: 15, style: isGap ? "soft" : "hatch")
          + SVG.rectangle(x: 0, width: 1, y: 0.5, height: 15, style: isGap ? "lm" : "la")
          + SVG.rectangle(x: 0, width: share, y: 0, height: 16, style: isGap ? "acc" : "ink"))
    }
    let dots = (0..<whole).map { index in
      let place =
        "cx=\"\(SVG.number(6 + 13 * Double(index % Self.dotsInRow)))\" cy=\"\(SVG.number(7 + 13 * Double(index / Self.dotsInRow)))\""
      if index < part { return "<circle class=\"\(isGap ? "acc" : "ink")\" \(place) r=\"4.4\"/>" }
      return isGap
        ? "<circle class=\"lm\" \(place) r=\"4\"/>"
        : "<circle class=\"la\" \(place) r=\"4\" stroke-width=\"1.3\" stroke-dasharray=\"2 1.14\"/>"
    }
    let rows = (whole + Self.dotsInRow - 1) / Self.dotsInRow
    return SVG.drawing(height: Double(max(rows, 1) * 13 + 1), title: nil, dots.joined())
  }

  private static let mostDots = 60
  /// As many as fit beside each other on the narrowest phone.
  private static let dotsInRow = 20

  /// - Parameter appendix: titles and places of what follows the sections.
  func navigation(to appendix: [(String, String)]) -> String {
    let places =
      [("Decide", "s-decide"), ("Offer help", "s-help")] + report.sections.map { ($0.id.shortTitle, $0.id.place) }
      + appendix
    return "<nav aria-label=\"Parts of the report\"><ul>\n"
      + places.map { "<li>\(writer.write(Line([.link([.text($0.0)], .place($0.1))])))</li>\n" }.joined()
      + "</ul></nav>\n"
  }

  // MARK: Who is needed

  var waiting: String {
    "<div class=\"two\">\n"
      + offers("Waiting for a decision", "s-decide", report.decisions, none: "Nothing on file waits for a decision.")
      + offers("Where help is welcome", "s-help", report.help, none: "Nothing on file asks for help.") + "</div>\n"
  }

  private func offers(_ title: String, _ place: String, _ offers: [Report.Offer], none: String) -> String {
    let items = offers.map { offer in
      let sentence = offer.sentence.map { " \(writer.write($0))" } ?? ""
      return
        "<li><strong>\(writer.write(offer.fact))</strong>\(sentence) <span class=\"do\">\(writer.write(offer.offer))</span></li>\n"
    }
    return "<section id=\"\(place)\" aria-labelledby=\"\(place)-h\">\n<h2 id=\"\(place)-h\">\(title)</h2>\n"
      + (items.isEmpty ? "<p class=\"none\">\(none)</p>\n" : list(items, style: "offers", most: 4) { "and \($0) more" })
      + "</section>\n"
  }

  // MARK: What went well

  var wins: String {
    let items = report.wins.map { win in
      let source = writer.write(Line([.link([.text("source")], .file(win.source.path))]))
      let commit =
        win.source.commit.map { " · \(writer.write(Line([.link([.code(String($0.prefix(7)))], .commit($0))])))" } ?? ""
      let words = writer.write(win.words)
      return
        "<li><p\(win.isQuotation ? " class=\"quote\">“\(words)”" : ">\(words)")</p><span class=\"by\">\(writer.write(win.by)) · \(source)\(commit)</span></li>\n"
    }
    return list(items, style: "wins", most: 9) { "and \($0) more" }
  }
}

extension SectionID {
  /// For a row of links.
  fileprivate var shortTitle: String {
    switch self {
    case .wins: "Celebrate"
    case .vision: "Vision"
    case .goals: "Goals"
    case .responsibilities: "Responsibilities"
    case .participation: "Who was heard"
    case .cooperation: "Asking and helping"
    case .feedback: "Feedback"
    case .deciding: "Deciding"
    case .ideas: "Ideas and risks"
    case .trust: "Trust"
    }
  }
}
