internal import Teamwork
internal import Text

/// Which commit brought a record, however it was named then.
struct Arrivals {
  private let story: EventHistory
  private let trails: RecordTrails

  init(_ context: ReportContext, _ trails: RecordTrails) {
    story = context.story
    self.trails = trails
  }

  init(_ context: ReportContext, of kind: Kind) { self.init(context, context.trails(of: kind)) }

  /// The event's place in the story; nil where it is not known when the record came.
  func event(_ id: Name) -> Int? {
    guard let first = trails[id].first, story.events[first].isCreation, story.commit(of: story.events[first]) != nil
    else { return nil }
    return first
  }

  /// The commit's place in the story.
  func place(_ id: Name) -> Int? { event(id).flatMap { story.events[$0].commit } }

  func day(_ id: Name) -> Day? { place(id).map { story.commits[$0].day } }
}
