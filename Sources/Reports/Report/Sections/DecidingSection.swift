internal import Teamwork

/// Deciding.
enum DecidingSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.deciding) }
}
