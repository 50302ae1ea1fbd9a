import Testing

@testable import Teamwork

@Suite struct TimeZoneNamesTests {
  @Test func areSortedAndEachStandsOnce() {
    #expect(TimeZoneNames.all == TimeZoneNames.all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(TimeZoneNames.all).count == TimeZoneNames.all.count)
    #expect(TimeZoneNames.all.count == 597)
  }

  @Test(arguments: [
    "UTC", "Etc/UTC", "Europe/Berlin", "Europe/Kyiv", "Europe/Kiev", "America/Argentina/Buenos_Aires", "Asia/Kolkata",
    "Etc/GMT+12",
  ])
  func contain(_ name: String) { #expect(TimeZoneNames.contains(name)) }

  @Test(arguments: [
    "", "utc", "europe/berlin", "Europe", "Europe/", "CEST", "+01:00", "UTC ", "../../etc/passwd", "posix/UTC",
    "right/UTC", "Factory",
  ])
  func doNotContain(_ name: String) { #expect(!TimeZoneNames.contains(name)) }
}
