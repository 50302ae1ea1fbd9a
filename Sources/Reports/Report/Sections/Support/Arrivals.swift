internal import Teamwork
internal import Text

/// Which commit brought a record, however it was named then.
struct Arrivals {
  private let commits: [CommitInfo]
  private var places: [Name: Int] = [:]
  private var events: [Name: Int] = [:]

  init(_ story: Story, of kind: Kind) {
    commits = story.commits
    // The oldest first, so that what came twice came when it came first.
    for index in story.events.indices.reversed() where story.events[index].kind == kind {
      let event = story.events[index]
      guard let commit = event.commit else { continue }
      switch event.change {
      case .created where places[event.id] == nil: (places[event.id], events[event.id]) = (commit, index)
      case .renamed(let from, let to) where from != to: (places[to], events[to]) = (places[from], events[from])
      default: break
      }
    }
  }

  /// The commit's place in the story; nil where it is not known when the record came.
  func place(_ id: Name) -> Int? { places[id].flatMap { commits[$0].isCut ? nil : $0 } }

  func day(_ id: Name) -> Day? { place(id).map { commits[$0].day } }

  /// The event's place in the story.
  func event(_ id: Name) -> Int? { place(id) == nil ? nil : events[id] }
}
