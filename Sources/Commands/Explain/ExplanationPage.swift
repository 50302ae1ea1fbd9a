internal import Reports
internal import Teamwork
internal import Text

/// Explanations as text for a terminal.
struct ExplanationPage {
  private(set) var text = StyledText()
  private let width: Int

  init(width: Int) { self.width = width }

  mutating func add(_ topic: Topic) {
    if !text.isEmpty { text.line() }
    switch topic {
    case .rule(let rule): add(rule)
    case .kind(let kind): add(kind)
    case .field(let fields): add(fields)
    case .heading(let heading): add(heading)
    case .measure(let measure): add(measure)
    case .mode: addMode()
    case .task: addTask()
    }
  }

  /// All names, so that who does not know what to ask finds it.
  mutating func addIndex() {
    for (number, (title, _, names)) in Topic.index.enumerated() {
      if number > 0 { text.line() }
      text.line(title, .heading)
      paragraph(names.joined(separator: ", "), indent: 2)
    }
    text.line()
    paragraph(
      "`tw explain NAME` says all about one: what a rule finds and why, what a kind is for, what a field may hold (`due`, or only `goal.due`), how a measure is counted, how a task is written, which mode of work fits what. `tw help` is about the commands."
    )
  }

  /// What else a kind's name is a name of.
  mutating func addOthers(called kind: Kind, _ topics: some Sequence<Topic>) {
    heading("Called the same")
    for topic in topics {
      switch topic {
      case .field(let fields):
        let names = fields.map { "`\($0.kind.name).\($0.field.name)`" }
        let which = alternatives(names, last: "and")
        paragraph("\(fields.count == 1 ? "The field" : "The fields") \(which): `tw explain` and its name", indent: 2)
      case .heading(let heading): paragraph("The heading “\(heading.title)”: \(heading.documentation)", indent: 2)
      default: break
      }
    }
  }

  // MARK: Topics

  private mutating func add(_ rule: Rule) {
    title(
      rule.name, rule.severity?.rawValue ?? "off until the charter switches it on",
      rule.severity == .error ? .error : rule.severity == .warning ? .warning : .dim)
    paragraph(rule.summary.prefix(1).uppercased() + rule.summary.dropFirst() + ".")
    text.line()
    paragraphs(rule.why)
    if let fix = rule.fix {
      text.line()
      paragraph("`tw validate --fix`: " + fix)
    }
    example("Wrong", rule.bad)
    example("Right", rule.good)
    heading(rule.severity == nil ? "Switch it on" : "Not for you?")
    if rule.severity != nil {
      paragraph("In one record, with a reason: `<!-- tw:allow \(rule.name): why it is right here -->`", indent: 2)
    }
    paragraph(
      "Everywhere, in the charter: `rules: {\(rule.name): \(rule.severity == nil ? "warning" : "off")}`", indent: 2)
  }

  private mutating func add(_ kind: Kind) {
    let declaration = kind.declaration
    title(
      kind.name,
      ".teamwork/"
        + (kind == .charter ? "teamwork.md" : kind == .status ? "status/WEEK/PERSON.md" : "\(kind.folder)/ID.md"), .path
    )
    paragraph(declaration.summary)
    text.line()
    paragraphs(declaration.documentation)
    heading("Fields")
    let column = (declaration.fields.map(\.name.text.utf8.count).max() ?? 0) + 5
    for field in declaration.fields {
      entry(field.name.text + (field.isRequired ? "*" : ""), field.documentation, column: column)
    }
    text.line()
    let star = declaration.hasRequiredFields ? "* must be there. " : ""
    paragraph(star + "`tw explain \(kind.name).\(declaration.fields[0].name)` says what a field may hold.")
    if !declaration.headings.isEmpty {
      heading("Headings")
      for known in declaration.headings { entry(known.title, known.documentation, column: 12) }
    }
    if kind != .charter {
      heading("Make one")
      paragraph(
        "tw new \(kind.name)" + (kind.titleField == nil ? "" : " 'Its \(kind.titleField?.text ?? "title")'"), indent: 2)
    }
  }

  private mutating func add(_ fields: [(kind: Kind, field: FieldDeclaration)]) {
    // `tags` is the same everywhere.
    let isEverywhere = fields.count == Kind.allCases.count
    for (number, (kind, field)) in (isEverywhere ? [fields[0]] : fields).enumerated() {
      if number > 0 { text.line() }
      title(
        isEverywhere ? field.name.text : "\(kind.name).\(field.name)",
        field.isRequired ? "must be there" : isEverywhere ? "in every kind" : "", .dim)
      paragraph(field.documentation)
      text.line()
      paragraph("It is \(field.type.phrase).")
      let members = field.type.members
      if !members.isEmpty {
        heading("Each has")
        let column = (members.map(\.name.text.utf8.count).max() ?? 0) + 5
        for member in members {
          entry(
            member.name.text + (member.isRequired ? "*" : ""), member.documentation + " It is \(member.type.phrase).",
            column: column)
        }
      }
    }
  }

  private mutating func add(_ known: KnownHeading) {
    title("## " + known.title, "a heading of a status report", .dim)
    paragraph(known.documentation)
    text.line()
    paragraph(
      "Each list item under it is an entry, and so is each other block. It may be called \(alternatives(known.others)), too; case, emphasis, emoji and closing punctuation do not matter, and a line that is all bold is a heading."
    )
    text.line()
    paragraph(
      "The charter may give it your own words: `headings: {\(known.key): [\(known.title), …]}`."
    )
  }

  private mutating func add(_ measure: MeasureDefinition) {
    title(measure.name, "a measure of the report: \(measure.section.title)", .dim)
    paragraph("\(measure.title): " + measure.definition)
    text.line()
    paragraph(measure.use)
    text.line()
    paragraph("`tw report` counts it. It describes how the group works; it is never told of one person.")
  }

  private mutating func addTask() {
    title("task", "an item of a list in \(alternatives(Kind.withTasks.map(\.declaration.article)))", .dim)
    paragraph(TaskSyntax.introduction)
    text.line()
    paragraph(TaskSyntax.example, indent: 2)
    heading("Attributes")
    let column = (TaskSyntax.attributes.map(\.written.utf8.count).max() ?? 0) + 4
    for (written, meaning) in TaskSyntax.attributes { entry(written, meaning, column: column) }
    text.line()
    paragraph(TaskSyntax.text)
    text.line()
    paragraph(TaskSyntax.subtasks)
  }

  private mutating func addMode() {
    title("mode", "collaborate or cooperate", .dim)
    paragraph(ModeChoice.advice)
    text.line()
    let column = max(16, (width - 4) / 3)
    row(["", "collaborate", "cooperate"], column, .heading)
    for choice in ModeChoice.all {
      text.line()
      row([choice.question, choice.collaborate, choice.cooperate], column, nil)
    }
    text.line()
    paragraph(ModeChoice.places)
    paragraph(ModeChoice.rules)
  }

  // MARK: Pieces

  private mutating func title(_ name: String, _ beside: String, _ label: Label) {
    text.append(name, .heading)
    if !beside.isEmpty {
      text.append("  ")
      text.append(beside, label)
    }
    text.line()
    text.line()
  }

  private mutating func heading(_ words: String) {
    text.line()
    text.line(words, .heading)
  }

  private mutating func paragraph(_ words: some StringProtocol, indent: Int = 0) {
    for line in wrapped(String(words), to: width - indent) { text.line(String(repeating: " ", count: indent) + line) }
  }

  private mutating func paragraphs(_ words: String) {
    for (number, words) in Commands.paragraphs(of: words).enumerated() {
      if number > 0 { text.line() }
      paragraph(words)
    }
  }

  private mutating func entry(_ name: String, _ meaning: String, column: Int) {
    var head = padded("  " + name, to: column)
    for line in wrapped(meaning, to: max(20, width - column)) {
      text.append(head, .option)
      text.line(line)
      head = String(repeating: " ", count: column)
    }
  }

  private mutating func row(_ cells: [String], _ column: Int, _ label: Label?) {
    let lines = cells.map { wrapped($0, to: column) }
    for number in 0..<(lines.map(\.count).max() ?? 0) {
      let parts = lines.map { number < $0.count ? $0[number] : "" }
      let used = parts.lastIndex { !$0.isEmpty } ?? 0
      for (index, part) in parts[...used].enumerated() {
        text.append(index == used ? part : padded(part, to: column + 2), label)
      }
      text.line()
    }
  }

  private mutating func example(_ name: String, _ example: Example) {
    heading(name)
    if let base = example.base {
      text.line("  before", .dim)
      files(Example(base).shown)
      text.line("  after" + (example.author.map { ", committed by \($0)" } ?? ""), .dim)
    }
    files(example.shown)
  }

  private mutating func files(_ shown: String) {
    for line in shown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("@@ ") {
        text.line("  " + line.dropFirst(3), .path)
      } else {
        text.line(line.isEmpty ? "" : "    " + line)
      }
    }
  }
}
