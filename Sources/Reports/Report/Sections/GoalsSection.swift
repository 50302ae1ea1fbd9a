internal import Teamwork

/// Goals.
enum GoalsSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.goals) }
}
