/// The places of a document and the links to them.
///
/// All text is escaped, so that `<` and `"` stand only in what this program wrote.
enum HTMLPlaces {
  private static let id = Array(" id=\"".utf8)
  private static let link = Array("<a ".utf8)
  private static let href = Array(" href=\"#".utf8)
  private static let end = Array("</a>".utf8)

  /// The places that links lead to, as they are written.
  static func links(_ html: String) -> Set<String> {
    var links: Set<String> = []
    scan(Array(html.utf8)) { tag in
      if tag.starts(with: link), let target = value(of: href, in: tag) {
        links.insert(String(decoding: target, as: UTF8.self))
      }
      return true
    }
    return links
  }

  /// The document, with words alone where a link leads to no place of it.
  static func withoutDeadLinks(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var places: Set<ArraySlice<UInt8>> = []
    scan(bytes) { tag in
      if let place = value(of: id, in: tag) { places.insert(place) }
      return true
    }
    // Whether each link that is open leads anywhere.
    var open: [Bool] = []
    let kept = scan(bytes) { tag in
      if tag.starts(with: link) {
        let isLive = value(of: href, in: tag).map { places.contains($0) } ?? true
        open.append(isLive)
        return isLive
      }
      return tag.elementsEqual(end) ? open.popLast() ?? true : true
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The bytes without the tags of which `keep` says no.
  @discardableResult
  private static func scan(_ bytes: [UInt8], keep: (ArraySlice<UInt8>) -> Bool) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      kept += bytes[index..<start]
      let tag = bytes[start...close]
      if keep(tag) { kept += tag }
      index = close + 1
    }
    return kept + bytes[index...]
  }

  private static func value(of name: [UInt8], in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var index = tag.startIndex
    while let space = tag[index...].firstIndex(of: UInt8(ascii: " ")) {
      if tag[space...].starts(with: name) { return tag[(space + name.count)...].prefix { $0 != UInt8(ascii: "\"") } }
      index = space + 1
    }
    return nil
  }
}
