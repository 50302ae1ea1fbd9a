internal import Documents
package import Text

/// Gives a record another id, its file's name and every reference to it; or a task another anchor.
///
/// What refers to it is found as the rules find it, in the records, the workspace's templates and its README files. The outcome is
/// read again: where a reference would then lead elsewhere than before, nothing is renamed.
package struct Renaming: Sendable {
  /// A file that changes.
  package struct Change: Sendable {
    package let path: String
    package let newPath: String
    /// What the file is called: a record by its id, another by its path.
    package let name: Name
    package let newName: Name
    package let old: [UInt8]
    package let bytes: [UInt8]
    /// How many references in it were written anew.
    package let references: Int

    package var isMove: Bool { !path.utf8.elementsEqual(newPath.utf8) }
  }

  /// A line that holds the old id where it may or may not be a reference.
  package struct PossibleReference: Sendable {
    package let path: String
    package let line: Int
  }

  /// In the order of the paths, the records' first.
  package private(set) var changes: [Change] = []
  package private(set) var possibleReferences: [PossibleReference] = []
  private let workspace: Workspace
  private let auxiliaryFiles: [AuxiliaryFile]

  // MARK: Records

  /// - Parameters:
  ///   - number: the record, by its place in the workspace.
  ///   - id: one that nothing has yet.
  /// - Throws: `EditRefusal` where a reference cannot be written anew.
  package init(_ number: Int, to id: Name, in workspace: Workspace) throws(EditRefusal) {
    self.workspace = workspace
    auxiliaryFiles = workspace.auxiliaryFiles()
    let old = Name(workspace.records[number].ownID)
    let kind = workspace.records[number].kind
    var moved: [Int: Name] = [number: id]
    if kind == .person {
      for (index, record) in workspace.records.enumerated() where record.kind == .status && Name(record.ownID) == old {
        moved[index] = Name(String(Substring(record.id.text.utf8.dropLast(old.text.utf8.count))) + id.text)
      }
    }
    /// Where a file names what moves. A definition that several links use is one place.
    func edits(_ record: Record, _ path: String) throws(EditRefusal) -> Set<TextEdit> {
      var places: Set<TextEdit> = []
      let found = ReferenceSites(record, workspace)
      // What could be this one or another would be the other.
      if let ambiguity = found.ambiguities.first(where: { $0.kinds.contains(kind) && $0.id == old }) {
        throw .ambiguous(ambiguity, record, path)
      }
      for site in found.sites where moved[site.target] != nil && !site.isByTitle {
        places.insert(try Self.edit(site, old, id, record, path))
      }
      return places
    }
    for (index, record) in workspace.records.enumerated() {
      let places = try edits(record, record.path)
      if places.isEmpty, moved[index] == nil { continue }
      let newPath = moved[index] == nil ? record.path : Self.path(record.path, id)
      changes.append(Change(record, newPath: newPath, newName: moved[index] ?? record.id, places))
    }
    for file in auxiliaryFiles {
      let places = try edits(file.record, file.path)
      if !places.isEmpty { changes.append(Change(file, places)) }
      possibleReferences += file.lines(naming: old, besides: places).map {
        PossibleReference(path: file.path, line: $0)
      }
    }
    try checkReferences()
  }

  private static func path(_ path: String, _ id: Name) -> String {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    return folder + id.text + ".md"
  }

  /// The id's own bytes within a reference, replaced.
  private static func edit(
    _ site: ReferenceSites.Site, _ old: Name, _ new: Name, _ record: Record, _ path: String
  ) throws(EditRefusal) -> TextEdit {
    guard let end = site.end, end >= old.text.utf8.count,
      record.document.bytes[(end - old.text.utf8.count)..<end].elementsEqual(old.text.utf8)
    else {
      throw .unchangeable(old, at: site.place, record, path)
    }
    var replacement = new.text
    // What other YAML readers would take for a number needs quotes.
    if site.isBareInYAML, YAMLText.scalar(replacement, in: .flow) != replacement {
      replacement = YAMLText.scalar(replacement, in: .flow)
    }
    return .init(range: (end - old.text.utf8.count)..<end, replacement: replacement)
  }

  /// Every reference leads where it led before.
  private func checkReferences() throws(EditRefusal) {
    var newPaths: [Name: String] = [:]
    for change in changes { newPaths[Name(change.path)] = change.newPath }
    let after = workspace(saying: changes)
    var places: [Name: Int] = [:]
    for (index, record) in after.records.enumerated() { places[Name(record.path)] = index }
    func check(_ old: Record, _ new: Record, _ path: String) throws(EditRefusal) {
      let (before, now) = (ReferenceSites(old, workspace).sites, ReferenceSites(new, after).sites)
      let led = before.map {
        Name(newPaths[Name(workspace.records[$0.target].path)] ?? workspace.records[$0.target].path)
      }
      let leads = now.map { Name(after.records[$0.target].path) }
      if led == leads { return }
      let first = zip(led, leads).enumerated().first { $1.0 != $1.1 }?.offset ?? min(led.count, leads.count)
      // The lines are the same in both.
      throw leads.count > led.count
        ? .astray(path, at: now[first].place, new) : .astray(path, at: before[first].place, old)
    }
    for record in workspace.records {
      guard let index = places[Name(newPaths[Name(record.path)] ?? record.path)] else { continue }
      try check(record, after.records[index], record.path)
    }
    for file in auxiliaryFiles { try check(file.record, said(by: file).record, file.path) }
  }

  // MARK: Tasks

  /// - Parameters:
  ///   - task: one with an anchor, by its place in the record.
  ///   - number: the record, by its place in the workspace.
  ///   - anchor: one that no task of the record has.
  /// - Throws: `EditRefusal` where a reference cannot be written anew.
  package init(task: Int, of number: Int, to anchor: Name, in workspace: Workspace) throws(EditRefusal) {
    self.workspace = workspace
    auxiliaryFiles = workspace.auxiliaryFiles()
    guard let own = workspace.records[number].tasks[task].anchor else { return }
    let old = TaskReference.Address(record: number, anchor: own.value)
    let new = TaskReference.Address(record: number, anchor: anchor)
    func edits(_ record: Record, _ path: String) throws(EditRefusal) -> Set<TextEdit> {
      var places: Set<TextEdit> = []
      for site in TaskSites(record, workspace).sites {
        // What was a broken link would lead somewhere.
        if site.address == new { throw .astray(path) }
        guard site.address == old else { continue }
        guard record.document.bytes[site.range].elementsEqual(own.value.text.utf8) else {
          throw .unchangeable(own.value, at: site.range.lowerBound, record, path)
        }
        places.insert(.init(range: site.range, replacement: anchor.text))
      }
      return places
    }
    for (index, record) in workspace.records.enumerated() {
      var places = try edits(record, record.path)
      if index == number { places.insert(.init(range: own.range, replacement: anchor.text)) }
      if !places.isEmpty {
        changes.append(Change(record, newPath: record.path, newName: record.id, places, own: index == number ? 1 : 0))
      }
    }
    for file in auxiliaryFiles {
      let places = try edits(file.record, file.path)
      if !places.isEmpty { changes.append(Change(file, places)) }
    }
    try checkTasks(from: old, to: new)
  }

  /// Every reference to a task leads where it led before, and only that task has another name.
  private func checkTasks(from old: TaskReference.Address, to new: TaskReference.Address) throws(EditRefusal) {
    let after = workspace(saying: changes)
    func check(_ before: Record, _ now: Record, _ path: String) throws(EditRefusal) {
      let led = TaskSites(before, workspace).sites.map { $0.address == old ? new : $0.address }
      if led != TaskSites(now, after).sites.map(\.address) { throw .astray(path) }
    }
    guard after.records.count == workspace.records.count else { throw .astray(workspace.records[old.record].path) }
    for (index, record) in workspace.records.enumerated() {
      try check(record, after.records[index], record.path)
      let names = record.tasks.map {
        index == old.record && $0.anchor?.value == old.anchor ? new.anchor : $0.anchor?.value
      }
      if names != after.records[index].tasks.map(\.anchor?.value) { throw .astray(record.path) }
    }
    for file in auxiliaryFiles { try check(file.record, said(by: file).record, file.path) }
  }

  // MARK: What comes of it

  private func workspace(saying changes: [Change]) -> Workspace {
    var files: [String: [UInt8]] = [:]
    for record in workspace.records { files[record.path] = record.document.bytes }
    for change in changes { files[change.path] = nil }
    let others = Set(auxiliaryFiles.map { Name($0.path) })
    for change in changes where !others.contains(Name(change.path)) { files[change.newPath] = change.bytes }
    return Workspace(MemorySource(files), folder: workspace.folder)
  }

  private func said(by file: AuxiliaryFile) -> AuxiliaryFile {
    guard let change = changes.first(where: { $0.path.utf8.elementsEqual(file.path.utf8) }) else {
      return file
    }
    return file.saying(change.bytes, in: workspace)
  }
}

extension Renaming.Change {
  /// - Parameter own: how many of the places are no references.
  fileprivate init(_ record: Record, newPath: String, newName: Name, _ places: Set<TextEdit>, own: Int = 0) {
    self.init(
      path: record.path, newPath: newPath, name: record.id, newName: newName, old: record.document.bytes,
      bytes: record.document.source.applying(Array(places)), references: places.count - own)
  }

  fileprivate init(_ file: AuxiliaryFile, _ places: Set<TextEdit>) {
    let document = file.record.document
    self.init(
      path: file.path, newPath: file.path, name: Name(file.path), newName: Name(file.path),
      old: document.bytes,
      bytes: document.source.applying(Array(places)), references: places.count)
  }
}

extension EditRefusal {
  fileprivate static func unchangeable(_ name: Name, at place: Int, _ record: Record, _ path: String) -> EditRefusal {
    EditRefusal(
      message:
        "`\(path)`, line \(record.document.source.line(at: place)), names `\(name)` in a way that cannot be changed safely",
      help: "write the id there as it is, then rename")
  }

  fileprivate static func ambiguous(_ ambiguity: ReferenceSites.Ambiguity, _ record: Record, _ path: String)
    -> EditRefusal
  {
    let words = ambiguity.kinds.map {
      ambiguity.isWikiLink ? "`[[\($0.folder)/\(ambiguity.id)]]`" : "`\($0.folder)/\(ambiguity.id)`"
    }
    return EditRefusal(
      message:
        "`\(path)`, line \(record.document.source.line(at: ambiguity.place)), says `\(ambiguity.id)`, which is \(alternatives(ambiguity.kinds.map(\.declaration.article), last: "and"))",
      help: "write \(alternatives(words)) there, then rename")
  }

  fileprivate static func astray(_ path: String, at place: Int, _ record: Record) -> EditRefusal {
    EditRefusal(
      message:
        "`\(path)`, line \(record.document.source.line(at: place)): a reference would no longer lead where it does, or not to one record alone",
      help: "take another id, or write this reference in another way first")
  }

  fileprivate static func astray(_ path: String) -> EditRefusal {
    EditRefusal(
      message: "a reference in `\(path)` would no longer lead where it does, or not to one record alone",
      help: "take another id")
  }
}
