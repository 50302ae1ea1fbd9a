internal import Documents
internal import Text

/// What a record says, part by part: its fields, and its prose. References are called as they are after some renames, and
/// line ends are all one, so that what only follows a rename says the same as before.
struct NormalizedContent: Equatable {
  /// The values' bytes by the fields' names.
  private(set) var fields: [Name: [UInt8]] = [:]
  private(set) var prose: [UInt8] = []

  init(_ record: Record, _ renames: Renames) {
    let document = record.document
    guard record.isReadable else {
      prose = document.bytes
      return
    }
    let edits = renames.isEmpty ? [] : Self.edits(record, renames).sorted { $0.range.lowerBound < $1.range.lowerBound }
    func text(_ range: Range<Int>) -> [UInt8] {
      var text: [UInt8] = []
      var start = range.lowerBound
      for edit in edits where edit.range.lowerBound >= start && edit.range.upperBound <= range.upperBound {
        text += document.bytes[start..<edit.range.lowerBound]
        text += edit.name.text.utf8
        start = edit.range.upperBound
      }
      text += document.bytes[start..<range.upperBound]
      text.removeAll { $0 == 0x0D }
      return text
    }
    for field in record.fields { fields[field.name, default: []] += text(field.range) }
    if let body = document.body {
      prose = text(body.range)
      while let last = prose.last, last == 0x0A || last == 0x20 || last == 0x09 { prose.removeLast() }
    } else {
      prose = document.bytes
    }
  }

  /// What two versions say differently: names of fields, and `NormalizedContent.proseName`.
  func differences(from other: NormalizedContent) -> Set<Name> {
    var names = Set(fields.keys).union(other.fields.keys).filter { fields[$0] != other.fields[$0] }
    if prose != other.prose { names.insert(Self.proseName) }
    return names
  }

  /// What the prose is called among the fields' names; no field has an empty one.
  static let proseName: Name = ""

  /// Whether each part stands in one of several versions.
  func isPutTogether(from others: [NormalizedContent]) -> Bool {
    let names = others.reduce(Set(fields.keys)) { $0.union($1.fields.keys) }
    return names.allSatisfy { name in others.contains { $0.fields[name] == fields[name] } }
      && others.contains { $0.prose == prose }
  }

  // MARK: References

  private typealias Edit = (range: Range<Int>, name: Name)

  private static func edits(_ record: Record, _ renames: Renames) -> [Edit] {
    let bytes = record.document.bytes
    var edits: [Edit] = []
    func replace(_ old: String, with new: Name, in range: Range<Int>, last: Bool) {
      let found = last ? bytes.lastRange(of: old.utf8, in: range) : bytes.firstRange(of: old.utf8, in: range)
      if let found, !edits.contains(where: { $0.range.overlaps(found) }) { edits.append((found, new)) }
    }
    record.forEachReference { reference, kinds, _ in
      let written = reference.value.text
      let slash = kinds.count > 1 ? written.utf8.firstIndex(of: UInt8(ascii: "/")) : nil
      let id = slash.map { String(written[written.utf8.index(after: $0)...]) } ?? written
      let named = slash.flatMap { Kind(named: String(written[..<$0])) }
      for kind in named.map({ [$0] }) ?? kinds {
        guard let now = renames.current(RecordKey(kind, Name(id))) else { continue }
        replace(id, with: now, in: reference.range, last: true)
        break
      }
    }
    let destinations = LinkDestinations(record.document)
    for reference in record.document.body?.references ?? [] {
      let range = reference.range
      switch reference.target {
      case .mention(let word):
        guard let (id, now) = mentioned(word, renames) else { continue }
        replace(id, with: now, in: range, last: false)
      case .wiki(let folder, let word, let anchor):
        // `[[2026-W47/ana]]`: the slash is the id's own.
        let kind = folder.flatMap(Kind.init(named:))
        let id = kind == nil ? (folder.map { $0 + "/" } ?? "") + word : word
        for kind in kind.map({ [$0] }) ?? Kind.allCases {
          let key = RecordKey(kind, Name(id))
          let now = renames.current(key)
          if let now { replace(id, with: now, in: range, last: false) }
          if let anchor, let new = renames.anchor(key, Name(anchor)),
            let caret = bytes[range].firstIndex(of: UInt8(ascii: "^"))
          {
            replace(anchor, with: new, in: caret..<range.upperBound, last: false)
          }
          if now != nil { break }
        }
      case .file(let path), .picture(let path):
        guard let (id, now) = linked(path, from: record, renames) else { continue }
        for destination in destinations.candidates(ofLinkAt: range.lowerBound) {
          replace(id, with: now, in: destination, last: true)
        }
      }
    }
    return edits
  }

  /// Closing punctuation is not part of a name.
  private static func mentioned(_ word: String, _ renames: Renames) -> (id: String, now: Name)? {
    var id = Substring(word)
    while !id.isEmpty {
      for kind in [Kind.person, .team] {
        if let now = renames.current(RecordKey(kind, Name(String(id)))) { return (String(id), now) }
      }
      guard let last = id.last, last.isPunctuation || last == "-" || last == "_" else { return nil }
      id.removeLast()
    }
    return nil
  }

  /// The renamed record whose file a relative link leads to. Only the folder's name says the kind.
  private static func linked(_ path: String, from record: Record, _ renames: Renames) -> (id: String, now: Name)? {
    guard path.utf8.suffix(3).elementsEqual(".md".utf8) else { return nil }
    let parts = path.split(separator: "/")
    guard let file = parts.last?.dropLast(3) else { return nil }
    let folders = parts.dropLast().filter { $0 != "." && $0 != ".." }
    let kind = folders.lazy.compactMap { Kind(named: String($0)) }.first ?? (folders.isEmpty ? record.kind : nil)
    guard let kind else { return nil }
    // A report's file is called after its person.
    let named = kind == .status ? RecordKey(.person, Name(String(file))) : RecordKey(kind, Name(String(file)))
    return renames.current(named).map { (String(file), $0) }
  }
}

extension [UInt8] {
  fileprivate func firstRange(of part: String.UTF8View, in range: Range<Int>) -> Range<Int>? {
    let count = part.count
    guard count > 0, range.count >= count else { return nil }
    for start in range.lowerBound...(range.upperBound - count) where self[start..<(start + count)].elementsEqual(part) {
      return start..<(start + count)
    }
    return nil
  }

  fileprivate func lastRange(of part: String.UTF8View, in range: Range<Int>) -> Range<Int>? {
    let count = part.count
    guard count > 0, range.count >= count else { return nil }
    for start in (range.lowerBound...(range.upperBound - count)).reversed()
    where self[start..<(start + count)].elementsEqual(part) {
      return start..<(start + count)
    }
    return nil
  }
}
