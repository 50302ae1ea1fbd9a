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
    /// Whether it names the record by its title, which another id leaves as it is.
    var isByTitle = false
  }

  /// A bare id that several kinds have, and so names nothing.
  struct Ambiguity {
    let id: Name
    let place: Int
    let kinds: [Kind]
    let isWikiLink: Bool
  }

  private(set) var sites: [Site] = []
  private(set) var ambiguities: [Ambiguity] = []
  private let record: Record
  private let workspace: Workspace
  private lazy var destinations = LinkDestinations(record.document)
  private var bytes: [UInt8] { record.document.bytes }

  init(_ record: Record, _ workspace: Workspace) {
    self.record = record
    self.workspace = workspace
    record.forEachReference { reference, kinds, _ in addField(reference, kinds) }
    for field in record.fields {
      if case .list(.referenceOrLine(let kinds))? = field.field?.type {
        for item in record.everyName(field.name) { addField(item, kinds) }
      }
    }
    for task in record.tasks {
      if let role = task.role, let number = workspace.number(.role, role.value) {
        sites.append(Site(target: number, place: role.range.lowerBound, end: role.range.upperBound))
      }
      for need in task.needs {
        guard let name = need.value.record, let number = resolve(name, Kind.withTasks, at: need.range.lowerBound)
        else { continue }
        sites.append(
          Site(target: number, place: need.range.lowerBound, end: bytes[need.range].firstIndex(of: UInt8(ascii: "^"))))
      }
    }
    for reference in record.document.body?.references ?? [] { add(reference) }
  }

  private mutating func resolve(_ name: Name, _ kinds: [Kind], at place: Int) -> Int? {
    switch workspace.resolve(name, as: kinds) {
    case .record(let number): return number
    case .unknown: return nil
    case .ambiguous(let kinds):
      ambiguities.append(Ambiguity(id: name, place: place, kinds: kinds, isWikiLink: false))
      return nil
    }
  }

  private mutating func addField(_ reference: Located<Name>, _ kinds: [Kind]) {
    guard let number = resolve(reference.value, kinds, at: reference.range.lowerBound) else { return }
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
      guard !id.isEmpty,
        let (number, spelling) = workspace.wikiTarget(kind, id, anchor: anchor != nil, in: record)
      else { return }
      if spelling == .title {
        sites.append(Site(target: number, place: start, end: nil, isByTitle: true))
        return
      }
      // What several records could be is none of them.
      let bare = spelling == .file ? String(Substring(id.utf8.dropLast(3))) : id
      let kinds =
        kind == nil ? workspace.kinds(anchor == nil ? Kind.allCases : Kind.withTasks, having: Name(bare)) : []
      if kinds.count > 1 {
        ambiguities.append(Ambiguity(id: Name(bare), place: start, kinds: kinds, isWikiLink: true))
        return
      }
      let stop =
        bytes[reference.range].firstIndex { "^|#".utf8.contains($0) } ?? reference.range
        .upperBound - 2
      var end = min(stop, reference.range.upperBound - 2)
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
      sites.append(Site(target: number, place: start, end: spelling == .file ? end - 3 : end))
    case .file(let path), .picture(let path):
      guard let target = workspace.path(of: path, linkedFrom: record.path),
        let number = workspace.records.firstIndex(where: { $0.path.utf8.elementsEqual(target.utf8) })
      else { return }
      sites.append(site(number, ofLink: reference))
    }
  }

  /// The place of a link to a record's file: at its beginning, or where its definition stands that cannot be written anew.
  private mutating func site(_ target: Int, ofLink reference: Reference) -> Site {
    let name = Array((workspace.records[target].path.utf8.split(separator: UInt8(ascii: "/")).last ?? "".utf8[...]))
    let found = destinations.candidates(ofLinkAt: reference.range.lowerBound)
    for destination in found {
      let path = bytes[destination].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
      guard path.suffix(name.count).elementsEqual(name),
        path.count == name.count || path[path.endIndex - name.count - 1] == UInt8(ascii: "/")
      else { continue }
      return Site(target: target, place: reference.range.lowerBound, end: path.endIndex - 3)
    }
    return Site(target: target, place: found.last?.lowerBound ?? reference.range.lowerBound, end: nil)
  }
}
