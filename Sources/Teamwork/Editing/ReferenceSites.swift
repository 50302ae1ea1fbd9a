internal import Documents
internal import Text

/// Every place in a record that names a record, in an order that depends on nothing but the file.
struct ReferenceSites {
  struct Site {
    /// The record that is named, by its place in the workspace.
    let target: Int
    /// Where the reference begins.
    let place: Int
    /// Where the id ends in the file; nil where it does not stand there as it is.
    let end: Int?
    /// Whether it is a value of the front matter without quotes, and nothing but the id.
    var isBareInYAML = false
  }

  private(set) var sites: [Site] = []
  private let record: Record
  private let workspace: Workspace
  private var document: Document { record.document }
  private var bytes: [UInt8] { record.document.bytes }

  init(_ record: Record, _ workspace: Workspace) {
    self.record = record
    self.workspace = workspace
    record.forEachReference { reference, kinds, _ in addField(reference, kinds) }
    for field in record.fields {
      if case .list(.referenceOrLine(let kinds))? = field.field?.type {
        for item in record.names(field.name) { addField(item, kinds) }
      }
    }
    for task in record.tasks {
      if let role = task.role, let number = workspace.number(.role, role.value) {
        sites.append(Site(target: number, place: role.range.lowerBound, end: role.range.upperBound))
      }
      for need in task.needs {
        guard let name = need.value.record, case .record(let number) = workspace.resolve(name, as: [.goal, .meeting]) else { continue }
        sites.append(Site(target: number, place: need.range.lowerBound, end: bytes[need.range].firstIndex(of: UInt8(ascii: "^"))))
      }
    }
    for reference in record.document.body?.references ?? [] { add(reference) }
  }

  private mutating func addField(_ reference: Located<Name>, _ kinds: [Kind]) {
    guard case .record(let number) = workspace.resolve(reference.value, as: kinds) else { return }
    let raw = bytes[reference.range]
    let text = reference.value.text.utf8
    var site = Site(target: number, place: reference.range.lowerBound, end: nil)
    if raw.elementsEqual(text) {
      let isBare = workspace.records[number].id == reference.value
      site = Site(target: number, place: site.place, end: reference.range.upperBound, isBareInYAML: isBare)
    } else if raw.count == text.count + 2, raw.dropFirst().dropLast().elementsEqual(text) {
      site = Site(target: number, place: site.place, end: reference.range.upperBound - 1)
    }
    sites.append(site)
  }

  private mutating func add(_ reference: Reference) {
    let start = reference.range.lowerBound
    switch reference.target {
    case .mention(let name):
      guard let (kind, id) = workspace.mentioned(name), let number = workspace.number(kind, id) else { return }
      // Closing punctuation is not part of it.
      sites.append(Site(target: number, place: start, end: start + 1 + id.text.utf8.count))
    case .wiki(let kind, let id, let anchor):
      // `[[^anchor]]` names its own record without saying so.
      guard !id.isEmpty, let number = workspace.target(ofWikiLink: kind, id, anchor: anchor != nil, in: record) else { return }
      // What several records could be is none of them.
      if kind == nil, workspace.kinds(anchor == nil ? Kind.allCases : [.goal, .meeting], having: Name(id)).count > 1 { return }
      let stop = bytes[reference.range].firstIndex { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "|") } ?? reference.range.upperBound - 2
      var end = min(stop, reference.range.upperBound - 2)
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
      sites.append(Site(target: number, place: start, end: end))
    case .file(let path):
      guard let target = workspace.path(of: path, linkedFrom: record.path),
        let number = workspace.records.firstIndex(where: { $0.path.utf8.elementsEqual(target.utf8) })
      else { return }
      sites.append(Site(target: number, place: start, end: end(ofFile: target, linkedIn: reference.range)))
    case .picture: break
    }
  }

  /// Where the name of a linked file ends, without `.md`: in the link, else in the definition that it refers to.
  private func end(ofFile path: String, linkedIn range: Range<Int>) -> Int? {
    let name = Array((path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]).utf8)
    let opening: [UInt8] = Array("](".utf8)
    if let destination = last(opening, in: range) {
      return last(name, in: destination..<range.upperBound).map { $0 + name.count - 3 }
    }
    guard let body = document.body else { return nil }
    var line = body.range.lowerBound
    var found: [Int] = []
    while line < body.range.upperBound {
      let next = document.nextLine(line)
      let start = line + document.indent(ofLineAt: line)
      if start < next, start - line < 4, bytes[start] == UInt8(ascii: "["), let close = last(Array("]:".utf8), in: start..<next),
        let place = last(name, in: close..<next), !isNamePart(bytes[place - 1])
      {
        found.append(place + name.count - 3)
      }
      line = next
    }
    // Of several it is not known which one the link means.
    return found.count == 1 ? found[0] : nil
  }

  private func isNamePart(_ byte: UInt8) -> Bool { byte != UInt8(ascii: "/") && byte != 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ":") }

  private func last(_ word: [UInt8], in range: Range<Int>) -> Int? {
    guard range.count >= word.count else { return nil }
    return (range.lowerBound...(range.upperBound - word.count)).last { bytes[$0..<($0 + word.count)].elementsEqual(word) }
  }
}
