internal import Synchronization
package import Teamwork

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A time zone of the system, to tell which day an instant lies on.
package struct Zone: Sendable {
  package let name: String
  /// Whether the system knows the zone; where it does not, days are counted in UTC.
  package let isKnown: Bool

  // The C library knows one zone at a time, and takes it from the environment. Writing that is not safe beside
  // threads that read it, so it is done once a zone, and not undone; UTC needs no library.
  private static let current = Mutex<String?>(nil)

  /// The zone that the machine's clock is set to, as `TZ`, `/etc/localtime` or `/etc/timezone` says; UTC where they say nothing
  /// that the IANA database knows.
  ///
  /// - Parameters:
  ///   - variables: those of the process.
  ///   - root: the folder that `/etc` lies in.
  package static func nameOfMachine(_ variables: [String: String], root: String = "") -> String {
    // Its text is no name in `CET-1CEST`, and no path counts as one.
    if let variable = variables["TZ"], !variable.isEmpty {
      let name = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
      return known(name) ?? "UTC"
    }
    if let name = linkTarget(root + "/etc/localtime").flatMap({ known($0) }) { return name }
    guard case .bytes(let bytes) = readFile(root + "/etc/timezone", limit: 256) else { return "UTC" }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return known(line) ?? "UTC"
  }

  /// The name of a zone, which may stand behind the path of the folder of all zones.
  private static func known(_ text: String) -> String? {
    let parts = text.split(separator: "/")
    let start = parts.lastIndex { $0 == "zoneinfo" || $0 == "posix" || $0 == "right" }.map { $0 + 1 } ?? 0
    let name = parts[start...].joined(separator: "/")
    return TimeZoneNames.contains(name) ? name : nil
  }

  private var isUTC: Bool { !isKnown || name == "UTC" }

  package init(_ name: String) {
    self.name = name
    isKnown = name == "UTC" || Self.folders.contains { access($0 + "/" + name, R_OK) == 0 }
  }

  private static var folders: [String] {
    (getenv("TZDIR").map { [String(cString: $0)] } ?? []) + [
      "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/var/db/timezone/zoneinfo",
    ]
  }

  /// The day of an instant, in seconds since 1970.
  package func day(of instant: Int64) -> Day {
    if isUTC { return Day(number: Int((instant >= 0 ? instant : instant - 86_399) / 86_400)) }
    return local { Self.localDay(of: instant) }
  }

  /// The first instant of a day; of one that the place left out, the next day's.
  package func start(of day: Day) -> Int64 {
    if isUTC { return Int64(day.number) * 86_400 }
    return local {
      let (year, month, date) = day.civil
      var parts = tm()
      parts.tm_year = Int32(year - 1900)
      parts.tm_mon = Int32(month - 1)
      parts.tm_mday = Int32(date)
      parts.tm_isdst = -1
      let midnight = Int64(mktime(&parts))
      if Self.localDay(of: midnight) == day, Self.localDay(of: midnight - 1) < day { return midnight }
      // Clocks were changed at midnight: it came twice, or not at all. The days never run back, so they can be searched.
      var before = midnight - 2 * 86_400
      var within = midnight + 2 * 86_400
      while within - before > 1 {
        let middle = before + (within - before) / 2
        if Self.localDay(of: middle) < day { before = middle } else { within = middle }
      }
      return within
    }
  }

  /// In the zone that the C library has just now.
  private static func localDay(of instant: Int64) -> Day {
    var time = time_t(instant)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil,
      let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { return Day(number: Int(instant / 86_400)) }
    return day
  }

  private func local<R>(_ body: () -> R) -> R {
    Self.current.withLock { current in
      if current != name {
        setenv("TZ", name, 1)
        tzset()
        current = name
      }
      return body()
    }
  }
}
