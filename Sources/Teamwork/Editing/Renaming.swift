internal import Documents
package import Text

/// Gives a record another id: its file another name, and every reference to it the new id.
///
/// What refers to it is found as the rules find it. The outcome is read again: where a reference would then lead elsewhere than
/// before, nothing is renamed.
package struct Renaming: Sendable {
  /// A file that changes.
  package struct Change: Sendable {
    package let record: Record
    package let newPath: String
    package let newID: Name
    package let bytes: [UInt8]
    /// How many references in it were written anew.
    package let references: Int

    package var isMove: Bool { !record.path.utf8.elementsEqual(newPath.utf8) }
  }

  /// In the order of the paths.
  package let changes: [Change]

  /// - Parameters:
  ///   - number: the record, by its place in the workspace.
  ///   - id: one that nothing has yet.
  /// - Throws: `EditRefusal` where a reference cannot be written anew.
  package init(_ number: Int, to id: Name, in workspace: Workspace) throws(EditRefusal) {
    let old = Name(workspace.records[number].ownID)
    var moved: [Int: Name] = [number: id]
    if workspace.records[number].kind == .person {
      for (index, record) in workspace.records.enumerated() where record.kind == .status && Name(record.ownID) == old {
        moved[index] = Name(String(Substring(record.id.text.utf8.dropLast(old.text.utf8.count))) + id.text)
      }
    }
    var changes: [Change] = []
    for (index, record) in workspace.records.enumerated() {
      // A definition that several links use is one place.
      var places: Set<Finding.Fix.Splice> = []
      for site in ReferenceSites(record, workspace).sites where moved[site.target] != nil {
        places.insert(try Self.splice(site, old, id, record))
      }
      if places.isEmpty, moved[index] == nil { continue }
      let newPath = moved[index] == nil ? record.path : Self.path(record.path, id)
      changes.append(
        Change(record: record, newPath: newPath, newID: moved[index] ?? record.id, bytes: record.document.applying(Array(places)), references: places.count))
    }
    self.changes = changes
    try check(workspace)
  }

  private static func path(_ path: String, _ id: Name) -> String {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    return folder + id.text + ".md"
  }

  /// The id's own bytes within a reference, replaced.
  private static func splice(_ site: ReferenceSites.Site, _ old: Name, _ new: Name, _ record: Record) throws(EditRefusal) -> Finding.Fix.Splice {
    guard let end = site.end, end >= old.text.utf8.count, record.document.bytes[(end - old.text.utf8.count)..<end].elementsEqual(old.text.utf8) else {
      let line = record.document.bytes[..<site.place].count { $0 == 0x0A } + 1
      throw EditRefusal(
        message: "`\(record.path)`, line \(line), names `\(old)` in a way that cannot be changed safely", help: "write the id there as it is, then rename")
    }
    var replacement = new.text
    // What other YAML readers would take for a number needs quotes.
    if site.isBareInYAML, YAMLText.scalar(replacement, in: .flow) != replacement { replacement = YAMLText.scalar(replacement, in: .flow) }
    return .init(range: (end - old.text.utf8.count)..<end, replacement: replacement)
  }

  /// Every reference leads where it led before.
  private func check(_ workspace: Workspace) throws(EditRefusal) {
    var files: [String: [UInt8]] = [:]
    var newPaths: [Name: String] = [:]
    for record in workspace.records { files[record.path] = record.document.bytes }
    for change in changes { files[change.record.path] = nil }
    for change in changes {
      files[change.newPath] = change.bytes
      newPaths[Name(change.record.path)] = change.newPath
    }
    let after = Workspace(MemorySource(files), folder: workspace.folder)
    var places: [Name: Int] = [:]
    for (index, record) in after.records.enumerated() { places[Name(record.path)] = index }
    for record in workspace.records {
      guard let index = places[Name(newPaths[Name(record.path)] ?? record.path)] else { continue }
      let led = ReferenceSites(record, workspace).sites.map { site in
        Name(newPaths[Name(workspace.records[site.target].path)] ?? workspace.records[site.target].path)
      }
      let leads = ReferenceSites(after.records[index], after).sites.map { Name(after.records[$0.target].path) }
      if led != leads {
        throw EditRefusal(message: "a reference in `\(record.path)` would no longer lead where it does, or not to one record alone", help: "take another id")
      }
    }
  }
}
