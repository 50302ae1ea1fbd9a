@testable import Reports

/// `docs/measures.md`: every measure of the report.
enum MeasuresDocument {
  static var text: String {
    var text = madeFrom("the definitions in `Sources/Reports/Report/Sections`")
    text += """
      # Measures

      What [`tw report`](report.md) counts, and how. Measures describe how the group works; none is about one person. `tw
      explain NAME` says the same.

      """
    for section in SectionID.allCases {
      let own = MeasureDefinition.all.filter { $0.section == section }
      if own.isEmpty { continue }
      text += "\n## \(section.title)\n"
      for measure in own {
        text += "\n### \(measure.name)\n\n**\(measure.title).** \(measure.definition)\n\n\(measure.use)\n"
      }
    }
    return text
  }
}
