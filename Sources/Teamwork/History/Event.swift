package import Documents
package import Text

/// Something that a commit did to a record, in the words of the format.
package struct Event: Sendable {
  /// The commit's place in the story's `commits`; nil for what is not committed.
  package var commit: Int?
  /// Relative to the repository's top; where it stood last, for what was removed.
  package let path: String
  package let kind: Kind
  package let id: Name
  package let change: Change
  /// A version's front matter could not be read, so that nothing is said of its fields.
  package let isUnreadable: Bool
  /// What people call a record that came or went.
  package var title: String?
  /// The record whose story it belongs to, whatever it was called then (`Lineage`); nil for what is not committed.
  package var life: Int?
  /// It came back as it once was: `created` is no beginning.
  package var isRestored = false
  /// The commit, as a place in the story's `commits`, that did the same to the record on another branch before.
  package var repeats: Int?

  package enum Change: Sendable {
    /// With the tasks that it came with.
    case created([TaskState])
    /// With the tasks that went.
    case removed([TaskState])
    /// The record of an id went, and one of another came with the same bytes.
    case renamed(from: Name, to: Name)
    /// A field of the front matter; nil for an empty or absent one.
    case field(Name, from: FieldContent?, to: FieldContent?)
    case taskAdded(TaskState)
    case taskRemoved(TaskState)
    case taskDone(TaskState)
    case taskReopened(TaskState)
    case taskDropped(TaskState)
    /// Its words, owners or attributes, but not its state.
    case taskChanged(from: TaskState, to: TaskState)
    /// Only the prose, or only the formatting of the front matter.
    case text

    /// As `tw log --format json` names it.
    package var name: String {
      switch self {
      case .created: "created"
      case .removed: "removed"
      case .renamed: "renamed"
      case .field: "field"
      case .taskAdded: "task-added"
      case .taskRemoved: "task-removed"
      case .taskDone: "task-done"
      case .taskReopened: "task-reopened"
      case .taskDropped: "task-dropped"
      case .taskChanged: "task-changed"
      case .text: "text"
      }
    }

    /// The task that it is about.
    package var task: TaskState? {
      switch self {
      case .taskAdded(let task), .taskRemoved(let task), .taskDone(let task), .taskReopened(let task),
        .taskDropped(let task),
        .taskChanged(_, let task):
        task
      case .created, .removed, .renamed, .field, .text: nil
      }
    }
  }

  package init(path: String, kind: Kind, id: Name, change: Change, isUnreadable: Bool = false) {
    self.path = path
    self.kind = kind
    self.id = id
    self.change = change
    self.isUnreadable = isUnreadable
  }
}

/// A task as it stood in a version of its record.
package struct TaskState: Sendable {
  package let anchor: Name?
  package let text: String
  /// The same in Markdown.
  package let markdown: String
  package let owners: [Name]
  package let state: Checkbox
  /// From 1.
  package let line: Int
  /// Its place among the version's tasks.
  package let number: Int
  /// When it should be done.
  package let due: Day?
  /// What must be done first.
  package let needs: [TaskReference]
  package let role: Name?
  package let effort: Effort?

  package init(
    anchor: Name?, text: String, markdown: String? = nil, owners: [Name], state: Checkbox, line: Int, number: Int = 0,
    due: Day? = nil, needs: [TaskReference] = [], role: Name? = nil, effort: Effort? = nil
  ) {
    self.anchor = anchor
    self.text = text
    self.markdown = markdown ?? text
    self.owners = owners
    self.state = state
    self.line = line
    self.number = number
    self.due = due
    self.needs = needs
    self.role = role
    self.effort = effort
  }
}
