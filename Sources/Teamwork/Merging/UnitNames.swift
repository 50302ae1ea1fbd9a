internal import Text

/// What the tasks or entries of a body are called: by their anchors, else by their words.
struct UnitNames {
  /// Whether no two are called the same: only then is it known which is which.
  let areUnique: Bool
  /// For each the name of the one that it is a part of.
  private let parents: [Name: Name?]

  init(_ units: BodyUnits) {
    let names = units.tasks.map { task in task.anchor.map { Name("^\($0.value)") } ?? Name(task.text) }
    var parents: [Name: Name?] = [:]
    for (name, task) in zip(names, units.tasks) { parents.updateValue(task.parent.map { names[$0] }, forKey: name) }
    self.parents = parents
    areUnique = parents.count == names.count
  }

  /// Whether a merged body has each task that no side took away once, and each under the one under which a side put it.
  static func hold(_ merged: UnitNames, of versions: Versions<UnitNames>) -> Bool {
    let names = versions.map { Set($0.parents.keys) }
    let expected = names.ours.intersection(names.theirs).union(
      names.ours.symmetricDifference(names.theirs).subtracting(names.base))
    return merged.areUnique && Set(merged.parents.keys) == expected
      && merged.parents.allSatisfy { name, parent in
        let (ours, theirs) = (versions.ours.parents[name], versions.theirs.parents[name])
        guard let mine = ours ?? theirs, let yours = theirs ?? ours else { return false }
        return Versions(base: versions.base.parents[name] ?? mine, ours: mine, theirs: yours).settled == parent
      }
  }
}
