/// Which of many versions are versions of one thing: of one record, or of one task.
///
/// A version is a content at a place. Whatever follows from another (changed, renamed, moved, merged) is joined with it, and
/// what came back as it once was is the same version again. So each thing has one **life**, whatever it was called and on
/// whatever branch something was done to it; what takes a free name without following from what had it is another.
package struct Lineage: Sendable {
  /// By version one that is nearer to the one that stands for all.
  private var nearer: [Int]

  package init(count: Int) { nearer = Array(0..<count) }

  package var count: Int { nearer.count }

  package mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (life(of: a), life(of: b))
    if first == second { return }
    nearer[max(first, second)] = min(first, second)
  }

  /// What all versions of one thing have in common, and no other has.
  package mutating func life(of version: Int) -> Int {
    var root = version
    while nearer[root] != root {
      nearer[root] = nearer[nearer[root]]
      root = nearer[root]
    }
    return root
  }

  /// The lives of all versions, when all are joined.
  package mutating func lives() -> [Int] { nearer.indices.map { life(of: $0) } }
}
