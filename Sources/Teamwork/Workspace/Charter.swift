package import Documents
package import Text

/// How a team works, as its charter says; without one, as the format's defaults do.
package struct Charter: Sendable {
  package var name: String?
  package var vision: String?
  package var mode = Mode.collaborate
  /// How often people report; nil where nobody agreed to a rhythm, and so nobody is due.
  package var cadence: Cadence?
  package var timeZone = "UTC"
  package var extraFields: [Kind: [Name]] = [:]
  /// Rules that the team switched; nil stands for `off`.
  package var rules: [String: Severity?] = [:]
  /// The folder of the summaries, relative to the repository's top; nil for the workspace's own.
  package var summaries: String?
  /// The team's own words for known headings, beside ours.
  package private(set) var headings: [Name: [String]] = [:]
  /// The same as they are compared, each with the heading that it stands for.
  private var ownWords: [String: Name] = [:]
  package var limits = Limits()
  /// The version of the format that the charter names.
  package var format: Int?

  package init() {}

  package init(_ record: Record) {
    name = record[Charter.name]
    // A template's open question is no vision.
    vision = record[Charter.vision].flatMap { $0.contains("{{") ? nil : $0 }
    format = record[Charter.format]
    mode = record[Charter.mode] ?? .collaborate
    cadence = record[Charter.cadence]
    timeZone = record[Charter.timezone] ?? "UTC"
    summaries = record[Charter.summaries]
    if case .mapping(let members) = record.entry(Charter.extraFields)?.value {
      for member in members {
        guard let kind = Kind(named: member.name.text), case .list(let items) = member.value.value else { continue }
        extraFields[kind, default: []] += items.compactMap { $0.value.asText.map { Name($0) } }
      }
    }
    if case .mapping(let members) = record.entry(Charter.rules)?.value {
      for member in members {
        guard let text = member.value.value.asText else { continue }
        rules.updateValue(Severity(rawValue: text), forKey: member.name.text)
      }
    }
    if case .mapping(let members) = record.entry(Charter.headings)?.value {
      for member in members {
        guard case .list(let items) = member.value.value else { continue }
        headings[member.name] = items.compactMap(\.value.asText)
      }
      // Of two headings with one word the first of the schema has it.
      for known in Schema.declarations.flatMap(\.headings).reversed() {
        for word in headings[known.key] ?? [] { ownWords[KnownHeading.folded(word)] = known.key }
      }
    }
    if let value = record.entry(Charter.limits)?.value {
      if let number = value[Limit.fileSize] { limits.fileSize = number }
      if let number = value[Limit.frontMatterSize] { limits.frontMatterSize = number }
      if let number = value[Limit.depth] { limits.depth = number }
    }
  }

  /// The same with limits that are no wider than some others.
  func within(_ limits: Limits) -> Charter {
    var charter = self
    charter.limits = charter.limits.within(limits)
    return charter
  }

  /// The summaries' folder relative to the workspace's, when it lies inside.
  package func summariesFolder(in folder: String) -> String? {
    guard let summaries else { return "summaries" }
    let path = String(summaries.hasSuffix("/") ? summaries.dropLast() : Substring(summaries))
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : "summaries"
  }

  /// The known heading that a heading's words stand for: the team's own words come before ours.
  package func heading(_ text: String) -> Name? {
    let folded = KnownHeading.folded(text)
    return ownWords[folded] ?? Self.words[folded]
  }

  /// What headings may be called, and the same as it is compared: the team's own words, then ours.
  var knownHeadingWords: [(words: String, folded: String)] {
    headings.sorted { $0.key < $1.key }.flatMap { $0.value.map { ($0, KnownHeading.folded($0)) } } + Self.wordsInOrder
  }

  private static let wordsInOrder: [(words: String, folded: String)] = Schema.declarations.flatMap(\.headings)
    .flatMap(\.words).map { ($0, KnownHeading.folded($0)) }

  private static let words: [String: Name] = {
    var words: [String: Name] = [:]
    for heading in Schema.declarations.flatMap(\.headings) {
      for word in heading.words { words[KnownHeading.folded(word)] = heading.key }
    }
    return words
  }()
}
