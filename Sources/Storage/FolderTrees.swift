internal import Git

/// The tree of the workspace's folder in every commit of a history, also where the folder lay elsewhere before.
struct FolderTrees: Sendable {
  private var trees: [ObjectID?]
  /// Where the folder lay, by `places`.
  private var folders: [Int]
  private(set) var places: [String]

  /// A workspace moves rarely; somebody who moves it for ever is not followed for ever.
  private static let mostMoves = 16

  /// - Parameter known: by the commits' trees.
  init(_ history: History, folder: String, known: [ObjectID: ObjectID?], _ repositories: RepositoryPool) throws {
    places = [folder]
    folders = [Int](repeating: 0, count: history.steps.count)
    trees = history.steps.map { known[$0.tree] ?? nil }
    var start = 0
    while places.count <= Self.mostMoves, let (step, place) = try move(history, from: start, repositories) {
      start = step + 1
      places.append(place)
      try follow(history, from: step, repositories)
    }
  }

  func tree(of step: Int) -> ObjectID? { trees[step] }

  /// Relative to the repository's top.
  func folder(of step: Int) -> String { places[folders[step]] }

  /// The next commit, of those before `start`, in which the folder came whole from somewhere else.
  private func move(_ history: History, from start: Int, _ repositories: RepositoryPool) throws -> (
    step: Int, place: String
  )? {
    for step in start..<history.steps.count {
      guard let tree = trees[step], !history.steps[step].parents.isEmpty,
        history.steps[step].parents.allSatisfy({ trees[$0] == nil })
      else { continue }
      for parent in history.steps[step].parents {
        let place = try repositories.with { try $0.path(ofTree: tree, in: history.steps[parent].tree) }
        if let place, try repositories.with({ try $0.subtree(of: history.steps[step].tree, path: place) }) == nil {
          return (step, String(decoding: place, as: UTF8.self))
        }
      }
    }
    return nil
  }

  /// Looks in the newest of `places` where those before a step have no folder.
  private mutating func follow(_ history: History, from step: Int, _ repositories: RepositoryPool) throws {
    let place = Array(places[places.count - 1].utf8)
    var reached = [Bool](repeating: false, count: history.steps.count)
    for parent in history.steps[step].parents { reached[parent] = true }
    for older in (step + 1)..<history.steps.count where reached[older] {
      for parent in history.steps[older].parents { reached[parent] = true }
      guard trees[older] == nil else { continue }
      trees[older] = try repositories.with { try $0.subtree(of: history.steps[older].tree, path: place) }
      folders[older] = places.count - 1
    }
  }
}
