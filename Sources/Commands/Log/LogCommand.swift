internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw log`: what changed, in the words of the format, newest first.
  static let log: @Sendable (Session) throws -> Outcome = { session in
    // Only tasks are told of a body.
    let skipped = Set(Kind.allCases.filter { !$0.declaration.hasTasks })
    let history = try session.history(skippingBodiesOf: skipped, eventsOnly: true)
    let story = history?.story ?? Story(commits: [], events: [], isCut: false)
    let (from, to) = try session.days()
    let events =
      from == nil && to == nil
      ? story.events
      : story.events.filter { event in
        guard let day = story.commit(of: event)?.day else { return false }
        return (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
      }
    return session.answer([("events", EventWriter.array(events, of: story))])
  }
}
