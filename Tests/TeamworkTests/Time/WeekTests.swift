import Foundation
import Testing

@testable import Teamwork

@Suite struct WeekTests {
  @Test(arguments: [
    ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2026-12-28", "2026-W53"),
    ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2024-12-30", "2025-W01"), ("2026-11-16", "2026-W47"),
    ("2026-11-22", "2026-W47"), ("0001-01-01", "0001-W01"), ("9999-12-31", "9999-W52"), ("2016-01-03", "2015-W53"),
  ])
  func holdsTheDay(_ day: String, _ week: String) throws {
    #expect(Week(try #require(Day(day))).description == week)
  }

  @Test(arguments: [
    "2021-W53", "2025-W53", "2026-W00", "2026-W54", "2026-W7", "2026-w47", "2026W47", "2026-47", "W47", "0000-W01",
    "9999-W53", "2026-W47 ", "2026-W４7", "", "soon",
  ])
  func refuses(_ text: String) { #expect(Week(text) == nil) }

  @Test(arguments: ["2020-W53", "2026-W53", "2021-W01", "0001-W01", "9999-W52", "2026-W47"])
  func isReadAsItIsWritten(_ text: String) { #expect(Week(text)?.description == text) }

  @Test func agreesWithFoundationOverFortyYears() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var day = try #require(Day("1996-01-01"))
    let last = try #require(Day("2036-12-31"))
    while day <= last {
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      let week = Week(day)
      #expect([week.year, week.week] == [parts.yearForWeekOfYear, parts.weekOfYear])
      #expect(week.monday <= day && day <= week.sunday && week.sunday - week.monday == 6 && week.monday.weekday == 1)
      #expect(Week(week.description) == week)
      day = day + 1
    }
  }

  @Test func weeksFollowEachOther() throws {
    var week = try #require(Week("1996-W01"))
    for _ in 0..<2_200 {
      #expect(week.next.monday - week.monday == 7)
      #expect(week.next.previous == week)
      #expect(week < week.next)
      week = week.next
    }
  }

  @Test func theLastWeekThatCanBeWrittenHasANext() throws {
    let last = try #require(Week("9999-W52"))
    #expect(last.next.monday - last.monday == 7)
    #expect(last < last.next)
    let first = try #require(Week("0001-W01"))
    #expect(first.monday - first.previous.monday == 7)
    #expect(first.previous < first)
  }
}
