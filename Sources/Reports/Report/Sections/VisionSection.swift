internal import Teamwork

/// Vision.
enum VisionSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.vision) }
}
