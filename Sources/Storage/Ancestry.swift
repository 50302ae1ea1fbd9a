internal import Git

/// Which commits come before which.
///
/// Most commits follow one another in a line: such a line is one place, whatever its length.
struct Ancestry: Sendable {
  private let steps: [History.Step]
  /// By step its line.
  private var lines: [Int] = []
  /// By line its oldest step.
  private var ends: [Int] = []

  init(_ history: History) {
    steps = history.steps
    var children = [Int](repeating: 0, count: steps.count)
    for step in steps { for parent in step.parents { children[parent] += 1 } }
    lines = [Int](repeating: -1, count: steps.count)
    // Children stand before their parents.
    for (index, step) in steps.enumerated() {
      if lines[index] < 0 {
        lines[index] = ends.count
        ends.append(index)
      }
      ends[lines[index]] = index
      if step.parents.count == 1, let parent = step.parents.first, children[parent] == 1 {
        lines[parent] = lines[index]
      }
    }
  }

  /// Whether all commits follow one another.
  var isOneLine: Bool { ends.count < 2 }

  /// Whether a step can be reached from a later one; each from itself.
  func precedes(_ older: Int, _ newer: Int) -> Bool {
    if older < newer { return false }
    let wanted = lines[older]
    if wanted == lines[newer] { return true }
    var seen: Set<Int> = [lines[newer]]
    var next = [lines[newer]]
    while let line = next.popLast() {
      for parent in steps[ends[line]].parents where parent <= older && seen.insert(lines[parent]).inserted {
        if lines[parent] == wanted { return true }
        next.append(lines[parent])
      }
    }
    return false
  }

  /// By step, whether another commit comes neither before nor after it.
  var hasOtherBranches: [Bool] {
    var result = [Bool](repeating: false, count: steps.count)
    // What has been named as a parent and not been come to.
    var open: Set<Int> = steps.isEmpty ? [] : [0]
    var hasEnded = false
    for (index, step) in steps.enumerated() {
      open.remove(index)
      result[index] = !open.isEmpty || hasEnded
      open.formUnion(step.parents)
      if step.parents.isEmpty { hasEnded = true }
    }
    return result
  }
}
