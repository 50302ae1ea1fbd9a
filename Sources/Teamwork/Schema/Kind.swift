package import Text

/// What a record is, told by the folder it lies in.
package enum Kind: UInt8, CaseIterable, Sendable, Hashable {
  case charter, person, team, role, goal, status, feedback, request, decision, meeting, note, pulse

  /// Each kind's stands in a file of its own. The compiler finds one that has none.
  package var declaration: KindDeclaration {
    switch self {
    case .charter: Charter.declaration
    case .person: Person.declaration
    case .team: Team.declaration
    case .role: Role.declaration
    case .goal: Goal.declaration
    case .status: StatusReport.declaration
    case .feedback: Feedback.declaration
    case .request: Request.declaration
    case .decision: Decision.declaration
    case .meeting: Meeting.declaration
    case .note: Note.declaration
    case .pulse: Pulse.declaration
    }
  }
  /// The name in the singular, `goal`.
  package var name: String { declaration.name }
  /// The folder, `goals`; empty for the charter.
  package var folder: String { declaration.folder }

  /// Those whose task list items are tasks.
  package static let withTasks: [Kind] = allCases.filter(\.declaration.hasTasks)

  /// The kind of this name, in the singular or as its folder.
  package init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name || (!$0.folder.isEmpty && $0.folder == name) })
    else { return nil }
    self = found
  }
}

/// All that is known of a kind.
package final class KindDeclaration: Sendable {
  package let name: String
  /// `a goal`.
  package let article: String
  package let folder: String
  /// One sentence: what it is for.
  package let summary: String
  /// More, where a newcomer needs it; Markdown.
  package let documentation: String
  package let fields: [FieldDeclaration]
  /// What a record is called by; nil where its file's name says it all.
  package let title: Field<String>?
  /// The day that it is of: when it was given, decided, held.
  package let day: Field<Day>?
  /// In whose name it is written.
  package let speakers: Speakers
  /// Whom it is addressed to, who cannot be who speaks.
  package let addressee: Field<Name>?
  package let headings: [KnownHeading]
  /// Whether its task list items are tasks.
  package let hasTasks: Bool
  /// Whether its files lie in a folder a week, each called after the person whose it is.
  package let isByWeek: Bool
  /// One of its records in a sentence, and several: `status report`, `status reports`.
  package let noun: String
  package let plural: String
  /// A title such as one of its records could have, for advice.
  package let exampleTitle: String
  /// How a record of this title is called in a sentence: "the Platform team".
  let called: @Sendable (String) -> String
  /// The people whom something reaches that is asked of one of its records; nil where nothing can be asked of them.
  let reached: (@Sendable (Record, Membership) -> [Name])?
  /// What comes first in a list of its records has the smaller pair; nil where the newest does, else the order of ids holds.
  package let listOrder: (@Sendable (Record) -> (Int, Int))?
  /// The columns of a table of its records: fields, and `id`, `week` and `tasks`.
  package let columns: [Name]
  /// Whether people rely already on what a record says, so that it is not to be written anew; the week is the base's.
  let isReliedOn: @Sendable (Record, Week?) -> Bool
  /// Whether the parts that changed, fields and `NormalizedContent.proseName`, are for those to set whom a record is addressed to.
  let isAnswer: @Sendable (Set<Name>) -> Bool
  /// What counts for a record where a field says it only in part or not at all; nil where the field alone counts.
  package let effectiveValue: @Sendable (Record, Name, Workspace) -> Value?

  package init(
    _ name: String, article: String, folder: String, _ summary: String, documentation: String,
    fields: [any DeclaredField], title: Field<String>? = nil, day: Field<Day>? = nil,
    speakers: Speakers = .everybody, addressee: Field<Name>? = nil, headings: [KnownHeading] = [],
    hasTasks: Bool = false, isByWeek: Bool = false, noun: String? = nil, plural: String? = nil,
    exampleTitle: String = "Public beta", columns: [Name], called: @escaping @Sendable (String) -> String = { $0 },
    reached: (@Sendable (Record, Membership) -> [Name])? = nil,
    listOrder: (@Sendable (Record) -> (Int, Int))? = nil,
    isReliedOn: @escaping @Sendable (Record, Week?) -> Bool = { _, _ in false },
    isAnswer: @escaping @Sendable (Set<Name>) -> Bool = { _ in false },
    effectiveValue: @escaping @Sendable (Record, Name, Workspace) -> Value? = { _, _, _ in nil }
  ) {
    self.name = name
    self.article = article
    self.folder = folder
    self.summary = summary
    self.documentation = documentation
    self.fields = fields.map(\.declaration) + [Schema.tags.declaration]
    self.title = title
    self.day = day
    self.speakers = speakers
    self.addressee = addressee
    self.headings = headings
    self.hasTasks = hasTasks
    self.isByWeek = isByWeek
    self.noun = noun ?? name
    self.plural = plural ?? (noun ?? name) + "s"
    self.exampleTitle = exampleTitle
    self.columns = columns
    self.called = called
    self.reached = reached
    self.listOrder = listOrder
    self.isReliedOn = isReliedOn
    self.isAnswer = isAnswer
    self.effectiveValue = effectiveValue
  }

  /// In whose name records of a kind are written.
  package enum Speakers: Sendable {
    /// Nobody's in particular: anyone may change it.
    case everybody
    /// Who its path names.
    case path
    case one(Field<Name>)
    case several(Field<[Name]>)
  }

  package func field(_ name: Name) -> FieldDeclaration? { fields.first { $0.name == name } }

  package var hasRequiredFields: Bool { fields.contains(where: \.isRequired) }
}
