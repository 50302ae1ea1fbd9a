internal import Teamwork

/// Wins.
enum WinsSection {
  static let definitions: [MeasureDefinition] = []

  static func make(_ context: ReportContext) -> Section { Section(.wins) }

  static func wins(_ context: ReportContext) -> [Report.Win] { [] }
}
