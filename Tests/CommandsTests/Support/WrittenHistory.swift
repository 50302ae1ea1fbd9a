import Foundation
import TestSupport
import Testing

/// Who brought the words of a change: the real `git`, and both sides of each line.
struct WrittenHistory {
  let repository: ScratchRepository

  /// A team of three, committed by Ana in week 47; the tag `base` stands there.
  init(charter: String = "") throws {
    repository = try ScratchRepository()
    try write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n\(charter)---\n")
    for name in ["ana", "ben", "cho"] {
      try write("people/\(name).md", "---\nname: \(name.capitalized)\nemails: [\(name)@example.org]\n---\n")
    }
    try write("goals/beta.md", Self.goal)
    try commit(by: "ana")
    try base()
  }

  static let goal = """
    ---
    title: Public beta
    owners: [ana]
    status: proposed
    why: It helps
    ---

    - [ ] Write the guide @ana ^guide

    """
  static let report = "## Done\n\n- Chose the bread.\n"

  static func feedback(_ from: String, _ to: String, _ words: String, _ more: String = "") -> String {
    "---\nfrom: \(from)\nto: \(to)\ndate: 2026-11-02\nkind: thanks\n\(more)---\n\n\(words)\n"
  }

  static func request(_ from: String, _ to: String, _ title: String, _ more: String = "status: open\n") -> String {
    "---\ntitle: \(title)\nfrom: \(from)\nto: \(to)\n\(more)---\n\nPlease.\n"
  }

  static func decision(_ by: String, _ status: String, _ words: String) -> String {
    "---\ntitle: Soup on Mondays\nby: [\(by)]\nstatus: \(status)\ndate: 2026-11-02\n---\n\n\(words)\n"
  }

  func write(_ path: String, _ text: String) throws { try repository.write(".teamwork/" + path, text) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: repository.top + "/.teamwork/" + path)
  }

  func read(_ path: String) throws -> String { try repository.read(".teamwork/" + path) }

  @discardableResult
  func git(_ words: String...) throws -> String { try repository.run(git: words) }

  func become(_ person: String) {
    for role in ["AUTHOR", "COMMITTER"] {
      repository.variables["GIT_\(role)_EMAIL"] = person.contains("@") ? person : "\(person)@example.org"
      repository.variables["GIT_\(role)_NAME"] = person
    }
  }

  /// Commits all there is.
  func commit(by person: String, _ message: String = "x") throws {
    become(person)
    try repository.commit(message)
  }

  func base() throws { try git("tag", "--force", "base") }

  /// What is found about words, since a commit: `impersonation feedback/x.md`.
  func found(since: String = "base", _ rev: String? = "HEAD", staged: Bool = false) -> [String] {
    let words =
      staged ? ["--staged"] : ["--since", since] + (rev.map { ["--rev", $0] } ?? [])
    let answer = repository.run(["validate", "--format", "concise"] + words)
    if answer.status == 2 { return ["2: " + answer.errors] }
    let found = answer.output.split(separator: "\n").compactMap { line -> String? in
      guard let rule = ["impersonation", "rewritten-record"].first(where: { line.contains("[\($0)]") }) else {
        return nil
      }
      let path = line.prefix { $0 != ":" }
      return rule + " " + path.dropFirst(".teamwork/".count)
    }
    return found.sorted()
  }

  /// What is found where Ben speaks for Ana, and where he changes what she said.
  static let imposed = ["impersonation feedback/x.md"]
  static let rewritten = ["rewritten-record feedback/x.md"]

  /// Ana's feedback to Ben is in the base, with Ana's report of the week before and her open request.
  static func told(charter: String = "") throws -> WrittenHistory {
    let history = try WrittenHistory(charter: charter)
    try history.write("feedback/x.md", feedback("ana", "ben", "For the soup."))
    try history.write("status/2026-W46/ana.md", report)
    try history.write("requests/knives.md", request("ana", "ben", "Sharper knives"))
    try history.write("decisions/soup.md", decision("ana", "accepted", "It is cheap."))
    try history.commit(by: "ana")
    try history.base()
    return history
  }
}
