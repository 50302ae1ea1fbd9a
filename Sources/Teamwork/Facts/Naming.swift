package import Text

/// What things are called, by themselves and in a sentence.
extension Record {
  /// What people call it: its title or name, else its id.
  package var title: String {
    kind.declaration.title.flatMap { self[$0] } ?? (kind == .charter ? "the charter" : id.text)
  }

  /// In a sentence: "Ben", "the Platform team", "the Release manager". A team that calls itself one is not called so twice.
  package var called: String {
    switch kind {
    case .team: title.lowercased().hasSuffix("team") ? "the \(title)" : "the \(title) team"
    case .role: "the \(title)"
    case .charter, .person, .goal, .status, .feedback, .request, .decision, .meeting, .note, .pulse: title
    }
  }
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
