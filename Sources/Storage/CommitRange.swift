package import Git

/// The commits of a change: what can be reached from its tips and not from what was there before.
package struct CommitRange {
  /// Everything that can be reached from any of them.
  package let history: History
  /// Places in the history's steps, newest first.
  package let fresh: [Int]
  /// The newest commit that the tips and what was there before have in common; nil where there is none.
  package let mergeBase: ObjectID?
  private let isFresh: [Bool]
  private let places: [ObjectID: Int]

  /// - Parameters:
  ///   - tips: what is judged, or what it stands on.
  ///   - known: what was there before.
  ///   - carried: commits whose work the change carries over without coming after them.
  package init(_ repository: Repository, tips: [ObjectID], known: [ObjectID], carried: [ObjectID] = []) throws {
    let history = try repository.history(fromAll: tips + known + carried)
    self.history = history
    var places: [ObjectID: Int] = [:]
    places.reserveCapacity(history.steps.count)
    for (place, step) in history.steps.enumerated() { places[step.id] = place }
    self.places = places
    let isNew = Self.reached(from: tips.compactMap { places[$0] }, history)
    let isOld = Self.reached(from: known.compactMap { places[$0] }, history)
    mergeBase = history.steps.indices.first { isNew[$0] && isOld[$0] }.map { history.steps[$0].id }
    isFresh = history.steps.indices.map { isNew[$0] && !isOld[$0] }
    let marks = isFresh
    fresh = history.steps.indices.filter { marks[$0] }
  }

  /// Those before the change, and those that it carries over, newest first.
  package var earlier: [Int] { history.steps.indices.filter { !isFresh[$0] } }

  /// The first commit of the change whose parents are not all here; nil where all are.
  package var cut: ObjectID? { fresh.first { history.steps[$0].isCut }.map { history.steps[$0].id } }

  package func place(of commit: ObjectID) -> Int? { places[commit] }

  /// Whether a commit can be reached from another.
  package func reaches(_ commit: ObjectID, from start: ObjectID) -> Bool {
    guard let place = places[commit], let start = places[start] else { return false }
    return Self.reached(from: [start], history)[place]
  }

  /// The newest commit that two have in common; nil where there is none.
  func mergeBase(_ a: Int, _ b: Int) -> Int? {
    let (first, second) = (Self.reached(from: [a], history), Self.reached(from: [b], history))
    return history.steps.indices.first { first[$0] && second[$0] }
  }

  private static func reached(from places: [Int], _ history: History) -> [Bool] {
    var isReached = [Bool](repeating: false, count: history.steps.count)
    for place in places { isReached[place] = true }
    // Every commit comes before its parents.
    for place in (places.min() ?? isReached.count)..<isReached.count where isReached[place] {
      for parent in history.steps[place].parents { isReached[parent] = true }
    }
    return isReached
  }
}
