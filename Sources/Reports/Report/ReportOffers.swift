internal import Teamwork

/// Who is needed, and what would help.
enum ReportOffers {
  static func decisions(_ context: ReportContext) -> [Report.Offer] { [] }

  static func help(_ context: ReportContext) -> [Report.Offer] { [] }
}
