internal import Git
internal import Storage
internal import Teamwork
internal import Text

/// What makes Git merge records with `tw merge-driver`: the driver in the repository's configuration, and a line of
/// `.gitattributes` that says for which files. Git passes over a driver that is not configured, so that the line does no
/// harm to those who have none.
struct MergeSetup {
  static let driverKey = "merge.tw.driver"
  private static let nameKey = "merge.tw.name"
  private static let file = ".gitattributes"

  private let repository: Repository
  private let top: String
  private let folder: String

  /// - Parameter folder: the workspace's.
  /// - Throws: `Failure` where there is no worktree.
  init(_ repository: Repository, folder: String) throws {
    guard let top = repository.workTree else {
      throw Failure(
        "nobody merges in this repository: it has no worktree", help: "`tw hook install --merge` belongs in a clone")
    }
    self.repository = repository
    self.top = top
    self.folder = folder
  }

  // MARK: What it says

  /// The line of `.gitattributes`.
  var line: String { Self.pattern("/" + folder) + " merge=tw" }

  private var block: [UInt8] {
    MarkedBlock.bytes(
      "# Records are merged by fields and tasks where `tw hook install --merge` was run, by lines elsewhere.\n" + line)
  }

  /// A pattern that stands for the records in a folder and for nothing else.
  private static func pattern(_ folder: String) -> String {
    var bytes: [UInt8] = []
    for byte in folder.utf8 {
      if "*?[\\".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes += Array("/**/*.md".utf8)
    if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    // As C writes a string.
    var quoted = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: quoted += String(UnicodeScalar(byte))
      default: quoted += "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map(String.init).joined()
      }
    }
    return quoted + "\""
  }

  /// What Git runs, in a shell.
  ///
  /// `tw` ends with 0 or 1 when the file holds what was merged. Where it could not begin (126, 127), Git's own merge of
  /// lines takes its place. Where it could not end, the file has both versions between markers already, or else its lines
  /// are merged; it is a conflict in any case. Where even that fails the file is taken away, upon which Git stops the merge.
  var driver: String {
    let workspace = folder == ".teamwork" ? "" : "--workspace " + Self.quotedForDriver(folder) + " "
    return "tw \(workspace)merge-driver %O %A %B %P %L %X %Y; s=$?; [ $s -le 1 ] && exit $s; "
      + "grep -q '^<<<<<<<.*\(LineMerge.interruption)' %A && exit 1; "
      + "echo 'tw could not merge this file, so its lines were merged' >&2; "
      + "git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B; m=$?; "
      + "[ $m -lt 128 ] || { rm -f %A; exit 1; }; [ $s -eq 126 ] || [ $s -eq 127 ] || exit 1; exit $m"
  }

  private static func quotedForDriver(_ text: String) -> String {
    text.utf8.allSatisfy { HookFile.isPlain($0) }
      ? text : "'" + text.replacing("'", with: "'\\''").replacing("%", with: "%%") + "'"
  }

  // MARK: How it is

  enum State: Equatable {
    /// Neither is there.
    case absent
    /// Both are.
    case installed
    /// The attribute is there, as in everybody's clone, but no driver.
    case unconfigured
    /// A driver, but no attribute.
    case unused
    /// Both are, but not the program that the driver runs.
    case withoutProgram(String)
  }

  /// - Parameter path: the folders in which programs are found.
  /// - Throws: `GitError`.
  func state(path: String) throws -> State {
    let isNamed = try attributes().contains(.value("tw"))
    guard let driver = try repository.config(Self.driverKey) else { return isNamed ? .unconfigured : .absent }
    guard isNamed else { return .unused }
    let program = String(driver.prefix { $0 != " " })
    let folders = program.contains("/") ? [""] : path.split(separator: ":").map(String.init)
    return folders.contains { FileReader(top: $0).isExecutable(program) } ? .installed : .withoutProgram(program)
  }

  /// What Git does with records: the charter, one of a kind, one in a sub-folder.
  private func attributes() throws -> [Repository.Attribute] {
    try repository.attribute(
      "merge", of: ["teamwork.md", "goals/goal.md", "status/2026-W47/ana.md"].map { folder + "/" + $0 })
  }

  // MARK: Changing it

  /// Configures the driver and names it in `.gitattributes`, or changes nothing.
  ///
  /// - Returns: what was done, in lines.
  func install() throws -> [String] {
    let old = try content()
    let attributes = try attributes()
    let isNamed = attributes.allSatisfy { $0 == .value("tw") }
    for case .value(let value) in attributes where value != "tw" {
      throw Failure(
        "an attribute says how Git merges `\(visible(folder))` already: `merge=\(visible(value))`", help: byHand)
    }
    let before = try repository.config(Self.driverKey)
    if let before, !before.contains("merge-driver") {
      throw Failure(
        "`\(Self.driverKey)` is something else: \(quoted(before))",
        help: "`git config --unset \(Self.driverKey)` takes it out")
    }
    let writer = try FileWriter(top: top, skipped: SkippedFiles(of: repository, folder: folder))
    // Where the file was not there, its block has no empty line before it.
    let new = isNamed ? old : old.map { $0 + block } ?? Array(block.dropFirst())
    do {
      if let new, new != old {
        if let old { try writer.replace(Self.file, old, with: new) } else { try writer.create(Self.file, new) }
      }
      if try !self.attributes().allSatisfy({ $0 == .value("tw") }) {
        throw Failure("other attributes count for more than those in `\(Self.file)`", help: byHand)
      }
      if before != driver {
        try repository.setConfig([(Self.nameKey, "records of tw, by fields and tasks"), (Self.driverKey, driver)])
      }
    } catch {
      if let new, new != old, try content() == new {
        if let old { try writer.replace(Self.file, new, with: old) } else { try writer.remove(Self.file, new) }
      }
      throw error
    }
    let merges = "Git merges records by fields and tasks from now on"
    return [
      before == driver ? "The merge driver was there already" : "\(merges), by `tw merge-driver`",
      isNamed
        ? "`\(Self.file)` names it already" : "`\(Self.file)` names it: commit that file, for all who run this command",
    ]
  }

  /// Takes out what `install` put in. What is committed is everybody's, and stays.
  ///
  /// - Returns: what was done, in lines.
  func uninstall() throws -> [String] {
    var done: [String] = []
    let isCommitted = try isCommitted()
    if !isCommitted, let old = try content(), let range = try MarkedBlock.range(in: old) {
      let rest = try MarkedBlock.removed(from: old)
      let writer = FileWriter(top: top)
      // A file that begins with the block was not there before.
      if rest.isEmpty, range.lowerBound == 0, old.first != UInt8(ascii: "\n") {
        try writer.remove(Self.file, old)
        done.append("Took `\(Self.file)` away")
      } else {
        try writer.replace(Self.file, old, with: rest)
        done.append("`\(Self.file)` is as it was before")
      }
    }
    if let driver = try repository.config(Self.driverKey), driver.contains("merge-driver") {
      try repository.setConfig([(Self.driverKey, nil), (Self.nameKey, nil)])
      done.append("Git merges records by lines again")
      if isCommitted { done.append("`\(Self.file)` is committed, and stays for the others") }
    }
    return done
  }

  /// Whether HEAD has the block.
  private func isCommitted() throws -> Bool {
    guard let head = try repository.head(),
      let entry = try repository.entries(of: head, under: Array(Self.file.utf8)).first,
      case .bytes(let bytes) = try repository.blob(entry.id, limit: 1 << 20)
    else { return false }
    return try MarkedBlock.range(in: bytes) != nil
  }

  private var byHand: String { "add this line by hand where it counts: \(visible(line))" }

  /// What stands in `.gitattributes`; nil where there is none.
  private func content() throws -> [UInt8]? {
    do {
      return try FileReader(top: top).read(Self.file, limit: 1 << 20)
    } catch {
      // A link, a folder: nothing of ours.
      throw Failure(Failure(error).message, help: byHand)
    }
  }
}
