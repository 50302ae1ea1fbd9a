internal import Teamwork
internal import Text

/// What happened to a field.
struct FieldWords {
  private let kind: Kind
  private let name: Name
  private let type: FieldType?
  private let isPrivate: Bool
  private let year: Int?

  /// A longer text is prose: that it changed is told, not how.
  private static let longestText = 120

  init(_ kind: Kind, _ name: Name, year: Int?) {
    self.kind = kind
    self.name = name
    self.year = year
    let field = kind.declaration.field(name)
    type = field?.type
    isPrivate = field?.isPrivate ?? false
  }

  static func quoted(_ text: String) -> String { "“\(text)”" }

  /// - Parameters:
  ///   - from: nil for an absent or empty field, as in the event.
  func phrases(_ from: FieldContent?, _ to: FieldContent?) -> [Phrase] {
    var head = Phrase(name.text)
    if isPrivate || isProse(from) || isProse(to) {
      head.add(
        from == nil ? "written" : to == nil ? "taken out" : isPrivate ? "changed" : "reworded", isPrivate ? .dim : nil)
      return [head]
    }
    if isCollection(from) || isCollection(to) { return collection(head, from, to) }
    switch (from, to) {
    case (let from?, let to?):
      let (old, new) = (value(from), value(to))
      head.add(old.text, .dim)
      head.add("→")
      head.add(new.text, new.label)
    case (nil, let to?):
      let new = value(to)
      head.add("set to")
      head.add(new.text, new.label)
    case (let from?, nil):
      head.add("taken out, was")
      head.add(value(from).text, .dim)
    case (nil, nil): break
    }
    return [head]
  }

  // MARK: Values

  private func isProse(_ content: FieldContent?) -> Bool {
    guard let text = content?.asText?.text else { return false }
    if case .text? = type { return true }
    return text.utf8.count > Self.longestText || text.utf8.contains(0x0A)
  }

  private func isCollection(_ content: FieldContent?) -> Bool {
    switch content {
    case .list?, .mapping?: true
    default: false
    }
  }

  private func value(_ content: FieldContent) -> (text: String, label: Label?) {
    let text = content.shown
    switch type {
    case .date?: return (Day(text)?.short(in: year) ?? text, nil)
    case .line?: return (Self.quoted(text), nil)
    case .oneOf?: return (text, kind == .goal && name == "status" ? GoalStatus(rawValue: text)?.label : nil)
    default: return (text.utf8.contains(0x20) ? Self.quoted(text) : text, nil)
    }
  }

  // MARK: Lists and mappings

  /// What tells an entry of a collection from the others, and what it says.
  private struct Entry {
    let key: String
    let content: FieldContent?
  }

  private func entries(_ content: FieldContent?) -> [Entry] {
    switch content {
    case nil: return []
    case .mapping(let members)?: return members.map { Entry(key: $0.name.text, content: $0.value) }
    case let content?:
      return content.elements.map { element in
        guard case .mapping(let members) = element else { return Entry(key: element.shown, content: nil) }
        let named = members.first { ["name", "id", "goal", "from"].contains($0.name.text) } ?? members.first
        return Entry(key: named?.value?.shown ?? "", content: element)
      }
    }
  }

  private func collection(_ head: Phrase, _ from: FieldContent?, _ to: FieldContent?) -> [Phrase] {
    let (old, new) = (entries(from), entries(to))
    var left = old
    var added: [String] = []
    var phrases: [Phrase] = []
    for entry in new {
      guard let index = left.firstIndex(where: { Name($0.key) == Name(entry.key) }) else {
        added.append(shown(entry))
        continue
      }
      let earlier = left.remove(at: index)
      if earlier.content != entry.content { phrases += members(entry.key, earlier.content, entry.content) }
    }
    if !added.isEmpty || !left.isEmpty {
      var phrase = head
      if !added.isEmpty { phrase.add("+ " + added.joined(separator: ", "), .added) }
      if !left.isEmpty { phrase.add("− " + left.map(shown).joined(separator: ", "), .removed) }
      phrases.insert(phrase, at: 0)
    }
    if phrases.isEmpty {
      var phrase = head
      phrase.add("in another order")
      phrases.append(phrase)
    }
    return phrases
  }

  private func shown(_ entry: Entry) -> String {
    entry.key.utf8.contains(0x20) ? Self.quoted(entry.key) : entry.key.isEmpty ? "(empty)" : entry.key
  }

  /// `measures “late stops”: now 3 → 2`.
  private func members(_ key: String, _ from: FieldContent?, _ to: FieldContent?) -> [Phrase] {
    var phrase = Phrase("\(name) \(key.utf8.contains(0x20) ? Self.quoted(key) : key):")
    guard case .mapping(let old)? = from, case .mapping(let new)? = to else {
      phrase.add(from?.shown ?? "(empty)", .dim)
      phrase.add("→")
      phrase.add(to?.shown ?? "(empty)")
      return [phrase]
    }
    var parts: [String] = []
    for member in new where old.first(where: { $0.name == member.name })?.value != member.value {
      let earlier = old.first { $0.name == member.name }?.value
      parts.append(
        earlier.map { "\(member.name) \($0.shown) → \(member.value?.shown ?? "(empty)")" }
          ?? "\(member.name) set to \(member.value?.shown ?? "(empty)")")
    }
    for member in old where !new.contains(where: { $0.name == member.name }) {
      parts.append("\(member.name) taken out")
    }
    phrase.add(parts.joined(separator: ", "))
    return [phrase]
  }
}
