/// The names of the IANA time zone database, links included.
///
/// They are part of the program so that a workspace is judged alike on every machine, whatever time zones it has
/// installed. New zones are rare (2025b has these 597); add them to `zone-names.txt`, in order.
package enum TimeZoneNames {
  package static let all: [String] = PackageResources.zone_names_txt.split(separator: UInt8(ascii: "\n")).map {
    String(decoding: $0, as: UTF8.self)
  }

  package static func contains(_ name: String) -> Bool { all.contains { $0.utf8.elementsEqual(name.utf8) } }
}
