package import Text

/// What things are called, by themselves and in a sentence.
extension Record {
  /// What people call it: its title or name, else its id.
  package var title: String {
    kind.declaration.title.flatMap { self[$0] } ?? (kind == .charter ? "the charter" : id.text)
  }

  /// In a sentence: "Ben", "the Platform team", "the Release manager".
  package var called: String { kind.declaration.called(title) }
}

extension Workspace {
  /// What somebody is called; the id where nobody on file has it.
  package func title(ofPerson id: Name) -> String { record(.person, id)?.title ?? id.text }

  /// In a sentence, what a reference names; as it is written where that is nothing or not one thing.
  package func called(_ reference: Name, as kinds: [Kind]) -> String {
    guard case .record(let number) = resolve(reference, as: kinds) else { return reference.text }
    return records[number].called
  }
}
