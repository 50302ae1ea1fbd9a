internal import Teamwork

/// Who is needed, and what would help: the most pressing first.
enum ReportOffers {
  static func decisions(_ context: ReportContext) -> [Report.Offer] { WaitingDecisions(context).offers }

  static func help(_ context: ReportContext) -> [Report.Offer] { HelpWelcome(context).offers }
}

extension Report.Offer {
  /// - Parameter fact: set bold.
  init(_ fact: Line, _ sentence: Line?, offer: Line) {
    self.init(fact: fact, sentence: sentence, offer: offer)
  }
}
