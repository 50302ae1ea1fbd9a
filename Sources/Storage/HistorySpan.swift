internal import Teamwork

extension WorkspaceHistory {
  /// For each of the story's commits: whether the commit `last` has it and `first` has not.
  ///
  /// - Parameters:
  ///   - first: a place in the history's steps; nil for the time before everything.
  ///   - last: nil for none at all.
  package func commits(after first: Int?, upTo last: Int?) -> [Bool] {
    let wanted = ancestors(of: last)
    let old = ancestors(of: first)
    return tellers.map { teller in
      let step = touched[teller].step
      return wanted[step] && !old[step]
    }
  }

  /// The history's steps, newest first, which the step `last` has and `first` has not.
  package func steps(after first: Int?, upTo last: Int?) -> [Int] {
    let wanted = ancestors(of: last)
    let old = ancestors(of: first)
    return history.steps.indices.filter { wanted[$0] && !old[$0] }
  }

  /// Which steps a step reaches, itself included.
  private func ancestors(of start: Int?) -> [Bool] {
    let steps = history.steps
    var reached = [Bool](repeating: false, count: steps.count)
    guard let start else { return reached }
    reached[start] = true
    // Children stand before their parents.
    for index in start..<steps.count where reached[index] {
      for parent in steps[index].parents { reached[parent] = true }
    }
    return reached
  }
}
