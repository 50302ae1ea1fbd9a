internal import Teamwork

/// Participation.
enum ParticipationSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.participation) }
}
