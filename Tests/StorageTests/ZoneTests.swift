import Foundation
import TestSupport
import Testing

@testable import Storage
@testable import Teamwork

@Suite(.serialized) struct ZoneTests {
  private func instant(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(arguments: [
    ("UTC", "2026-11-20T00:00:00Z", "2026-11-20"), ("UTC", "2026-11-19T23:59:59Z", "2026-11-19"),
    ("Europe/Berlin", "2026-11-19T23:00:00Z", "2026-11-20"),
    ("Europe/Berlin", "2026-11-19T22:59:59Z", "2026-11-19"), ("Europe/Berlin", "2026-07-19T22:00:00Z", "2026-07-20"),
    ("America/Los_Angeles", "2026-11-20T07:59:59Z", "2026-11-19"),
    ("Pacific/Kiritimati", "2026-11-19T10:00:00Z", "2026-11-20"),
    ("Asia/Kathmandu", "2026-11-19T18:15:00Z", "2026-11-20"), ("UTC", "1969-12-31T23:59:59Z", "1969-12-31"),
  ])
  func anInstantLiesOnADay(_ zone: String, _ time: String, _ expected: String) throws {
    #expect(Zone(zone).day(of: try instant(time)).description == expected)
  }

  @Test(arguments: [
    ("UTC", "2026-11-16", "2026-11-16T00:00:00Z"), ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"),
    ("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z"),
    ("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z"), ("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z"),
    ("America/New_York", "2026-11-02", "2026-11-02T05:00:00Z"),
    // Midnight that was left out: the day began at one.
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"), ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
    ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z"),
    // An hour that came twice, before and after midnight.
    ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z"),
    ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"), ("Africa/Cairo", "2024-11-01", "2024-10-31T22:00:00Z"),
  ])
  func aDayBegins(_ zone: String, _ text: String, _ expected: String) throws {
    #expect(Zone(zone).start(of: try day(text)) == (try instant(expected)))
  }

  @Test(arguments: [
    "UTC", "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "America/Havana", "Pacific/Apia",
    "Australia/Lord_Howe", "Atlantic/Azores", "Asia/Gaza", "America/Asuncion",
  ])
  func nothingIsCountedTwice(_ name: String) throws {
    let zone = Zone(name)
    var day = try day("2010-01-01")
    let last = try self.day("2027-12-31")
    while day < last {
      let start = zone.start(of: day)
      let end = zone.start(of: day + 1)
      // A day that the calendar of a place left out has no instants.
      if start == end {
        #expect(name == "Pacific/Apia" && day.description == "2011-12-30")
      } else {
        #expect(start < end)
        #expect(zone.day(of: start) == day && zone.day(of: end - 1) == day, "\(name) \(day)")
        #expect(zone.day(of: start - 1) < day, "\(name) \(day)")
      }
      day = day + 1
    }
  }

  @Test func aWeekIsFromMondayToMonday() throws {
    let zone = Zone("Europe/Berlin")
    let week = try #require(Week("2026-W43"))
    // Clocks are set back on its Sunday: it has an hour more.
    #expect(zone.start(of: week.next.monday) - zone.start(of: week.monday) == 7 * 86_400 + 3_600)
  }

  @Test func anUnknownZoneCountsInUTC() throws {
    let zone = Zone("Mars/Olympus")
    #expect(!zone.isKnown)
    #expect(zone.day(of: try instant("2026-11-19T23:59:59Z")).description == "2026-11-19")
    #expect(Zone("UTC").isKnown && Zone("Europe/Berlin").isKnown)
  }

  @Test func theMachineSaysItsZone() throws {
    let folder = try ScratchFolder()
    let root = folder.top
    #expect(Zone.nameOfMachine([:], root: root) == "UTC")
    try FileManager.default.createDirectory(atPath: root + "/etc", withIntermediateDirectories: true)
    try "Asia/Tokyo\n".write(toFile: root + "/etc/timezone", atomically: true, encoding: .utf8)
    #expect(Zone.nameOfMachine([:], root: root) == "Asia/Tokyo")
    for target in ["/usr/share/zoneinfo/Europe/Berlin", "../usr/share/zoneinfo/posix/Europe/Berlin"] {
      try? FileManager.default.removeItem(atPath: root + "/etc/localtime")
      try FileManager.default.createSymbolicLink(atPath: root + "/etc/localtime", withDestinationPath: target)
      #expect(Zone.nameOfMachine([:], root: root) == "Europe/Berlin")
    }
    #expect(Zone.nameOfMachine(["TZ": "America/New_York"], root: root) == "America/New_York")
    #expect(Zone.nameOfMachine(["TZ": ":America/New_York"], root: root) == "America/New_York")
    #expect(Zone.nameOfMachine(["TZ": ""], root: root) == "Europe/Berlin")
    // What is no name of the database is nothing that others could read.
    #expect(Zone.nameOfMachine(["TZ": "CET-1CEST"], root: root) == "UTC")
    try FileManager.default.removeItem(atPath: root + "/etc/localtime")
    try "x\u{1B}[31m".write(toFile: root + "/etc/timezone", atomically: true, encoding: .utf8)
    #expect(Zone.nameOfMachine([:], root: root) == "UTC")
  }

  @Test func zonesTakeTurns() throws {
    let evening = try instant("2026-11-19T20:00:00Z")
    for _ in 1...3 {
      #expect(Zone("Asia/Tokyo").day(of: evening).description == "2026-11-20")
      #expect(Zone("America/New_York").day(of: evening).description == "2026-11-19")
      #expect(Zone("UTC").day(of: evening).description == "2026-11-19")
    }
    #expect(Zone("UTC").day(of: -1).description == "1969-12-31")
  }
}
