package import Text

/// An idea, a practice, a challenge or a risk, and what became of it.
package struct NoteCourse: Sendable {
  package let note: Record
  /// Open unless it says otherwise; nil where it cannot be read.
  package let status: NoteStatus?
  package let kind: NoteKind?
  /// When it was shared.
  package let day: Day?
  /// Who keeps an eye on it.
  package let owner: Name?

  package init(_ note: Record) {
    self.note = note
    status = note.isSound(Note.status) ? note[Note.status] ?? .open : nil
    kind = note[Note.kind]
    day = note[Note.date]
    owner = note[Note.owner]
  }

  package var isOpen: Bool { status == .open }
  package var isRisk: Bool { kind == .risk }
  /// An open risk that nobody watches.
  package var isUnwatched: Bool { isRisk && isOpen && note.lacks(Note.owner) }
}
