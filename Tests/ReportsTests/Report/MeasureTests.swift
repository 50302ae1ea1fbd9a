import Testing

@testable import Reports

struct MeasureTests {
  @Test func aShareMayBeToldByCountsOverTime() {
    let counts = Measure(
      "ownership-concentration", .share(2, of: 9), trend: [.init("Jan", 66), .init("Feb", nil)], trendUnit: .count)
    #expect(counts.trendShown == "Jan 66, Feb –")
    let shares = Measure("goals-owned", .share(2, of: 4), trend: [.init("Jan", 0.5)])
    #expect(shares.trendShown == "Jan 50 %")
  }

  @Test func theMedianIsOneOfThem() {
    #expect([Int]().median == nil)
    #expect([9, 1, 4].median == 4)
    #expect([9, 1, 4, 6].median == 4)
  }

  @Test func ratiosAreSaidAsPeopleSayThem() {
    #expect(SummaryWords.ratio(2, 2) == "both")
    #expect(SummaryWords.ratio(3, 3) == "all three")
    #expect(SummaryWords.ratio(1, 3) == "one of three")
    #expect(SummaryWords.ratio(0, 3) == "none of three")
  }

  @Test func moreThanAThirdIsSpread() {
    #expect(RestingOnFew.isWithFew(.init(label: "", shares: [3, 1, 1])))
    #expect(!RestingOnFew.isWithFew(.init(label: "", shares: [1, 1, 1])))
  }
}
