internal import Teamwork
internal import Text

extension SummaryWords {
  /// `three of eight`, `none of the eight`, `all eight`, `25 of 27`, with what they are: `all eight requests`.
  static func part(_ count: Int, of all: Int, _ singular: String, _ plural: String? = nil) -> String {
    let plural = plural ?? singular + "s"
    if all == 1 { return count == 1 ? "the only \(singular)" : "none" }
    let total = number(all)
    if count == 0 { return "none of the \(total) \(plural)" }
    if count == all { return all == 2 ? "both \(plural)" : "all \(total) \(plural)" }
    return all < 10 ? "\(number(count)) of \(total) \(plural)" : "\(count) of \(all) \(plural)"
  }

  /// At most so many by their names: `Ana, Ben and 7 others`.
  static func few(_ names: [String], atMost most: Int = 6) -> String {
    // One more name is as short as "one other".
    if names.count <= most + 1 { return list(names) }
    return list(Array(names.prefix(most)) + ["\(number(names.count - most)) others"])
  }

  /// Alphabetical, capitals aside.
  static func sorted(_ names: [String]) -> [String] { names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) } }
}

extension Line {
  /// At most so many goals, each in quotation marks: a title may be a sentence.
  static func goals(_ ids: [Name], _ context: ReportContext, atMost most: Int = 4) -> Line {
    // Goals of one title are one to the reader.
    var titles: Set<String> = []
    let ids = ids.filter { titles.insert(context.now.record(.goal, $0)?.title ?? $0.text).inserted }
    return some(of: ids.map { "“\(context.goal($0))”" }, most: most)
  }

  /// An entry of a report in its own words; a link at its end to the goal that stands beside it is left out.
  static func words(of said: ReportContext.Said, _ context: ReportContext) -> Line {
    let goal = said.goals.count == 1 ? said.goals[0].text : nil
    return quotation(context.resolver.inlines(said.entry.text, in: said.record.path, droppingTail: goal), most: 280)
  }
}
