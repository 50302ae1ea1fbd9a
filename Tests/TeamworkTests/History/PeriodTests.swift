import Testing

@testable import Teamwork

@Suite struct PeriodTests {
  private func period(_ from: String, _ to: String) throws -> Period {
    Period(from: try #require(Day(from)), to: try #require(Day(to)))
  }

  @Test func aWeekEndsOnItsSunday() throws {
    let period = Period(try #require(Week("2026-W47")))
    #expect(period.from.description == "2026-11-16")
    #expect(period.to.description == "2026-11-22")
    #expect(period.week?.description == "2026-W47")
    #expect(period.weeks.map(\.description) == ["2026-W47"])
  }

  @Test func sevenDaysFromMondayAreTheirWeek() throws {
    #expect(try period("2026-11-16", "2026-11-22").week?.description == "2026-W47")
    #expect(try period("2026-11-17", "2026-11-23").week == nil)
    #expect(try period("2026-11-16", "2026-11-29").week == nil)
  }

  @Test func bothEndsAreIncluded() throws {
    let period = try period("2026-11-16", "2026-11-18")
    let days = ["2026-11-15", "2026-11-16", "2026-11-18", "2026-11-19"].compactMap { Day($0) }
    #expect(days.map(period.contains) == [false, true, true, false])
  }

  @Test func eachWeekBelongsToThePeriodOfItsMonday() throws {
    #expect(
      try period("2026-11-01", "2026-11-30").weeks.map(\.description) == [
        "2026-W45", "2026-W46", "2026-W47", "2026-W48", "2026-W49",
      ])
    #expect(
      try period("2026-12-01", "2026-12-31").weeks.map(\.description) == [
        "2026-W50", "2026-W51", "2026-W52", "2026-W53",
      ])
    #expect(try period("2027-01-01", "2027-01-10").weeks.map(\.description) == ["2027-W01"])
  }

  @Test func aPeriodWithoutAMondayHasTheWeekItLiesIn() throws {
    #expect(try period("2026-11-18", "2026-11-19").weeks.map(\.description) == ["2026-W47"])
  }

  @Test(.timeLimit(.minutes(1)))
  func theEndOfTheCalendarIsReached() throws {
    #expect(Period(try #require(Week("9999-W52"))).weeks.map(\.description) == ["9999-W52"])
    #expect(try period("9999-12-20", "9999-12-31").weeks.map(\.description) == ["9999-W51", "9999-W52"])
    #expect(try period("0001-01-01", "0001-01-07").weeks.map(\.description) == ["0001-W01"])
  }
}
