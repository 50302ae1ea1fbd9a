internal import Teamwork

/// Cooperation.
enum CooperationSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.cooperation) }
}
