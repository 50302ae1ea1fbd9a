/// The address that a repository is fetched from.
enum RemoteAddress {
  /// The web page that belongs to it, `https://host/team/repository`: without names and passwords, which are nobody else's.
  /// Nil for a folder, or what is no address of a forge.
  static func web(_ address: String) -> String? {
    var rest: Substring
    if let range = address.firstRange(of: "://") {
      guard ["https", "http", "ssh", "git"].contains(address[..<range.lowerBound].lowercased()) else { return nil }
      rest = address[range.upperBound...]
    } else {
      // git@host:team/repository
      guard let colon = address.firstIndex(of: ":"), !address[..<colon].contains("/"), address[..<colon].contains("@")
      else { return nil }
      rest = address[..<colon] + "/" + address[address.index(after: colon)...]
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    var host = rest[..<slash]
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    var path = rest[rest.index(after: slash)...]
    while path.hasPrefix("/") { path = path.dropFirst() }
    while path.hasSuffix("/") { path = path.dropLast() }
    if path.hasSuffix(".git") { path = path.dropLast(4) }
    let isPlain = [host, path].flatMap(\.utf8).allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
    }
    guard isPlain, host.contains("."), !path.isEmpty, !path.contains("..") else { return nil }
    return "https://\(host)/\(path)"
  }
}
