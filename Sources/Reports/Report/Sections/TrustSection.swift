internal import Teamwork

/// Trust.
enum TrustSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.trust) }
}
