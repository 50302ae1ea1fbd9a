internal import Documents
package import Text

/// All records of a tree, read and linked: what rules, lists and reports work on.
package struct Workspace: Sendable {
  /// The folder, relative to the repository's top: `.teamwork`.
  package let folder: String
  package let charter: Charter
  /// Whether there is a `teamwork.md`.
  package let hasCharter: Bool
  /// In the order of their paths.
  package private(set) var records: [Record]
  /// Files and folders that are nobody's, relative to the repository's top.
  package let strays: [Stray]
  /// The paths of all files under the folder.
  let paths: Set<String>
  let source: any FileSource

  private var index: [[Name: Int]]
  /// What several rules ask, and is dear to find out.
  let taskMemo = Memo<WorkComparison>()
  let responsibilityMemo = Memo<WorkComparison>()

  package struct Stray: Sendable {
    package let path: String
    /// What is wrong with it beyond being nobody's.
    package let fault: Record.Unreadable?
  }

  /// Reads everything a source has.
  package init(_ source: any FileSource, folder: String) {
    self.folder = folder
    self.source = source
    let files = source.files
    let prefix = folder.isEmpty ? "" : folder + "/"
    let charterRecord = Self.readCharter(source, files, path: prefix + "teamwork.md")
    let charter = charterRecord.map { Charter($0) } ?? Charter()
    self.charter = charter
    hasCharter = charterRecord != nil

    var planned: [(file: Int, kind: Kind, id: Name, week: Week?)] = []
    var strays: [Stray] = []
    let summaries = Self.summariesInside(charter, folder: folder)
    for (number, file) in files.enumerated() {
      guard file.path.utf8.starts(with: prefix.utf8) else {
        // The workspace's folder itself is a link or a file.
        if file.fault != nil { strays.append(Stray(path: file.path, fault: file.fault)) }
        continue
      }
      let path = String(Substring(file.path.utf8.dropFirst(prefix.utf8.count)))
      switch RecordPath(path, summaries: summaries) {
      case .ignored: break
      case .stray(let part):
        let whole = prefix + part
        if strays.last?.path != whole { strays.append(Stray(path: whole, fault: file.fault)) }
      case .record(let kind, let id, let week): planned.append((number, kind, id, week))
      }
    }
    self.strays = strays
    paths = Set(files.map(\.path))

    let plan = planned
    var records = parallelMap(plan.count) { number in
      let (file, kind, id, week) = plan[number]
      if kind == .charter, let charterRecord { return charterRecord }
      return Self.read(source, file, files[file], kind, id, week, charter)
    }
    index = Self.index(records)
    let people = index[Int(Kind.person.rawValue)]
    let teams = index[Int(Kind.team.rawValue)]
    let linked = records
    let tasks = parallelMap(records.count) { number in
      Self.link(linked[number], people: people, teams: teams)
    }
    for (number, tasks) in tasks.enumerated() where !tasks.isEmpty { records[number].tasks = tasks }
    self.records = records
  }

  // MARK: Reading

  private static func readCharter(_ source: any FileSource, _ files: [FileEntry], path: String) -> Record? {
    guard let number = files.firstIndex(where: { $0.path == path }) else { return nil }
    // Its own `limits` count for it too, so it is read twice where it has some.
    let first = read(source, number, files[number], .charter, "teamwork", nil, Charter())
    let charter = Charter(first)
    return charter.limits == Limits() && charter.extraFields.isEmpty
      ? first : read(source, number, files[number], .charter, "teamwork", nil, charter)
  }

  private static func read(
    _ source: any FileSource, _ number: Int, _ file: FileEntry, _ kind: Kind, _ id: Name, _ week: Week?, _ charter: Charter
  ) -> Record {
    func unread(_ why: Record.Unreadable) -> Record {
      Record(kind: kind, id: id, week: week, path: file.path, document: Document([]), unreadable: why)
    }
    if let fault = file.fault { return unread(fault) }
    switch source.content(of: number, limit: charter.limits.fileSize) {
    case .bytes(let bytes):
      return Record(
        kind: kind, id: id, week: week, path: file.path, document: Document(bytes, limits: charter.limits),
        extraFields: charter.extraFields[kind] ?? [])
    case .tooLarge(let size):
      let fault = Document.tooLarge(size, charter.limits)
      return unread(.init(fault.message, help: fault.help))
    case .unreadable(let why):
      return unread(why)
    }
  }

  private static func index(_ records: [Record]) -> [[Name: Int]] {
    var index = [[Name: Int]](repeating: [:], count: Kind.allCases.count)
    for (number, record) in records.enumerated() {
      let kind = Int(record.kind.rawValue)
      if index[kind][record.id] == nil { index[kind][record.id] = number }
    }
    return index
  }

  /// Tasks with their owners and texts, which depend on who is a person and who a team.
  private static func link(_ record: Record, people: [Name: Int], teams: [Name: Int]) -> [Task] {
    var tasks = record.tasks
    for number in tasks.indices {
      var owners: [Name] = []
      for mention in tasks[number].mentions {
        guard let (kind, id) = Self.mentioned(mention.value.text, people: people, teams: teams), kind == .person else { continue }
        if !owners.contains(id) { owners.append(id) }
      }
      tasks[number].hasOwnOwners = !owners.isEmpty
      if owners.isEmpty, let parent = tasks[number].parent { owners = tasks[parent].owners }
      tasks[number].owners = owners
      tasks[number].text = tasks[number].remainingText(of: record.document) {
        Self.mentioned($0.text, people: people, teams: teams)?.kind == .team
      }
      if tasks[number].isOpen { tasks[number].work = WorkText(tasks[number].text) }
    }
    return tasks
  }

  /// The summaries' folder relative to the workspace, when it lies inside.
  private static func summariesInside(_ charter: Charter, folder: String) -> String? {
    guard let summaries = charter.summaries else { return "summaries" }
    let path = String(summaries.hasSuffix("/") ? summaries.dropLast() : Substring(summaries))
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : "summaries"
  }

  /// How many records there are; the charter, which there is one of, is not counted.
  package var recordCount: Int { records.count - (hasCharter ? 1 : 0) }

  /// Whether there is nothing under the folder.
  package var isEmpty: Bool { paths.isEmpty }

  // MARK: Looking up

  /// The number of the record of a kind with an id.
  package func number(_ kind: Kind, _ id: Name) -> Int? { index[Int(kind.rawValue)][id] }

  package func record(_ kind: Kind, _ id: Name) -> Record? { number(kind, id).map { records[$0] } }

  package func ids(_ kind: Kind) -> [String] {
    index[Int(kind.rawValue)].keys.map(\.text).sorted { Name($0) < Name($1) }
  }

  package func records(of kind: Kind) -> [Record] { records.filter { $0.kind == kind } }

  /// The kinds that have a record of an id, of those given.
  package func kinds(_ kinds: [Kind], having id: Name) -> [Kind] { kinds.filter { number($0, id) != nil } }

  /// What a reference names: a bare id, or `kind/id` where several kinds are allowed.
  package func resolve(_ reference: Name, as kinds: [Kind]) -> Resolution {
    if kinds.count > 1, let slash = reference.text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let prefix = String(reference.text[..<slash])
      let id = Name(String(reference.text[reference.text.utf8.index(after: slash)...]))
      guard let kind = Kind(named: prefix), kinds.contains(kind), let number = number(kind, id) else { return .unknown }
      return .record(number)
    }
    let found = self.kinds(kinds, having: reference)
    switch found.count {
    case 0: return .unknown
    case 1: return .record(number(found[0], reference) ?? 0)
    default: return .ambiguous(found)
    }
  }

  package enum Resolution: Sendable {
    case record(Int)
    case unknown
    case ambiguous([Kind])
  }

  /// Whom a mention names; the name may carry closing punctuation.
  package func mentioned(_ name: String) -> (kind: Kind, id: Name)? {
    Self.mentioned(name, people: index[Int(Kind.person.rawValue)], teams: index[Int(Kind.team.rawValue)])
  }

  private static func mentioned(_ name: String, people: [Name: Int], teams: [Name: Int]) -> (kind: Kind, id: Name)? {
    var text = Substring(name)
    while !text.isEmpty {
      let id = Name(String(text))
      if people[id] != nil { return (.person, id) }
      if teams[id] != nil { return (.team, id) }
      guard let last = text.utf8.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "_") || last == UInt8(ascii: ".") else { return nil }
      text = text.dropLast()
    }
    return nil
  }

  /// Whether a path, relative to the repository's top, leads to a file or folder.
  package func pathExists(_ path: String) -> Bool { paths.contains(path) || source.exists(path) }
}
