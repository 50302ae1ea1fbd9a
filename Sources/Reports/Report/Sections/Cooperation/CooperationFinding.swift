internal import Teamwork
internal import Text

/// What was found about asking and helping, in sentences.
struct CooperationFinding {
  let context: ReportContext
  let of: RequestsOfPeriod
  /// The requests that some feedback is about.
  let withFeedback: Set<Name>
  /// Whom a reference names, as people say it.
  let words: (Name) -> String

  var lines: [Line] { [asking, promises, helping].compactMap { $0 } }

  // MARK: Asking

  private var asking: Line? {
    let standing = of.standing
    guard !standing.isEmpty else {
      return
        "\(SummaryWords.capitalised(SummaryWords.counted(of.requests.count, "request was", "requests were"))) taken back; no other was open in this period."
    }
    let answered = standing.filter(\.isAnswered)
    var sentences: [Line] = []
    let asked = Set(standing.map(\.askedParty)).count
    sentences.append(
      "\(SummaryWords.capitalised(SummaryWords.counted(standing.count, "request"))) went to \(asked == 1 ? words(standing[0].to) : "\(SummaryWords.number(asked)) people, teams or roles")."
    )
    switch answered.count {
    case 0: sentences.append(standing.count == 1 ? "It has no answer yet." : "None has an answer yet.")
    case standing.count:
      sentences.append(
        standing.count == 1 ? "It has an answer\(kinds(answered))." : "All have an answer\(kinds(answered)).")
    default:
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.number(answered.count))) \(answered.count == 1 ? "has" : "have") an answer\(kinds(answered))."
      )
    }
    let days = of.times.map(\.days).sorted()
    if let median = days.median {
      let time = median == 0 ? "on the same day" : "\(SummaryWords.counted(median, "day")) after asking"
      sentences.append(
        days.count == 1
          ? "It came \(time)."
          : days[days.count - 1] == 0
            ? "All answers came on the day of the asking."
            : "Half of the answers came \(median == 0 ? time : "within \(SummaryWords.counted(median, "day"))"), the slowest after \(SummaryWords.counted(days[days.count - 1], "day"))."
      )
    }
    let waiting = of.waiting
    if let longest = waiting.first, !answered.isEmpty || waiting.count < standing.count {
      if waiting.count == 1 {
        sentences.append(
          "“\(context.record(longest.record))”, asked of \(words(longest.to))\(longest.asked.map { " on \(context.day($0))" } ?? ""), waits for a yes or a no."
        )
      } else {
        sentences.append("\(SummaryWords.capitalised(SummaryWords.number(waiting.count))) wait for a yes or a no.")
      }
    }
    let settled = waiting.count { request in
      guard let goal = request.record.name("goal")?.value, let record = context.now.record(.goal, goal) else {
        return false
      }
      return !record.isOpenGoal
    }
    if settled > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(settled, "request that waits is", "requests that wait are"))) for a goal that is done or dropped, and may be taken back."
      )
    }
    let back = of.requests.count - standing.count
    if back > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(back, "other was", "others were"))) taken back.")
    }
    return .sentences(sentences)
  }

  /// ": three accepted, one declined, five done".
  private func kinds(_ answered: [RequestsOfPeriod.Request]) -> String {
    let told = [("done", RequestsOfPeriod.Request.Status.done), ("accepted", .accepted), ("declined", .declined)]
      .compactMap { words, status -> String? in
        let count = answered.count { $0.status == status }
        return count == 0 ? nil : "\(SummaryWords.number(count)) \(words)"
      }
    return answered.count == 1 ? " (\(answered[0].status.rawValue))" : ": " + told.joined(separator: ", ")
  }

  // MARK: Promises

  private var promises: Line? {
    let asOf = context.input.asOf
    let ripe = of.ripe(by: asOf)
    var sentences: [Line] = []
    if !ripe.isEmpty {
      let kept = ripe.count(where: \.isKept)
      if ripe.count == 1 {
        sentences.append(kept == 1 ? "The one promise whose day came was kept." : "One promise came to its day.")
      } else {
        sentences.append(
          "Of \(SummaryWords.number(ripe.count)) promises whose day came, \(kept == ripe.count ? "all were" : kept == 1 ? "one was" : kept == 0 ? "none was" : "\(SummaryWords.number(kept)) were") kept."
        )
      }
    }
    for item in ripe where !item.isKept {
      guard sentences.count < 5, let promised = item.request.promised else { break }
      let title: Line = "“\(context.record(item.request.record))”"
      if let delivered = item.request.delivered, delivered <= asOf {
        sentences.append("\(title) came \(SummaryWords.counted(delivered - promised, "day")) later.")
      } else {
        sentences.append("\(title) was promised for \(context.day(promised)) and is still to come.")
      }
    }
    let after = of.standing.filter {
      $0.status == .accepted && ($0.promised.map { $0 >= asOf } ?? false) && $0.delivered == nil
    }.count
    if after > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(after, "promise has its day", "promises have their day"))) ahead."
      )
    }
    let without = of.standing.count { $0.status == .accepted && $0.promised == nil }
    if without > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(without, "accepted request names", "accepted requests name"))) no promised date."
      )
    }
    return sentences.isEmpty ? nil : .sentences(sentences)
  }

  // MARK: Helping

  private var helping: Line? {
    let done = of.done
    var sentences: [Line] = []
    func people(_ field: Name) -> [String] {
      SummaryWords.sorted(Set(done.flatMap { $0.record.names(field).map(\.value) }).map(context.person))
    }
    let (helpers, credits) = (people("helpers"), people("credits"))
    let most = 12
    if !helpers.isEmpty {
      let rested = credits.isEmpty ? "" : ", and to \(SummaryWords.few(credits, atMost: most)), on whose work it rested"
      sentences.append("Thanks to \(SummaryWords.few(helpers, atMost: most)), who gave the help\(rested).")
    } else if !credits.isEmpty {
      sentences.append("The help rested on the work of \(SummaryWords.few(credits, atMost: most)).")
    }
    let unnamed = done.count { $0.record.names("helpers").isEmpty && $0.record.names("credits").isEmpty }
    if unnamed > 0 {
      sentences.append(
        unnamed == done.count
          ? "\(done.count == 1 ? "The done request names" : "None of the \(SummaryWords.number(done.count)) done requests names") who helped."
          : "\(SummaryWords.capitalised(SummaryWords.part(unnamed, of: done.count, "done request"))) \(unnamed == 1 ? "does" : "do") not name who helped."
      )
    }
    let silent = done.filter { !withFeedback.contains($0.record.id) }
    if !done.isEmpty {
      if silent.isEmpty {
        sentences.append(
          "\(done.count == 1 ? "There is feedback about the request that is done" : "There is feedback about all \(SummaryWords.number(done.count)) that are done")."
        )
      } else if silent.count == done.count, done.count > 3 {
        sentences.append(
          "No feedback is on file about any of the \(SummaryWords.number(done.count)) that are done: a line of thanks is never too late."
        )
      } else if silent.count <= 3 {
        let names = silent.enumerated().flatMap { index, request -> [Line.Part] in
          [
            .text(index == 0 ? "“" : index == silent.count - 1 ? " and “" : ", “"), context.record(request.record),
            .text("”"),
          ]
        }
        sentences.append("Nobody has written yet how it went with \(names).")
      } else {
        sentences.append(
          "About \(SummaryWords.part(silent.count, of: done.count, "done request")) no feedback is on file: a line of thanks is never too late."
        )
      }
    }
    let declined = of.declined
    if !declined.isEmpty {
      let reasons = declined.count { $0.record.hasReason }
      sentences.append(
        declined.count == 1
          ? "One request was declined\(reasons == 1 ? ", with a reason" : " without a reason")."
          : "\(SummaryWords.capitalised(SummaryWords.number(declined.count))) requests were declined, \(reasons == declined.count ? "all with a reason" : "\(SummaryWords.number(reasons)) of them with a reason")."
      )
    }
    return sentences.isEmpty ? nil : .sentences(sentences)
  }
}
