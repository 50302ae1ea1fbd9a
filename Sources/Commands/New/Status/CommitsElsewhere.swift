internal import Git
internal import Text

/// The subjects of somebody's commits that changed something outside the workspace.
struct CommitsElsewhere {
  /// Newest first.
  private(set) var subjects: [String] = []
  /// How many more there are.
  private(set) var more = 0

  private static let most = 15
  /// A subject is cut here, in characters.
  private static let longest = 100

  init() {}

  /// - Parameters:
  ///   - addresses: the person's, in small letters.
  ///   - steps: the week's places in the history.
  ///   - folder: the workspace's.
  init(of addresses: Set<String>, _ steps: [Int], of history: History, outside folder: String, _ repository: Repository)
    throws
  {
    let inside = Array("\(folder)/".utf8)
    // Of a commit whose parents are not here nobody knows what it changed.
    for step in steps.map({ history.steps[$0] }) where !step.isCut && step.parents.count < 2 {
      let commit = try repository.commit(step.id)
      guard addresses.contains(commit.author.email.lowercased()) else { continue }
      guard Self.changes(step, history, outside: inside, repository) else { continue }
      if subjects.count < Self.most { subjects.append(commit.subject) } else { more += 1 }
    }
  }

  /// A commit that is too large to be compared, or is not here as a whole, is no smaller for that.
  private static func changes(
    _ step: History.Step, _ history: History, outside inside: [UInt8], _ repository: Repository
  ) -> Bool {
    let changes = try? repository.changes(from: step.parents.first.map { history.steps[$0].tree }, to: step.tree)
    return changes?.contains { !$0.path.starts(with: inside) } ?? true
  }

  /// A comment in Markdown with the subjects; nil without any.
  var comment: String? {
    if subjects.isEmpty { return nil }
    let lines = subjects.map { "- " + Self.harmless($0) } + (more > 0 ? ["and \(more) more"] : [])
    return "<!-- Your commits elsewhere this week, if any belongs here:\n" + lines.joined(separator: "\n") + "\n-->"
  }

  /// A subject that neither ends the comment nor asks a question of a template.
  private static func harmless(_ subject: String) -> String {
    let text = visible(subject)
    let short = text.count > longest ? text.prefix(longest) + "…" : text
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in short.unicodeScalars {
      if let previous = last, previous == scalar, scalar == "-" || scalar == "{" { result.append(" ") }
      result.append(scalar)
      last = scalar
    }
    return String(result)
  }
}
