/// All rules, in the order of their names.
package enum Rules {
  package static let all: [Rule] = [
    .unownedGoal
  ]

  package static let names: [String] = all.map(\.name)

  package static func named(_ name: String) -> Rule? { all.first { $0.name == name } }
}
