import Foundation
import Testing

@testable import Teamwork

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-11-20", 20777), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func countsDaysSince1970(_ text: String, _ number: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "2026-2-3", "2026-02-30", "2025-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00",
    "0000-01-01", "10000-01-01", "2026-11-20 ", " 2026-11-20", "2026/11/20", "20261120", "soon", "", "٢٠٢٦-١١-٢٠",
    "2026-11-2０", "-026-11-20", "+026-11-20", "2026-11-20T00:00",
  ])
  func refuses(_ text: String) { #expect(Day(text) == nil) }

  @Test func agreesWithFoundationOverFortyYears() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var day = try #require(Day("1996-01-01"))
    let last = try #require(Day("2036-12-31"))
    while day <= last {
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let civil = day.civil
      #expect([civil.year, civil.month, civil.day] == [parts.year, parts.month, parts.day])
      // Foundation counts from Sunday.
      #expect(day.weekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
      #expect(Day(day.description) == day)
      day = day + 1
    }
  }

  @Test func isSaidShortly() throws {
    let day = try #require(Day("2026-11-20"))
    #expect(day.short(in: 2026) == "20 Nov")
    #expect(day.short(in: 2025) == "20 Nov 2026")
    #expect(day.short() == "20 Nov 2026")
    #expect(day.weekdayName == "Fri")
  }
}
