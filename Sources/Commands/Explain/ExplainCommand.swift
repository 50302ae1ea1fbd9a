internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw explain`: a rule, kind, field, heading, mode or measure, in full; or what of them there is.
  static let explain = Command(
    CommandDeclaration(
      name: "explain", group: .understand, summary: "explain a rule, kind, field, measure or mode",
      arguments: [
        ArgumentDeclaration(
          name: "NAME", help: "`unknown-reference`, `goal`, `goal.due`, …; all names unless given", hint: .topic,
          isRequired: false)
      ],
      options: [.format("text", "json")],
      examples: [
        .init(command: "tw explain", does: "what there is to explain"),
        .init(command: "tw explain unaligned-goal", does: "why the rule is there, and how to satisfy it"),
      ])
  ) { session in
    guard let name = session.command.arguments.first else {
      if session.format == "json" {
        return session.answer(Topic.index.map { ($0.json, .array($0.names.map { .string($0) })) })
      }
      var page = ExplanationPage(width: min(session.environment.width, 100))
      page.addIndex()
      return session.answer(page.text)
    }
    let topics = try Topic.named(name)
    if session.format == "json" { return session.answer([("topics", .array(topics.map(\.json)))]) }
    return session.explanation(of: topics)
  }
}

extension Session {
  func explanation(of topics: [Topic]) -> Outcome {
    var page = ExplanationPage(width: min(environment.width, 100))
    // A kind has a page of its own; fields that are called the same are told where to find.
    if case .kind(let kind)? = topics.first, topics.count > 1 {
      page.add(topics[0])
      page.addOthers(called: kind, topics.dropFirst())
    } else {
      for topic in topics { page.add(topic) }
    }
    return answer(page.text)
  }
}

extension Topic {
  var json: JSON {
    switch self {
    case .rule(let rule):
      .object([
        ("type", "rule"), ("name", .string(rule.name)), ("severity", .string(rule.severity?.rawValue ?? "off")),
        ("summary", .string(rule.summary)), ("why", .string(rule.why)), ("bad", .string(rule.bad.shown)),
        ("good", .string(rule.good.shown)),
        ("fix", JSON(rule.fix)),
      ])
    case .kind(let kind):
      .object([
        ("type", "kind"), ("name", .string(kind.name)), ("folder", JSON(kind.folder.isEmpty ? nil : kind.folder)),
        ("summary", .string(kind.declaration.summary)), ("documentation", .string(kind.declaration.documentation)),
        ("fields", .array(kind.declaration.fields.map { $0.json })),
        ("headings", .array(kind.declaration.headings.map { Topic.heading($0).json })),
      ])
    case .field(let fields):
      .object([
        ("type", "field"), ("name", .string(fields[0].field.name.text)),
        ("in", .array(fields.map { .object([("kind", .string($0.kind.name)), ("field", $0.field.json)]) })),
      ])
    case .heading(let heading):
      .object([
        ("type", "heading"), ("name", .string(heading.key.text)), ("title", .string(heading.title)),
        ("documentation", .string(heading.documentation)), ("others", JSON(heading.others)),
      ])
    case .task:
      .object([
        ("type", "task"), ("documentation", .string(TaskSyntax.introduction)), ("example", .string(TaskSyntax.example)),
        (
          "attributes",
          .array(
            TaskSyntax.attributes.map { .object([("written", .string($0.written)), ("meaning", .string($0.meaning))]) })
        ),
      ])
    case .measure(let measure):
      .object([
        ("type", "measure"), ("name", .string(measure.name)), ("title", .string(measure.title)),
        ("section", .string(measure.section.rawValue)),
        ("definition", .string(measure.definition)), ("use", .string(measure.use)),
      ])
    case .mode:
      .object([
        ("type", "mode"), ("advice", .string(ModeChoice.advice)),
        (
          "choices",
          .array(
            ModeChoice.all.map {
              .object([
                ("question", .string($0.question)), ("collaborate", .string($0.collaborate)),
                ("cooperate", .string($0.cooperate)),
              ])
            })
        ),
      ])
    }
  }
}

extension FieldDeclaration {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name.text)), ("type", .string(type.phrase)), ("required", .bool(isRequired)),
      ("documentation", .string(documentation)),
    ])
  }
}

extension FieldType {
  /// The fields of the mappings that a value is made of.
  var members: [FieldDeclaration] {
    switch self {
    case .mapping(let fields), .lineOrMapping(let fields): fields
    case .list(let element): element.members
    default: []
    }
  }
}
