internal import Dispatch
package import Documents
internal import Similarity
package import Text

/// All records of a tree, read and linked: what rules, lists and reports work on.
package struct Workspace: Sendable {
  /// The folder, relative to the repository's top: `.teamwork`.
  package let folder: String
  package let charter: Charter
  /// Whether there is a `teamwork.md`.
  package let hasCharter: Bool
  /// In the order of their paths.
  package let records: [Record]
  /// Files and folders that are nobody's, relative to the repository's top.
  package let strays: [Stray]
  let source: any FileSource

  private let index: RecordIndex
  /// What several rules ask, and is dear to find out.
  let taskMemo = Memo<WorkComparison>()
  let responsibilityMemo = Memo<WorkComparison>()
  let needsMemo = Memo<TaskNeeds>()
  let membershipMemo = Memo<Membership>()
  let reportsMemo = Memo<WrittenReports>()
  private let titleMemo = Memo<[Name: Int]>()

  package struct Stray: Sendable {
    package let path: String
    /// What is wrong with it beyond being nobody's.
    package let fault: Record.Unreadable?
    /// The path of which it is another spelling, where capitals do not count: there it would be read, here it is not.
    package var twin: String?
  }

  /// Begins with what every workspace needs, while its files are still being listed.
  package static func prepare() {
    DispatchQueue.global(qos: .userInitiated).async { WorkText.prepare() }
  }

  /// Reads everything a source has.
  ///
  /// - Parameter other: another version of the workspace; what is the same there is not read again.
  package init(_ source: any FileSource, folder: String, sharing other: Workspace? = nil) {
    self.init(source, folder: folder, known: other.map { KnownRecords($0) })
  }

  /// The same, judged by limits that are no wider than some others; itself where its own are not.
  package func within(_ limits: Limits) -> Workspace {
    charter.limits == charter.limits.within(limits)
      ? self : Workspace(source, folder: folder, known: nil, within: limits)
  }

  /// - Parameters:
  ///   - known: what need not be read again.
  ///   - most: limits that the charter's do not pass.
  package init(_ source: any FileSource, folder: String, known: KnownRecords?, within most: Limits = .ceiling) {
    self.folder = folder
    self.source = source
    let files = source.files
    let prefix = folder.isEmpty ? "" : folder + "/"
    let charterRecord = Self.readCharter(source, files, path: prefix + "teamwork.md", within: most)
    let charter = (charterRecord.map { Charter($0) } ?? Charter()).within(most)
    self.charter = charter
    hasCharter = charterRecord != nil

    var planned: [(file: Int, kind: Kind, id: Name, week: Week?)] = []
    var strays: [Stray] = []
    let summaries = charter.summariesFolder(in: folder)
    let places = parallelMap(files.count) { number -> RecordPath? in
      let path = files[number].path.utf8
      guard path.starts(with: prefix.utf8) else { return nil }
      return RecordPath(String(Substring(path.dropFirst(prefix.utf8.count))), summaries: summaries)
    }
    for rival in source.rivals {
      strays.append(Stray(path: rival.path, fault: rival.fault, twin: rival.fault == nil ? folder : nil))
    }
    for (number, file) in files.enumerated() {
      if file.isDamaged {
        strays.append(Stray(path: file.path, fault: file.fault))
        continue
      }
      switch places[number] {
      case nil:
        // The workspace's folder itself is a link or a file.
        if file.fault != nil { strays.append(Stray(path: file.path, fault: file.fault)) }
      case .ignored: break
      case .stray(let part):
        let whole = prefix + part
        // What is wrong with a file of a folder that is nobody's is not the folder's fault.
        if strays.last?.path != whole {
          let twin = RecordPath.twin(of: part).map { prefix + $0 }
          strays.append(Stray(path: whole, fault: file.path == whole ? file.fault : nil, twin: twin))
        }
      case .record(let kind, let id, let week): planned.append((number, kind, id, week))
      }
    }
    self.strays = strays

    let plan = planned
    let known = known.flatMap { $0.fits(charter) ? $0 : nil }
    let read = parallelMap(plan.count) { number in
      let (file, kind, id, week) = plan[number]
      if kind == .charter, let charterRecord { return charterRecord }
      if let known, let name = source.contentName(of: file), files[file].fault == nil,
        let record = known.record(files[file].path, name)
      {
        return record
      }
      return Self.read(source, file, files[file], kind, id, week, charter)
    }
    let index = RecordIndex(read)
    self.index = index
    let isLinkedAlike = known.map { $0.isLinked(like: read) } == true
    records = parallelMap(read.count) { number in
      let record = read[number]
      // A shared record has the texts of its tasks already.
      if isLinkedAlike, record.tasks.allSatisfy({ !$0.text.isEmpty }) { return record }
      return record.tasks.isEmpty ? record : Record(record, linked: Self.link(record.tasks, of: record.document, index))
    }
  }

  // MARK: Reading

  private static func readCharter(
    _ source: any FileSource, _ files: [FileEntry], path: String, within most: Limits
  ) -> Record? {
    guard let number = files.firstIndex(where: { $0.path == path }) else { return nil }
    // Its own `limits` count for it too, so it is read twice where it has some.
    let first = read(source, number, files[number], .charter, "teamwork", nil, Charter())
    let charter = Charter(first).within(most)
    return charter.limits == Limits() && charter.extraFields.isEmpty
      ? first : read(source, number, files[number], .charter, "teamwork", nil, charter)
  }

  private static func read(
    _ source: any FileSource, _ number: Int, _ file: FileEntry, _ kind: Kind, _ id: Name, _ week: Week?,
    _ charter: Charter
  ) -> Record {
    func unread(_ why: Record.Unreadable) -> Record {
      Record(kind: kind, id: id, week: week, document: Document([], path: file.path), unreadable: why)
    }
    if let fault = file.fault { return unread(fault) }
    switch source.content(of: number, limit: charter.limits.fileSize) {
    case .bytes(let bytes):
      return Record(
        kind: kind, id: id, week: week, document: Document(bytes, path: file.path, limits: charter.limits),
        extraFields: charter.extraFields[kind] ?? [])
    case .tooLarge(let size):
      let fault = Document.tooLarge(size, charter.limits)
      return unread(.init(fault.message, help: fault.help))
    case .unreadable(let why):
      return unread(why)
    }
  }

  /// Tasks with their owners and texts, which depend on who is a person and who a team.
  ///
  /// - Parameter comparable: whether open tasks are made ready to be compared with all others.
  static func link(_ read: [Task], of document: Document, _ index: RecordIndex, comparable: Bool = true) -> [Task] {
    var tasks = read
    for number in tasks.indices {
      var owners: [Name] = []
      for mention in tasks[number].mentions {
        guard let (kind, id) = index.mentioned(mention.value.text), kind == .person else { continue }
        if !owners.contains(id) { owners.append(id) }
      }
      tasks[number].hasOwnOwners = !owners.isEmpty
      if owners.isEmpty, let parent = tasks[number].parent { owners = tasks[parent].owners }
      tasks[number].owners = owners
      if let item = document.body?.items[tasks[number].item] {
        let text = TaskText(tasks[number], item, in: document, tasks[number].mentions.map { index.shown($0.value) })
        tasks[number].text = text.plain
        tasks[number].markdown = text.markdown
      }
      if comparable, tasks[number].isOpen { tasks[number].work = WorkText(tasks[number].text) }
    }
    return tasks
  }

  /// What files of a record's content share, as Git names them; nil where that is not known.
  package func contentName(of record: Record) -> String? {
    source.files.index(of: record.path).flatMap { source.contentName(of: $0) }
      ?? source.contentName(saying: record.document.bytes)
  }

  /// How many files could not be read, or not as a whole: whatever is said of the workspace says nothing of them.
  package var unreadCount: Int {
    records.count { !$0.isWhole } + strays.count { $0.fault != nil }
  }

  /// How many records there are; the charter, which there is one of, is not counted.
  package var recordCount: Int { records.count - (hasCharter ? 1 : 0) }

  /// Whether there is nothing under the folder, nor anything that may be taken for it.
  package var isEmpty: Bool { source.files.isEmpty && source.rivals.isEmpty }

  /// Whether a file has the same content in another version of the workspace; false where that cannot be told.
  ///
  /// - Parameters:
  ///   - path: relative to the repository's top.
  ///   - otherPath: how the file is called there.
  package func hasSameContent(_ path: String, as other: Workspace, _ otherPath: String) -> Bool {
    guard let number = source.files.index(of: path), let otherNumber = other.source.files.index(of: otherPath) else {
      return false
    }
    if let name = source.contentName(of: number), let otherName = other.source.contentName(of: otherNumber) {
      return name == otherName
    }
    // What is too large to be read is still compared, within reason.
    let limit = 64 << 20
    switch (source.content(of: number, limit: limit), other.source.content(of: otherNumber, limit: limit)) {
    case (.bytes(let bytes), .bytes(let otherBytes)): return bytes == otherBytes
    case (.unreadable(let why), .unreadable(let otherWhy)): return why == otherWhy
    default: return false
    }
  }

  // MARK: Looking up

  /// The number of the record of a kind with an id.
  package func number(_ kind: Kind, _ id: Name) -> Int? { index.number(kind, id) }

  package func record(_ kind: Kind, _ id: Name) -> Record? { number(kind, id).map { records[$0] } }

  package func ids(_ kind: Kind) -> [String] {
    records.indices.filter { records[$0].kind == kind && number(kind, records[$0].id) == $0 }.map { records[$0].id }
      .sorted().map(\.text)
  }

  package func records(of kind: Kind) -> [Record] { records.filter { $0.kind == kind } }

  /// The first person with an e-mail address, capitals aside.
  package func person(withAddress address: String) -> Record? {
    let folded = address.lowercased()
    return records.first { record in
      record.kind == .person && record[Person.emails].contains { $0.lowercased() == folded }
    }
  }

  /// The kinds that have a record of an id, of those given.
  package func kinds(_ kinds: [Kind], having id: Name) -> [Kind] {
    guard let found = index.find(id, kinds) else { return [] }
    return found.count == 1 ? [found.kind] : kinds.filter { number($0, id) != nil }
  }

  /// Whether there is an id that records of several kinds have.
  var hasSharedIDs: Bool { index.hasSharedIDs }

  /// The record with an id of the first of some kinds that has one.
  func number(ofFirst kinds: [Kind], having id: Name) -> Int? { index.find(id, kinds)?.number }

  /// The only record that is called so.
  func number(ofTitle title: Name) -> Int? {
    let several = -1
    let found = titleMemo {
      var numbers: [Name: Int] = [:]
      for (number, record) in records.enumerated() {
        guard let title = record.kind.declaration.title.flatMap({ record[$0] }) else { continue }
        numbers[Name(title)] = numbers[Name(title)] == nil ? number : several
      }
      return numbers
    }
    return found[title].flatMap { $0 == several ? nil : $0 }
  }

  /// What a reference names: a bare id, or `kind/id` where several kinds are allowed.
  package func resolve(_ reference: Name, as kinds: [Kind]) -> Resolution {
    // The slash of `2026-W47/ana` is the id's own.
    if kinds.count > 1, let slash = reference.text.utf8.firstIndex(of: UInt8(ascii: "/")),
      let kind = Kind(named: String(reference.text[..<slash]))
    {
      let id = Name(String(reference.text[reference.text.utf8.index(after: slash)...]))
      guard kinds.contains(kind), let number = number(kind, id) else { return .unknown }
      return .record(number)
    }
    guard let found = index.find(reference, kinds) else { return .unknown }
    return found.count == 1 ? .record(found.number) : .ambiguous(self.kinds(kinds, having: reference))
  }

  package enum Resolution: Sendable {
    case record(Int)
    case unknown
    case ambiguous([Kind])
  }

  /// What a task of one of its records says, read by itself.
  func text(of task: Task, in document: Document) -> TaskText? {
    document.body.map { TaskText(task, $0.items[task.item], in: document, task.mentions.map { index.shown($0.value) }) }
  }

  /// What its people are called.
  package var mentionNames: MentionNames { index.names }

  /// Whom a mention names; the name may carry closing punctuation.
  package func mentioned(_ name: String) -> (kind: Kind, id: Name)? { index.mentioned(name) }

  /// Whether a path, relative to the repository's top, leads to a file or folder.
  package func pathExists(_ path: String) -> Bool {
    // The system would end such a path at its NUL.
    if path.utf8.contains(0) { return false }
    return source.files.hasFile(path) || source.exists(path)
  }
}
