internal import Teamwork

/// Responsibilities.
enum ResponsibilitiesSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.responsibilities) }
}
