internal import Reports
internal import Teamwork
internal import Text

/// Something that can be explained.
enum Topic {
  case rule(Rule)
  case kind(Kind)
  /// One field, in all kinds that have it.
  case field([(kind: Kind, field: FieldDeclaration)])
  case heading(KnownHeading)
  case mode
  case measure(MeasureDefinition)
  /// How a task is written.
  case task

  /// What a name stands for: `unknown-reference`, `goal`, `goal.due`, `due`, `blocked`, `mode`, `task`, and a measure
  /// of the report, `goals-done`.
  ///
  /// - Throws: `Failure` with status 1 where it stands for nothing.
  static func named(_ name: String) throws -> [Topic] {
    let word = name.hasPrefix("tw:") ? String(name.dropFirst(3)) : name
    if let rule = Rules.named(word) { return [.rule(rule)] }
    if let measure = MeasureDefinition.all.first(where: { $0.name == word }) { return [.measure(measure)] }
    if word == "mode" { return [.mode] }
    if word == "task" || word == "tasks" { return [.task] }
    let fields = fields.filter {
      $0.field.name.text == word || "\($0.kind.name).\($0.field.name)" == word
        || "\($0.kind.folder).\($0.field.name)" == word
    }
    let headings = Schema.declarations.flatMap(\.headings).filter {
      $0.key.text == word.lowercased() || $0.isCalled(word)
    }
    let topics =
      (Kind(named: word).map { [Topic.kind($0)] } ?? []) + (fields.isEmpty ? [] : [Topic.field(fields)])
      + headings.map { Topic.heading($0) }
    if !topics.isEmpty { return topics }
    if CommandSet.tw[word] != nil {
      throw Failure.notFound(
        "there is nothing called \(quoted(name)) but a command", help: "`tw help \(word)` says what it does")
    }
    throw Failure.notFound(
      "there is nothing called \(quoted(name))", help: didYouMean(word, names) ?? "`tw explain` lists what there is")
  }

  /// Every field of every kind; `tags`, which all have, stands with each of them.
  private static var fields: [(kind: Kind, field: FieldDeclaration)] {
    Kind.allCases.flatMap { kind in kind.declaration.fields.map { (kind, $0) } }
  }

  /// The names of all that can be explained, by what they are.
  static var index: [(title: String, json: String, names: [String])] {
    [
      ("Kinds", "kinds", Kind.allCases.map(\.name)), ("How to write and to work", "others", ["task", "mode"]),
      ("Rules", "rules", Rules.names),
      ("Fields", "fields", Set(fields.map(\.field.name)).sorted().map(\.text)),
      ("Headings", "headings", Schema.declarations.flatMap { $0.headings.map(\.key.text) }),
      ("Measures of the report", "measures", MeasureDefinition.all.map(\.name)),
    ]
  }

  private static var names: [String] {
    Rules.names + MeasureDefinition.all.map(\.name) + Kind.allCases.flatMap { [$0.name, $0.folder] } + ["mode", "task"]
      + fields.map(\.field.name.text)
      + fields.map { "\($0.kind.name).\($0.field.name)" } + Schema.declarations.flatMap { $0.headings.map(\.key.text) }
  }
}

/// When to work in which way, as the format's two modes have it.
struct ModeChoice {
  let question: String
  let collaborate: String
  let cooperate: String

  static let all = [
    ModeChoice(
      question: "Who answers for the goal?", collaborate: "two people or more, together",
      cooperate: "one person, who stays responsible"),
    ModeChoice(
      question: "Who does the work?", collaborate: "each owner has tasks of their own",
      cooperate: "the owner; others help when asked"),
    ModeChoice(
      question: "What do the tasks have to do with each other?", collaborate: "they wait for each other: `needs:`",
      cooperate: "little: help can come from outside"),
    ModeChoice(
      question: "What does whoever helps gain?", collaborate: "the goal itself, it is theirs too",
      cooperate: "thanks, and help in turn"),
    ModeChoice(
      question: "How do we talk?", collaborate: "kick-off, check-ins, reports of all",
      cooperate: "in the request: asked, promised, done"),
    ModeChoice(
      question: "What goes wrong first?", collaborate: "nobody feels it is theirs",
      cooperate: "promises nobody can keep"),
  ]

  static let advice = """
    Collaborate where nobody can reach the goal alone, and the parts depend on each other. Cooperate where one person can carry \
    it, and needs a hand, an hour or an answer from others. No model fits every goal: choose for each.
    """

  static let places = """
    A goal takes its mode from its own `mode`, else from its only team, else from the charter.
    """

  static let rules = """
    Where people collaborate, `lone-owner` and `idle-owner` are looked for; where they cooperate, `several-owners`.
    """
}
