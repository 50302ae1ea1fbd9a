internal import Documents
package import Text

/// Reads versions of records that history holds, each by itself.
///
/// What a mention in a task names depends on who there is. In history that is everybody who ever was on file, so that a
/// version reads the same whatever came before and after it.
package struct VersionReader: Sendable {
  package let charter: Charter
  package let people: Set<Name>
  package let teams: Set<Name>
  package let names: MentionNames
  private let index: RecordIndex
  /// The kinds whose bodies are left unread.
  private let skippedBodies: Set<Kind>
  private let eventsOnly: Bool
  private let known: KnownRecords?
  private let isKnownLinked: Bool

  /// - Parameters:
  ///   - names: what people are called in every version.
  ///   - skipped: the kinds whose bodies are left unread.
  ///   - eventsOnly: leaves out what no event tells: the values of fields as their types mean them, but for people's.
  ///   - known: what need not be read again; it has the bodies that are left unread, too.
  package init(
    charter: Charter, people: Set<Name>, teams: Set<Name>, names: MentionNames = MentionNames(),
    skippingBodiesOf skipped: Set<Kind> = [],
    eventsOnly: Bool = false, known: KnownRecords? = nil
  ) {
    self.eventsOnly = eventsOnly
    self.known = known.flatMap { $0.fits(charter) ? $0 : nil }
    isKnownLinked = known?.isLinked(people: people, teams: teams, names) == true
    self.charter = charter
    self.people = people
    self.teams = teams
    self.names = names
    skippedBodies = skipped
    index = RecordIndex(
      kinds: [Kind](repeating: .person, count: people.count) + [Kind](repeating: .team, count: teams.count),
      ids: people.sorted() + teams.sorted(), names: names)
  }

  /// A version that was read before; nil where it was not.
  ///
  /// - Parameter name: what files of its content share.
  package func known(_ path: String, _ name: @autoclosure () -> String) -> Record? {
    guard let record = known?.record(path, name()) else { return nil }
    return isKnownLinked || record.tasks.isEmpty
      ? record : Record(record, linked: Workspace.link(record.tasks, of: record.document, index))
  }

  /// - Parameter place: what the path says, a record.
  package func record(_ place: (kind: Kind, id: Name, week: Week?), path: String, _ content: FileContent) -> Record {
    let (kind, id, week) = place
    func unread(_ why: Record.Unreadable) -> Record {
      Record(kind: kind, id: id, week: week, document: Document([], path: path), unreadable: why)
    }
    switch content {
    case .bytes(let bytes):
      let document = Document(bytes, path: path, limits: charter.limits, skipsBody: skippedBodies.contains(kind))
      return Record(
        kind: kind, id: id, week: week, document: document, extraFields: charter.extraFields[kind] ?? [],
        readsFields: !eventsOnly || kind == .person
      ) { Workspace.link($0, of: document, index, comparable: false) }
    case .tooLarge(let size):
      let fault = Document.tooLarge(size, charter.limits)
      return unread(.init(fault.message, help: fault.help))
    case .unreadable(let why): return unread(why)
    }
  }
}
