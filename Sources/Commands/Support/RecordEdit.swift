internal import Documents
internal import Storage
internal import Teamwork
internal import Text

/// Records as they are, and as they are about to be.
struct RecordEdit {
  let record: Record
  var bytes: [UInt8]
}

extension Session {
  /// Writes the records that changed, all or none, and tells what changed in the words of `tw log`, a line for each.
  func write(_ edits: [RecordEdit], in workspace: Workspace) throws -> Outcome {
    guard let text = try written(edits, in: workspace) else {
      note("Nothing changed.")
      return Outcome()
    }
    return answer(text)
  }

  /// The same, for more to be said beside it; nil where nothing changed.
  func written(_ edits: [RecordEdit], in workspace: Workspace) throws -> StyledText? {
    let changed = edits.filter { $0.bytes != $0.record.document.bytes }
    if changed.isEmpty { return nil }
    let reader = VersionReader(
      charter: workspace.charter, people: Set(workspace.ids(.person).map { Name($0) }),
      teams: Set(workspace.ids(.team).map { Name($0) }), names: workspace.mentionNames)
    let words = EventWords(year: try today(in: workspace).civil.year)
    var text = StyledText()
    for edit in changed {
      let old = edit.record
      let new = reader.record((old.kind, old.id, old.week), path: old.path, .bytes(edit.bytes))
      text.append(visible(old.id.text), .strong)
      text.append(": ")
      Phrase(joining: words.phrases(EventBuilder.events(from: old, to: new))).write(
        to: &text, from: 0, indent: 0, width: .max)
    }
    try apply(changed.map { FileEdit(path: $0.record.path, old: $0.record.document.bytes, new: $0.bytes) })
    tellWhatIsAmiss(since: workspace)
    return text
  }

  /// What the rules say of the workspace now, and did not before. It stands in no one's way: the next edit may mend it.
  private func tellWhatIsAmiss(since before: Workspace) {
    let now: Workspace
    do {
      now = try workspace(sharing: before)
    } catch {
      // What was asked for is done all the same.
      return warn("it is written, but what `tw validate` says of it is not known: \(Failure(error).message)")
    }
    var comparison = NewFindings(from: before, to: now)
    let findings = comparison.among(Validation(now).findings, before: Validation(before).findings)
    if findings.isEmpty { return }
    for finding in findings.prefix(Self.mostFindings) {
      remarks.append(
        "\(finding.severity.rawValue)[\(finding.code.name)]", finding.severity == .error ? .error : .warning)
      remarks.line(": \(finding.message)")
    }
    let more = findings.count - Self.mostFindings
    remarks.line(more > 0 ? "… and \(more) more: `tw validate` tells them, and where." : "`tw validate` tells where.")
  }

  private static let mostFindings = 3
}

extension Record {
  /// - Throws: `Failure` where the file cannot be read, and so cannot be edited.
  func requireReadable() throws {
    if let unreadable { throw Failure("`\(path)`: \(unreadable.message)", help: unreadable.help) }
    if !isReadable {
      throw Failure("the front matter of `\(path)` cannot be read", help: "`tw validate` says why; mend it first")
    }
  }
}

extension Failure {
  init(_ refusal: EditRefusal, in record: Record) {
    self.init("`\(record.path)`: \(refusal.message)", help: refusal.help)
  }
}
