package import Text

/// What a record is, told by the folder it lies in.
package enum Kind: UInt8, CaseIterable, Sendable, Hashable {
  case charter, person, team, role, goal, status, feedback, request, decision, meeting, note, pulse

  package var declaration: KindDeclaration { Schema.declarations[Int(rawValue)] }
  /// The name in the singular, `goal`.
  package var name: String { declaration.name }
  /// The folder, `goals`; empty for the charter.
  package var folder: String { declaration.folder }

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
  package let fields: [Field]
  package let headings: [KnownHeading]
  /// Whether its task list items are tasks.
  package let hasTasks: Bool

  package init(
    _ name: String, article: String, folder: String, _ summary: String, documentation: String,
    fields: [Field], headings: [KnownHeading] = [], hasTasks: Bool = false
  ) {
    self.name = name
    self.article = article
    self.folder = folder
    self.summary = summary
    self.documentation = documentation
    self.fields = fields + [Schema.tags]
    self.headings = headings
    self.hasTasks = hasTasks
  }

  package func field(_ name: Name) -> Field? { fields.first { $0.name == name } }

  package var hasRequiredFields: Bool { fields.contains(where: \.isRequired) }
}

/// A heading that `tw` understands; the charter may give it other words.
package struct KnownHeading: Sendable {
  /// As the charter's `headings` names it, `done`.
  package let key: Name
  package let title: String
  package let documentation: String

  package init(_ key: Name, _ title: String, _ documentation: String) {
    self.key = key
    self.title = title
    self.documentation = documentation
  }
}
