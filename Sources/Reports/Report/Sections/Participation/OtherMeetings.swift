internal import Teamwork
internal import Text

/// The meetings of the period beside one-on-ones, and the places where people talk.
struct OtherMeetings {
  private let context: ReportContext
  /// In the order of the format.
  private let kinds: [(kind: String, days: [Day])]
  /// Goals of several people, in progress, without a kick-off; nil where no kick-off is on file at all.
  private let withoutKickoff: (goals: [Record], of: Int)?
  private let channels: [(name: String, purpose: String)]

  private static let words: [(kind: String, one: String, many: String)] = [
    ("kickoff", "kick-off", "kick-offs"), ("check-in", "check-in", "check-ins"),
    ("retrospective", "retrospective", "retrospectives"),
    ("planning", "planning", "plannings"), ("celebration", "celebration", "celebrations"),
    ("social", "time together", "times together"),
  ]

  init(_ context: ReportContext) {
    self.context = context
    var days: [String: [Day]] = [:]
    var kickedOff: Set<Name> = []
    var hasKickoff = false
    for record in context.now.records where record.kind == .meeting {
      guard let kind = record.text("kind"), let day = record.day("date")?.value, day <= context.input.asOf else {
        continue
      }
      if context.period.contains(day) { days[kind, default: []].append(day) }
      if kind == "kickoff" {
        hasKickoff = true
        for goal in record.names("goals") { kickedOff.insert(goal.value) }
      }
    }
    kinds = Self.words.map { ($0.kind, days[$0.kind]?.sorted() ?? []) }
    let shared = context.now.records.filter {
      $0.kind == .goal && $0.status?.isInProgress == true && context.now.mode(of: $0) == .collaborate
    }
    withoutKickoff = hasKickoff && !shared.isEmpty ? (shared.filter { !kickedOff.contains($0.id) }, shared.count) : nil
    let charter = context.now.records.first { $0.kind == .charter }
    channels =
      charter?.list("channels").compactMap { item in
        item.value[member: "name"]?.value.asText.map { ($0, item.value[member: "for"]?.value.asText ?? "") }
      } ?? []
  }

  var isEmpty: Bool { kinds.allSatisfy(\.days.isEmpty) }
  var hasChannels: Bool { !channels.isEmpty }

  var finding: [Line] {
    var lines: [Line] = []
    if !isEmpty {
      let told = zip(Self.words, kinds).filter { !$0.1.days.isEmpty }.map { words, found -> String in
        let count = SummaryWords.counted(found.days.count, words.one, words.many)
        return found.days.count <= 2 ? "\(count) (\(found.days.map(context.day).joined(separator: ", ")))" : count
      }
      var sentences: [Line] = ["People met for \(SummaryWords.list(told))."]
      let none = zip(Self.words, kinds).filter { $0.1.days.isEmpty }.map(\.0.one)
      if !none.isEmpty { sentences.append("No \(SummaryWords.list(none, last: "or")) is on file for the period.") }
      if let (goals, all) = withoutKickoff, !goals.isEmpty {
        sentences.append(
          "No kick-off names \(SummaryWords.part(goals.count, of: all, "shared goal in progress", "shared goals in progress")): \(Line.goals(goals.map(\.id), context))."
        )
      }
      lines.append(.sentences(sentences))
    }
    if !channels.isEmpty {
      let names = channels.map { $0.purpose.isEmpty ? $0.name : "\($0.name) (\($0.purpose))" }
      lines.append("Where people talk, as the charter says: \(names.joined(separator: "; ")).")
    }
    return lines
  }
}
