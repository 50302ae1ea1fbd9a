internal import Teamwork

/// Ideas.
enum IdeasSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.ideas) }
}
