internal import Teamwork
internal import Text

/// What the commits of the period say of themselves: who made them, when, and whether they are signed.
struct CommitDates {
  /// Places in the story's `commits`, newest first.
  let all: [Int]
  /// Made more than a day before they were committed.
  private(set) var madeEarlier: [Int] = []
  /// Bear an earlier time than a commit that they build on.
  private(set) var beforeParent: [Int] = []
  /// Brought a report more than two weeks after its week.
  private(set) var lateReports: [Int] = []
  let signed: [Int]
  let known: [Int]
  let merges: [Int]

  /// How many days after its week a report is no longer only late.
  static let lateness = 14
  private static let secondsOfDay: Int64 = 86_400

  init(_ context: ReportContext) {
    let commits = context.story.commits
    let all = commits.indices.filter { context.input.isInPeriod[$0] }
    self.all = all
    signed = all.filter { commits[$0].isSigned }
    known = all.filter { commits[$0].person != nil }
    merges = all.filter { commits[$0].isMerge }
    madeEarlier = all.filter {
      commits[$0].authorTime != 0 && commits[$0].time - commits[$0].authorTime > Self.secondsOfDay
    }
    // The story takes the newest first of what may come next: whatever is newer than the one before it had to wait for it.
    beforeParent = all.filter { $0 + 1 < commits.count && commits[$0].time < commits[$0 + 1].time }
    var late: Set<Int> = []
    for index in context.eventsInPeriod
    where context.story.events[index].kind == .status && context.story.events[index].isCreation {
      let event = context.story.events[index]
      guard let commit = event.commit, let week = Week(String(event.id.text.prefix(8))) else { continue }
      if commits[commit].day - week.sunday > Self.lateness { late.insert(commit) }
    }
    lateReports = late.sorted()
  }

  var backdated: [Int] { Set(madeEarlier + beforeParent + lateReports).sorted() }

  /// Without addresses: those of strangers are nobody's business.
  static func name(of commit: CommitInfo, _ context: ReportContext) -> String {
    if let person = commit.person { return context.person(person) }
    return commit.authorName.isEmpty || commit.authorName.utf8.contains(UInt8(ascii: "@"))
      ? "somebody without a name" : commit.authorName
  }

  // MARK: In words

  private func quoted(_ commits: [Int], _ context: ReportContext) -> Line {
    Line.some(of: commits.map { Line([context.commit(context.story.commits[$0])]) })
  }

  func dates(_ context: ReportContext) -> Line {
    var lines: [Line] = []
    func say(_ commits: [Int], _ one: String, _ many: String) {
      if !commits.isEmpty {
        lines.append(
          "\(SummaryWords.capitalised(SummaryWords.counted(commits.count, "commit"))) \(commits.count == 1 ? one : many): \(quoted(commits, context))."
        )
      }
    }
    say(
      madeEarlier, "was made more than a day before it was committed, as after a rebase or by mail",
      "were made more than a day before they were committed, as after a rebase or by mail")
    say(
      beforeParent, "bears an earlier time than one that it builds on",
      "bear an earlier time than ones that they build on")
    say(
      lateReports, "brought a report more than two weeks after its week",
      "brought reports more than two weeks after their weeks")
    return lines.isEmpty
      ? "\(.strong([.text("No date looks odd:")])) commits were made on the days on which they were committed, and reports came within two weeks."
      : Line.sentences(lines)
  }

  func signatures() -> Line {
    let count = signed.count
    if count == 0 {
      return
        "\(.strong([.text(all.count == 1 ? "The one commit is not signed." : "No commit of the period is signed.")])) Who made it is what the commit says, not proof."
    }
    let share =
      count == all.count
      ? (count == 1
        ? "The one commit of the period carries a signature."
        : "\(SummaryWords.capitalised(SummaryWords.every(count))) commits of the period carry a signature.")
      : "\(SummaryWords.capitalised(SummaryWords.ratio(count, all.count))) commits \(SummaryWords.verb(count, "carries", "carry")) a signature."
    return "\(.strong([.text(share)])) Whether \(count == 1 ? "it is" : "they are") good was not checked."
  }

  func strangers(_ context: ReportContext) -> Line {
    let strange = all.filter { context.story.commits[$0].person == nil }
    if strange.isEmpty { return "\(.strong([.text("Everybody who committed is on file.")]))" }
    let names = Set(strange.map { Name(Self.name(of: context.story.commits[$0], context)) }).sorted().map {
      Line($0.text)
    }
    return
      "\(.strong([.text("\(SummaryWords.capitalised(SummaryWords.counted(strange.count, "commit"))) \(strange.count == 1 ? "is" : "are") by nobody on file")])): \(Line.some(of: names, most: 6)). An address in a person’s \(.code("emails")) tells them apart."
  }
}
