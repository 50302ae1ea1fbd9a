internal import Teamwork
internal import Text

/// Which teams ask which, and who has answered.
struct TeamFlow {
  let flow: RequestFlow
  /// Of those asked, how many it takes to have more than half of the requests.
  let half: [String]

  private static let noTeam = "no team"
  private static let severalTeams = "several teams"
  /// More on one side are joined, the small ones first.
  private static let most = 12
  private static let few = 4

  init(_ requests: [RequestsOfPeriod.Request], _ context: ReportContext) {
    var from = Tally()
    var to = Tally()
    let pairs = requests.map { request in
      (
        from.add(Self.team(of: request.from, context), isAnswered: request.isAnswered),
        to.add(Self.team(asked: request.to, context), isAnswered: request.isAnswered)
      )
    }
    let (left, leftPlaces) = from.sides(joiningBelow: Self.few, atMost: Self.most)
    let (right, rightPlaces) = to.sides(joiningBelow: Self.few, atMost: Self.most)
    var bands: [Int: Int] = [:]
    for (from, to) in pairs { bands[leftPlaces[from] * right.count + rightPlaces[to], default: 0] += 1 }
    flow = RequestFlow(
      from: left, to: right,
      bands: bands.sorted { $0.key < $1.key }.map {
        RequestFlow.Band(from: $0.key / right.count, to: $0.key % right.count, count: $0.value)
      })
    var half: [String] = []
    var sum = 0
    for side in to.sorted where sum * 2 <= requests.count {
      half.append(side.name)
      sum += side.count
    }
    self.half = half
  }

  private static func team(of person: Name, _ context: ReportContext) -> String {
    let teams = context.teams(of: person)
    return teams.isEmpty ? noTeam : teams.count > 1 ? severalTeams : name(teams[0], context)
  }

  private static func team(asked: Name, _ context: ReportContext) -> String {
    guard case .record(let number) = context.now.resolve(asked, as: [.person, .team, .role]) else { return noTeam }
    let record = context.now.records[number]
    switch record.kind {
    case .team: return record.title
    case .role:
      if let team = record.name("team")?.value { return name(team, context) }
      let holders = record.names("holders").map(\.value)
      return holders.count == 1 ? team(of: holders[0], context) : noTeam
    default: return team(of: record.id, context)
    }
  }

  private static func name(_ team: Name, _ context: ReportContext) -> String {
    context.now.record(.team, team)?.title ?? team.text
  }

  /// Counts by name.
  private struct Tally {
    private var places: [String: Int] = [:]
    private var sides: [RequestFlow.Side] = []

    /// - Returns: the name's place.
    mutating func add(_ name: String, isAnswered: Bool) -> Int {
      let place = places[name] ?? sides.count
      if place == sides.count {
        places[name] = place
        sides.append(.init(name: name, count: 0, answered: 0))
      }
      sides[place].count += 1
      if isAnswered { sides[place].answered += 1 }
      return place
    }

    private var order: [Int] {
      sides.indices.sorted {
        (sides[$1].count, sides[$0].name.lowercased(), $0) < (sides[$0].count, sides[$1].name.lowercased(), $1)
      }
    }

    var sorted: [RequestFlow.Side] { order.map { sides[$0] } }

    /// Most first, the rest joined; and where each of the places has come to.
    func sides(joiningBelow few: Int, atMost most: Int) -> ([RequestFlow.Side], [Int]) {
      let order = order
      var kept = order
      if order.count > most {
        kept = Array(order.prefix(most - 1).filter { sides[$0].count >= few })
      }
      var result = kept.map { sides[$0] }
      var places = [Int](repeating: kept.count, count: sides.count)
      for (place, side) in kept.enumerated() { places[side] = place }
      if kept.count < order.count {
        let rest = order.dropFirst(kept.count).map { sides[$0] }
        result.append(
          .init(
            name: "\(rest.count) others", count: rest.reduce(0) { $0 + $1.count },
            answered: rest.reduce(0) { $0 + $1.answered }))
      }
      return (result, places)
    }
  }
}
