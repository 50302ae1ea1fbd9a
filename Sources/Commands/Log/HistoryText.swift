internal import Teamwork
internal import Text

/// Events in the words of the format, by commit and record.
struct HistoryText {
  let width: Int
  /// Dates of this year are told without it; of a commit, its own.
  let year: Int?
  /// That the events are of; nil for what is not committed.
  var story: EventHistory?

  /// Of records that came, went or changed alike, more than so many are counted, not told.
  private static let mostAlike = 12
  private static let leastColumn = 8
  private static let widestColumn = 20

  /// The commits, newest first.
  func styled(_ events: [Event], of story: EventHistory) -> StyledText {
    var text = StyledText()
    var start = 0
    while start < events.count {
      var end = start
      while end < events.count, events[end].commit == events[start].commit { end += 1 }
      if start > 0 { text.line() }
      let commit = story.commit(of: events[start])
      if let commit { appendHead(commit, to: &text) }
      HistoryText(width: width, year: commit?.day.civil.year, story: story).append(
        Array(events[start..<end]), to: &text)
      start = end
    }
    return text
  }

  private func appendHead(_ commit: CommitInfo, to text: inout StyledText) {
    text.append(commit.short, .placeholder)
    text.append("  ")
    var phrase = Phrase("\(commit.day.weekdayName) \(commit.day.short())")
    let author = [commit.authorName, commit.authorEmail].first { !$0.isEmpty } ?? "(nobody)"
    phrase.add(author, gap: 2)
    phrase.add(commit.subject.isEmpty ? "(no message)" : commit.subject, .strong, gap: 2)
    if commit.isMerge { phrase.add("(merge; what it changed itself)", .dim) }
    phrase.write(to: &text, from: commit.short.utf8.count + 2, indent: commit.short.utf8.count + 2, width: width)
  }

  /// What happened in one commit, or between two trees.
  func append(_ events: [Event], to text: inout StyledText) {
    var folded: [Phrase] = []
    let rest = fold(events, &folded)
    var groups: [(name: String, phrases: [Phrase])] = []
    var start = 0
    while start < rest.count {
      var end = start
      while end < rest.count, rest[end].path == rest[start].path { end += 1 }
      var phrases = EventWords(year: year).phrases(Array(rest[start..<end]))
      if let earlier = rest[start].repeats, rest[start..<end].allSatisfy({ $0.repeats == earlier }), let story {
        phrases[phrases.count - 1].add("(as in \(story.commits[earlier].short), on another branch)", .dim)
      }
      groups.append((visible(rest[start].id.text), phrases))
      start = end
    }
    for phrase in folded {
      text.append("  ")
      phrase.write(to: &text, from: 2, indent: 4, width: width)
    }
    let widest = min(Self.widestColumn, width / 3)
    let column = 2 + max(Self.leastColumn, groups.map { displayWidth($0.name) }.filter { $0 <= widest }.max() ?? 0) + 2
    for (name, phrases) in groups {
      text.append("  ")
      text.append(name, .strong)
      // A name that is wider than the column pushes a single thing to the right; of several it has a line to itself.
      var used = 2 + displayWidth(name)
      if used + 2 > column, phrases.count > 1 {
        text.line()
        used = 0
      }
      for phrase in phrases {
        let space = max(used == 0 ? 0 : 2, column - used)
        text.append(String(repeating: " ", count: space))
        phrase.write(to: &text, from: used + space, indent: column + 2, width: width)
        used = 0
      }
    }
  }

  // MARK: Many of a kind

  /// Takes out what many records have in common, and says it once.
  private func fold(_ events: [Event], _ folded: inout [Phrase]) -> [Event] {
    var alone: [String: Int] = [:]
    for event in events { alone[event.path, default: 0] += 1 }
    // How an event is alike others; nil where a record has more to tell.
    func likeness(_ event: Event) -> String? {
      switch event.change {
      case .created: return "new"
      case .removed: return "removed"
      case .renamed: return "renamed"
      case .field(let name, let from, let to):
        guard alone[event.path] == 1 else { return nil }
        return "\(name) \(from == nil ? "set" : to == nil ? "taken out" : "changed")"
      case .text: return event.isUnreadable ? nil : "reworded"
      default: return nil
      }
    }
    var groups: [String: [Event]] = [:]
    var order: [String] = []
    for event in events {
      guard let name = likeness(event) else { continue }
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(event)
    }
    for name in order {
      guard let group = groups[name], group.count > Self.mostAlike else {
        groups[name] = nil
        continue
      }
      folded.append(Self.phrase(name, group))
    }
    return events.filter { event in likeness(event).map { groups[$0] == nil } ?? true }
  }

  private static func phrase(_ what: String, _ events: [Event]) -> Phrase {
    var phrase = Phrase()
    let label: Label? = what == "new" ? .added : what == "removed" ? .removed : nil
    let kinds = Kind.allCases.compactMap { kind -> String? in
      let own = events.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      let tasks = own.reduce(0) { count, event in
        switch event.change {
        case .created(let tasks), .removed(let tasks): count + tasks.count
        default: count
        }
      }
      return kind.counted(own.count) + (tasks > 0 ? " with \(counted(tasks, "task"))" : "")
    }
    if case .field? = events.first?.change {
      let values = values(events)
      if let values, values.count == 1, case .field(let name, _, _)? = events.first?.change {
        phrase.add("\(name) now \(values[0].value) in " + kinds.joined(separator: ", "))
      } else {
        phrase.add("\(what) in " + kinds.joined(separator: ", "))
        if let values { phrase.add("– " + values.map { "\($0.value) \($0.count)" }.joined(separator: ", ")) }
      }
    } else if what == "reworded" {
      phrase.add("\(what): " + kinds.joined(separator: ", "))
    } else if kinds.count == 1 {
      phrase.add(what == "new" ? "new:" : what + ":", label)
      phrase.add(kinds[0])
    } else {
      phrase.add("\(what):", label)
      phrase.add("\(events.count) records – " + kinds.joined(separator: ", "))
    }
    return phrase
  }

  /// What a field came to in many records, where that is one of a few things, and in how many; the most frequent first.
  private static func values(_ events: [Event]) -> [(value: String, count: Int)]? {
    var counts: [String: Int] = [:]
    for event in events {
      guard case .field(let name, _, let to?) = event.change, case .oneOf? = event.kind.declaration.field(name)?.type
      else { return nil }
      counts[to.shown, default: 0] += 1
    }
    if counts.count > 4 { return nil }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

extension Kind {
  /// `3 people`.
  func counted(_ count: Int) -> String {
    self == .charter
      ? declaration.article : count == 1 ? "1 \(declaration.noun)" : "\(count) \(declaration.plural)"
  }
}
