internal import Teamwork
internal import Text

extension ReportContext {
  /// What happened to each record of a kind, as places in the story's `events`, the earliest first. A renamed record is
  /// found under its last id, with what happened before.
  func trails(of kind: Kind) -> [Name: [Int]] {
    var trails: [Name: [Int]] = [:]
    for index in story.events.indices.reversed() where story.events[index].kind == kind {
      let event = story.events[index]
      if case .renamed(let from, _) = event.change, let earlier = trails.removeValue(forKey: from) {
        trails[event.id] = earlier
      }
      trails[event.id, default: []].append(index)
    }
    return trails
  }

  func day(ofEvent index: Int) -> Day? { story.commit(of: story.events[index])?.day }

  func isInPeriod(_ index: Int) -> Bool { story.events[index].commit.map { input.isInPeriod[$0] } ?? false }

  /// The commit of an event, as people quote it.
  func quoted(_ index: Int) -> Line.Part? { story.commit(of: story.events[index]).map(commit) }
}

extension Event {
  var isCreation: Bool { if case .created = change { true } else { false } }
  var isRemoval: Bool { if case .removed = change { true } else { false } }

  /// What a field said before and after, where the event is about that field.
  func move(of field: Name) -> (from: FieldContent?, to: FieldContent?)? {
    if case .field(field, let from, let to) = change { (from, to) } else { nil }
  }
}
