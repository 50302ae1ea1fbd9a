internal import Teamwork

/// What is said in the first ten seconds.
enum ReportHeadline {
  static func lead(_ context: ReportContext) -> Line { "" }

  static func facts(_ context: ReportContext) -> [Report.Fact] { [] }
}
