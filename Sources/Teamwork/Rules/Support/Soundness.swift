internal import Documents
internal import Text

/// What a rule may build on. A wrong value and a reference to nothing are told by rules of their own;
/// what would follow from them is not told a second time.
extension Record {
  /// Whether nothing is wrong with what a field holds, or it is not there.
  func isSound(_ field: some DeclaredField) -> Bool {
    guard let field = entry(field) else { return true }
    return field.value != nil && !diagnostics.contains { field.range.contains($0.range.lowerBound) }
  }

  /// Whether a field of a front matter says nothing: it is not there, blank, or a list without entries.
  func lacks(_ declared: some DeclaredField) -> Bool {
    guard case .mapping = document.frontMatter else { return false }
    guard let field = entry(declared) else { return true }
    return switch field.value {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let items): items.isEmpty && isSound(declared)
    default: false
    }
  }
}

extension Workspace {
  /// The owners that a goal names, each once; nil when one of them cannot be told.
  func knownOwners(of goal: Record) -> [Located<Name>]? {
    guard goal.isSound(Goal.owners) else { return nil }
    var owners: [Located<Name>] = []
    for owner in goal.located(Goal.owners) {
      guard number(.person, owner.value) != nil else { return nil }
      if !owners.contains(where: { $0.value == owner.value }) { owners.append(owner) }
    }
    return owners
  }

  /// How a goal is worked on; nil when what decides it cannot be told.
  func knownMode(of goal: Record) -> Mode? {
    guard goal.isSound(Goal.mode) else { return nil }
    if goal.entry(Goal.mode) == nil {
      guard goal.isSound(Goal.teams) else { return nil }
      let teams = goal.located(Goal.teams)
      if teams.contains(where: { number(.team, $0.value) == nil }) { return nil }
      let decider = teams.count == 1 ? record(.team, teams[0].value) : nil
      for record in [decider, record(.charter, "teamwork")] {
        guard let record else { continue }
        guard record.isReadable, record.isSound(Goal.mode) else { return nil }
        if record.entry(Goal.mode) != nil { break }
      }
    }
    return mode(of: goal)
  }
}

extension Task {
  /// Whether it mentions somebody who is not there: it may be theirs.
  func namesStranger(in workspace: Workspace) -> Bool {
    mentions.contains { workspace.mentioned($0.value.text) == nil }
  }
}
