internal import Teamwork

/// Feedback.
enum FeedbackSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.feedback) }
}
