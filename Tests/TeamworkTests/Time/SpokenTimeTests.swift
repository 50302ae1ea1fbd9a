import Teamwork
import Testing

@Suite struct SpokenTimeTests {
  /// A Friday.
  let today = Day("2026-11-20")!

  func day(_ word: String, on today: Day) -> String? { Day(saying: word, on: today)?.description }
  func week(_ word: String, on today: Day) -> String? { Week(saying: word, on: today)?.description }

  @Test(arguments: [
    ("2026-12-01", "2026-12-01"), ("today", "2026-11-20"), ("Today", "2026-11-20"), ("tomorrow", "2026-11-21"),
    ("yesterday", "2026-11-19"),
    // A weekday is the next one, never today.
    ("saturday", "2026-11-21"), ("sun", "2026-11-22"), ("Monday", "2026-11-23"), ("thursday", "2026-11-26"),
    ("friday", "2026-11-27"), ("FRI", "2026-11-27"),
    ("+3d", "2026-11-23"), ("+2w", "2026-12-04"), ("+0d", "2026-11-20"), ("-1d", "2026-11-19"), ("-13w", "2026-08-21"),
    ("+999999d", "4764-10-16"),
  ])
  func daysAreUnderstood(word: String, day: String) { #expect(self.day(word, on: today) == day) }

  @Test(arguments: [
    "", " ", "soon", "fr", "frida", "fridays", "3d", "+d", "+3", "+3m", "+ 3d", "++3d", "+3d ", "+٣d", "+9999999d",
    "-999999w", "2026-2-3", "2026-02-30", "20.11.2026", "next friday", "47", "this", "2026-W47",
  ])
  func otherWordsAreNoDays(word: String) { #expect(day(word, on: today) == nil) }

  @Test func everyWeekdayIsReachedFromEveryDay() {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for distance in 0..<7 {
      let today = today + distance
      for (number, name) in names.enumerated() {
        let day = Day(saying: name, on: today)
        #expect(day?.weekday == number + 1)
        #expect(day.map { (1...7).contains($0 - today) } == true)
      }
    }
  }

  @Test(arguments: [
    ("2026-W47", "2026-11-20", "2026-W47"), ("47", "2026-11-20", "2026-W47"), ("W47", "2026-11-20", "2026-W47"),
    ("w07", "2026-11-20", "2026-W07"), ("2", "2026-11-20", "2026-W02"), ("50", "2026-11-20", "2026-W50"),
    ("this", "2026-11-20", "2026-W47"), ("Last", "2026-11-20", "2026-W46"), ("last", "2027-01-05", "2026-W53"),
    // In January the old year's weeks are nearer.
    ("53", "2027-01-05", "2026-W53"), ("52", "2027-01-05", "2026-W52"), ("3", "2027-01-05", "2027-W03"),
    ("52", "2026-11-20", "2026-W52"),
    // The days around a new year belong to the week's year.
    ("53", "2027-01-02", "2026-W53"), ("1", "2024-12-31", "2025-W01"),
  ])
  func weeksAreUnderstood(word: String, today: String, week: String) throws {
    #expect(self.week(word, on: try #require(Day(today))) == week)
  }

  @Test(arguments: ["", "W", "0", "54", "W054", "047", "4x", "2026-W54", "2026-47", "friday", "today", "next"])
  func otherWordsAreNoWeeks(word: String) { #expect(week(word, on: today) == nil) }

  @Test func aWeekOnlySomeYearsHaveIsOfOneThatHasIt() {
    #expect(week("53", on: Day("2027-11-20")!) == "2026-W53")
    #expect(week("53", on: Day("2025-11-20")!) == nil)
  }
}
