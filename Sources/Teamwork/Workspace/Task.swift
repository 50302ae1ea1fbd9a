package import Documents
package import Similarity
package import Text

/// A task: an item of a task list in a record of a kind that has tasks.
package struct Task: Sendable {
  /// Its list item, as an index into the body's items.
  package let item: Int
  package let state: Checkbox
  /// What remains of its first paragraph without attributes and owners, as it is shown; who is a part of a sentence is there
  /// with the name.
  package internal(set) var text = ""
  /// The same in Markdown, on one line; who is a part of a sentence is mentioned.
  package internal(set) var markdown = ""
  /// The first paragraph, attributes included. It may be wrapped.
  package let range: Range<Int>
  package let checkboxRange: Range<Int>
  /// Everybody named in the first paragraph, teams included.
  package let mentions: [Located<Name>]
  /// The wiki links in the first paragraph.
  let links: [Range<Int>]
  /// Who it belongs to: the people named in the first paragraph; else those of the task it lies under.
  package internal(set) var owners: [Name] = []
  /// Whether it names its owners itself.
  package internal(set) var hasOwnOwners = false
  package internal(set) var due: Located<Day>?
  package internal(set) var done: Located<Day>?
  package internal(set) var needs: [Located<TaskReference>] = []
  package internal(set) var role: Located<Name>?
  package internal(set) var effort: Located<Effort>?
  package internal(set) var anchor: Located<Name>?
  /// The task it is a part of, as an index into the record's tasks.
  package let parent: Int?
  /// For comparing it with others; only open tasks are.
  package internal(set) var work: WorkText?

  /// In the order of the file.
  var attributes: [Attribute] = []
  /// Brackets that hold nothing but attributes and mentions.
  var groups: [Range<Int>] = []

  /// An attribute as it is written.
  struct Attribute: Sendable {
    let kind: TaskAttribute
    /// The key or sign included.
    let range: Range<Int>
    let value: Range<Int>
  }

  package var isOpen: Bool { state == .open }
}

/// `anchor` in the same record, or `record^anchor`.
package struct TaskReference: Sendable, Hashable {
  package var record: Name?
  package var anchor: Name

  package init(record: Name?, anchor: Name) {
    self.record = record
    self.anchor = anchor
  }

  /// As it stands in `needs:`.
  package init(_ written: Name) {
    let bytes = written.text.utf8
    let caret = bytes.firstIndex(of: UInt8(ascii: "^"))
    record = caret.flatMap { $0 == bytes.startIndex ? nil : Name(String(written.text[..<$0])) }
    anchor = caret.map { Name(String(written.text[bytes.index(after: $0)...])) } ?? written
  }

  /// Where a task is that may or may not be there.
  package struct Address: Sendable, Hashable {
    /// As an index into the workspace's records.
    package let record: Int
    package let anchor: Name

    package init(record: Int, anchor: Name) {
      self.record = record
      self.anchor = anchor
    }
  }

  /// What it names on a task of a record; nil where there is no such record, or several.
  package func address(from home: Record, in workspace: Workspace) -> Address? {
    guard let record else { return workspace.number(home.kind, home.id).map { Address(record: $0, anchor: anchor) } }
    guard case .record(let number) = workspace.resolve(record, as: Kind.withTasks) else { return nil }
    return Address(record: number, anchor: anchor)
  }
}

/// How much work is expected: `3d`.
package struct Effort: Sendable, Hashable {
  package enum Unit: String, Sendable {
    case hours = "h"
    case days = "d"
    case weeks = "w"
  }

  package var amount: Double
  package var unit: Unit
}

extension Effort {
  /// As it is written: `3d`.
  package var written: String { (Int(exactly: amount).map(String.init) ?? "\(amount)") + unit.rawValue }

  /// As it is written: `3d`, `0.5w`; nil for anything else.
  package init?(_ text: String) {
    guard let last = text.last, let unit = Unit(rawValue: String(last)), let amount = Double(text.dropLast()),
      text.utf8.dropLast().allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), amount > 0, amount.isFinite
    else { return nil }
    self.amount = amount
    self.unit = unit
  }
}
