/// Who carries what, and where is nobody.
package struct ResponsibilityMatrix: Sendable {
  package enum Part: Sendable {
    /// Owns it and has a task in it.
    case ownerWithTasks
    /// Owns it and has no task of their own.
    case owner
    /// Has a task in it.
    case tasks
    /// Holds a role that its tasks name, or holds the role of the row.
    case role

    package var words: String {
      switch self {
      case .ownerWithTasks: "owner, with tasks"
      case .owner: "owner, no task"
      case .tasks: "has tasks"
      case .role: "holds the role"
      }
    }
  }

  package struct Row: Sendable {
    package var id: String
    package var title: String
    /// People of `columns`, by their place.
    package var parts: [Int: Part]
    /// People who have a part in this row alone.
    package var others: [(name: String, part: Part)]
    /// Open tasks that nobody has; of a role, 1 where nobody holds it.
    package var gaps: Int

    package init(id: String, title: String, parts: [Int: Part], others: [(name: String, part: Part)], gaps: Int) {
      self.id = id
      self.title = title
      self.parts = parts
      self.others = others
      self.gaps = gaps
    }
  }

  package struct Group: Sendable {
    package var title: String?
    package var rows: [Row]

    package init(title: String?, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  /// "People", "Roles": what stands in the rows is said in the caption.
  package var caption: String
  /// By the alphabet.
  package var columns: [String]
  package var groups: [Group]
  /// What a gap is: "tasks nobody has".
  package var gapTitle: String

  package init(caption: String, columns: [String], groups: [Group], gapTitle: String) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.gapTitle = gapTitle
  }

  package var table: Table {
    let rows = groups.flatMap(\.rows).map { row -> [Line] in
      let people =
        columns.indices.compactMap { index in row.parts[index].map { "\(columns[index]) (\($0.words))" } }
        + row.others.map { "\($0.name) (\($0.part.words))" }
      return [
        Line(row.title), Line(people.isEmpty ? "nobody yet" : people.joined(separator: ", ")),
        Line(row.gaps == 0 ? "" : "\(row.gaps)"),
      ]
    }
    return Table(
      caption,
      columns: [
        .init("What"), .init("Who"), .init(gapTitle.prefix(1).uppercased() + gapTitle.dropFirst(), isNumber: true),
      ], rows: rows)
  }
}
