internal import Documents
package import Text

extension Record {
  /// Every id that a field names, with the kinds it may be of. Fields of the workspace's own name nobody.
  package func forEachReference(_ body: (Located<Name>, [Kind], Name) -> Void) {
    for index in fields.indices {
      guard let declared = fields[index].field, declared.namesRecords, let value = fields[index].value else { continue }
      Self.visit(Located(value, at: fields[index].range), declared.type) { body($0, $1, declared.name) }
    }
  }

  private static func visit(_ value: Located<Value>, _ type: FieldType, _ body: (Located<Name>, [Kind]) -> Void) {
    switch (type, value.value) {
    case (.reference(let kinds), .reference(let name)): body(Located(name, at: value.range), kinds)
    case (.list(let element), .list(let items)):
      for item in items { visit(item, element, body) }
    case (.mapping(let fields), .mapping(let members)), (.lineOrMapping(let fields), .mapping(let members)):
      for member in members {
        if let field = fields.first(where: { $0.name == member.name }) { visit(member.value, field.type, body) }
      }
    default: break
    }
  }

  /// The id without the week of a status report.
  package var ownID: String {
    guard kind == .status, let slash = id.text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return id.text }
    return String(id.text[id.text.utf8.index(after: slash)...])
  }
}

extension Findings {
  /// A name that no record has; what differs from an id only in capitals can be mended.
  mutating func addUnknown(
    _ reference: Located<Name>, _ kinds: [Kind], _ field: Name?, _ record: Record, _ workspace: Workspace
  ) {
    let what = alternatives(kinds.map(\.name))
    let lowered = Name(reference.value.text.lowercased())
    var fix: Diagnostic.Fix?
    if lowered != reference.value, !workspace.kinds(kinds, having: lowered).isEmpty,
      record.document.text(reference.range) == reference.value.text
    {
      fix = .init(
        title: "write it as `\(lowered)`", isSafe: true,
        edits: [.init(range: reference.range, replacement: lowered.text)])
    }
    let message =
      field.map { "`\($0)` names `\(reference.value)`, but there is no such \(what)" }
      ?? "`@\(reference.value)` on this task is neither a person nor a team"
    // `owners: ana, ben` is one text to YAML.
    let written = reference.value.text
    let words = written.split { $0 == "," || $0 == " " || $0 == "@" }
    if words.count > 1 || written.hasPrefix("@") {
      let ids = words.joined(separator: ", ")
      add(
        message, at: reference.range, label: "no \(what) with this id",
        help: words.count > 1 ? "a list is written `[\(ids)]`" : "in a field an id stands without the sign: `\(ids)`",
        field: field)
      return
    }
    add(
      message, at: reference.range, label: "no \(what) with this id",
      help: kinds.contains(.person) && RecordPath.fault(ofID: written) == nil
        ? "write `\(workspace.path(of: "people"))/\(written).md`, or correct the name" : nil,
      field: field, fix: fix, misspelling: workspace.misspelling(of: written, as: kinds))
  }
}

extension Workspace {
  /// A path inside the workspace, relative to the repository's top.
  package func path(of inside: String) -> String { folder.isEmpty ? inside : folder + "/" + inside }

  /// A path of the workspace, relative to its folder.
  package func pathInside(_ path: String) -> String {
    folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
  }

  struct LinkFault {
    var message: String
    var help: String?
    var misspelling: Diagnostic.Misspelling?
  }

  /// Why a wiki link leads nowhere, or nil.
  func fault(ofWikiLink kind: String?, _ id: String, _ anchor: String?, in record: Record) -> LinkFault? {
    switch target(ofWikiLink: kind, id, anchor: anchor != nil, in: record) {
    case .none:
      let whole = (kind.map { $0 + "/" } ?? "") + id
      let kinds = anchor != nil ? Kind.withTasks : kind.flatMap(Kind.init(named:)).map { [$0] } ?? Kind.allCases
      return LinkFault(
        message: "there is no record `\(whole)`", help: "link an existing record, or write this one",
        misspelling: misspelling(of: id, as: kinds))
    case .some(let number):
      guard let anchor else { return nil }
      let target = records[number]
      if !target.isReadable || target.hasTask(Name(anchor)) { return nil }
      return LinkFault(
        message: "`\(target.id)` has no task `^\(anchor)`",
        help: "a task is called by the `^anchor` at the end of its line",
        misspelling: target.misspelling(ofTask: anchor, prefix: "^"))
    }
  }

  /// The record that a wiki link names; of several with a bare id the first, which `ambiguous-reference` tells.
  package func target(ofWikiLink kind: String?, _ id: String, anchor: Bool, in record: Record) -> Int? {
    wikiTarget(kind, id, anchor: anchor, in: record)?.number
  }

  /// How a wiki link names its record.
  enum WikiSpelling {
    /// By its id, with its kind or without.
    case id
    /// By its file, of which this stands behind the id: `.md`.
    case file
    /// By what it is called.
    case title
  }

  /// The record that a wiki link names, and how.
  func wikiTarget(
    _ kind: String?, _ id: String, anchor: Bool, in record: Record
  ) -> (number: Int, spelling: WikiSpelling)? {
    if kind == nil, id.isEmpty { return anchor ? number(record.kind, record.id).map { ($0, .id) } : nil }
    if let number = number(ofWikiID: id, kind, anchor: anchor) { return (number, .id) }
    if id.utf8.count > 3, id.utf8.suffix(3).elementsEqual(".md".utf8),
      let number = number(ofWikiID: String(Substring(id.utf8.dropLast(3))), kind, anchor: anchor)
    {
      return (number, .file)
    }
    return number(ofTitle: Name(kind.map { "\($0)/\(id)" } ?? id)).map { ($0, .title) }
  }

  private func number(ofWikiID id: String, _ kind: String?, anchor: Bool) -> Int? {
    guard let kind else { return number(ofFirst: anchor ? Kind.withTasks : Kind.allCases, having: Name(id)) }
    if let named = Kind(named: kind) {
      if let number = number(named, Name(id)) { return number }
      // Folders between the kind's and the file mean nothing, but are a part of the path.
      guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")),
        let number = number(named, Name(String(id[id.utf8.index(after: slash)...])))
      else { return nil }
      return pathInside(records[number].path) == "\(named.folder)/\(id).md" ? number : nil
    }
    // `[[2026-W47/ana]]`: the slash is the id's own.
    return number(.status, Name(kind + "/" + id))
  }

  struct FileLinkFault {
    /// Nil where nothing is wrong.
    var message: String?
    var help: String?
  }

  /// Why a link to a file leads nowhere.
  func fault(ofLink path: String, in record: Record) -> FileLinkFault {
    guard let target = self.path(of: path, linkedFrom: record.path) else {
      return FileLinkFault(
        message: "the link to `\(path)` leads out of the repository",
        help: "link to a file of this repository, or give its web address")
    }
    if pathExists(target) { return FileLinkFault() }
    return FileLinkFault(message: "there is no file `\(target)`", help: "paths count from the folder of this file")
  }

  /// Where a relative link leads, from the repository's top; nil when it leads out of it.
  package func path(of link: String, linkedFrom path: String) -> String? {
    var parts: [Substring] = link.hasPrefix("/") ? [] : path.split(separator: "/").dropLast()
    for part in link.split(separator: "/", omittingEmptySubsequences: true) {
      if part == "." { continue }
      if part == ".." {
        if parts.isEmpty { return nil }
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// A name that no record of these kinds has.
  func misspelling(of name: String, as kinds: [Kind]) -> Diagnostic.Misspelling {
    // `teams/platfrm`: the kind stays what it is.
    if kinds.count > 1, let slash = name.firstIndex(of: "/") {
      let (prefix, rest) = (String(name[...slash]), String(name[name.index(after: slash)...]))
      let said = Kind(named: String(name[..<slash])).flatMap { kinds.contains($0) ? [$0] : nil }
      return .init(rest, prefix: prefix) { (said ?? kinds).flatMap { ids($0) } }
    }
    return .init(name) { kinds.flatMap { ids($0) } }
  }
}

extension Record {
  /// An anchor that none of its tasks has.
  func misspelling(ofTask anchor: String, prefix: String) -> Diagnostic.Misspelling {
    .init(anchor, prefix: prefix) { [self] in tasks.compactMap { $0.anchor?.value.text } }
  }

  /// A place of the record that belongs to a finding elsewhere.
  func related(_ range: Range<Int>, _ message: String) -> Diagnostic.RelatedLocation {
    .init(document.source, range, message)
  }
}

extension Document {
  /// The first `{{…}}` in a range.
  func firstPlaceholder(in range: Range<Int>) -> Range<Int>? {
    guard range.count >= 4 else { return nil }
    var start: Int?
    for index in range.lowerBound..<(range.upperBound - 1) {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{"), start == nil { start = index }
      if let start, bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
        return start..<(index + 2)
      }
    }
    return nil
  }
}
