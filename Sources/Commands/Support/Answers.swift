internal import Teamwork
internal import Text

extension Session {
  /// A JSON document: what every one of them begins with, then the command's own members.
  func answer(_ members: [(String, JSON)], status: Int32 = 0) -> Outcome {
    let tool = JSON.object([("name", "tw"), ("version", .string(Tool.version))])
    return answer(
      .object([("schemaVersion", 1), ("command", .string(command.name)), ("tool", tool)] + members), status: status)
  }

  var format: String { command.options.value(for: "format") ?? "text" }

  /// The kind that was asked for, by its name or its folder's.
  func kind(_ name: String) throws -> Kind {
    if let kind = Kind(named: name) { return kind }
    let names = Kind.allCases.flatMap { $0.folder.isEmpty || $0.folder == $0.name ? [$0.name] : [$0.name, $0.folder] }
    throw Failure(
      "there is no kind \(quoted(name))",
      help: didYouMean(name, names) ?? "the kinds are "
        + alternatives(Kind.allCases.map { "`\($0.name)`" }, last: "and"))
  }
}

/// "did you mean `ben`?", where something is near.
func didYouMean(_ word: String, _ candidates: [String]) -> String? {
  nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
}

/// "did you mean `owners`?" of a word for a field, also where it is what others call it.
func didYouMean(field word: String, _ known: [String]) -> String? {
  Synonyms.field(meantBy: word, among: known).map { "did you mean `\($0)`?" }
}

/// "did you mean `on-track`?" of a word for a value, also where it is what others call it.
func didYouMean(value word: String, _ allowed: [String]) -> String? {
  Synonyms.value(meantBy: word, among: allowed).map { "did you mean `\($0)`?" }
}
