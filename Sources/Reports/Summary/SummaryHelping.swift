internal import Teamwork
internal import Text

/// Who helped, thanked and met whom.
extension Summary {
  var helpItems: [Page.Item] {
    var items: [Page.Item] = needs.map { entry in
      Page.Item(
        Line(
          [.link([.text(entry.person.name)], .file(entry.source.path)), .text(" would be glad of: ")]
            + words(entry.text, entry.source.path)),
        details: entry.details.map { Line(words($0, entry.source.path)) })
    }
    for request in requests where before != nil && request.status.before != request.status.now {
      items += requestItem(request).map { [$0] } ?? []
    }
    items += thanks.map { thanks in
      var parts: [Line.Part] = [
        .text(thanks.from.name + " "), link(thanks.kind == "thanks" ? "thanked" : "praised", thanks.source),
        .text(" " + thanks.toWords),
      ]
      if let about = thanks.about { parts += [.text(" for "), .emphasis([.text(about)])] }
      if let text = thanks.text {
        parts += [.text(": “")] + words(text, thanks.source.path) + [.text("”")]
      } else {
        parts.append(.text("."))
      }
      return Page.Item(Line(parts))
    }
    return cut(items) { "and \($0) more: \(Line.Part.code("tw list requests"))" } + otherFeedback
  }

  /// Praise and thanks are told; of the rest how much there was.
  private var otherFeedback: [Page.Item] {
    let count = feedbackGiven - thanks.count
    if count <= 0 { return [] }
    let pieces = SummaryWords.capitalised(SummaryWords.counted(count, thanks.isEmpty ? "piece" : "other piece"))
    return [
      Page.Item("\(pieces) of feedback \(count == 1 ? "was" : "were") given (\(Line.Part.code("tw list feedback"))).")
    ]
  }

  /// `Ana and Ben (one-on-one, Wed 18 Nov): Ana Lopez, Ben Meyer; one of two actions done.`
  var meetingItems: [Page.Item] {
    cut(
      meetings.map { meeting in
        var words = " (\(meeting.kind), \(weekday(meeting.day))): \(SummaryWords.names(meeting.people))"
        let (total, done) = (meeting.actions.total, meeting.actions.done)
        let counted = SummaryWords.counted(total, "action")
        if total > 0 {
          words +=
            "; "
            + (done == 0
              ? counted : done == total ? "\(counted), done" : "\(SummaryWords.number(done)) of \(counted) done")
        }
        return Page.Item(Line([link(meeting.title, meeting.source), .text(words + ".")]))
      }
    ) { "and \($0) more: \(Line.Part.code("tw list meetings"))" }
  }

  private func requestItem(_ request: Request) -> Page.Item? {
    let title = link(request.title, request.source)
    switch request.status.now {
    case "open":
      guard request.asked.map(period.contains) ?? true, request.status.before == nil,
        requests.count(where: \.isUnanswered) > Self.most
      else { return nil }
      return Page.Item("\(request.from.name) asked \(request.toWords): \(title).")
    case "accepted":
      var parts: [Line.Part] = [
        .text(
          "\(SummaryWords.capitalised(request.helpers.isEmpty ? request.toWords : SummaryWords.names(request.helpers))) promised \(request.from.name) "
        ), title,
      ]
      if let promised = request.promised { parts.append(.text(" by \(weekday(promised))")) }
      if let boundary = request.boundary {
        parts += [.text(", within a boundary: “")] + words(boundary, request.source.path) + [.text("”")]
      }
      return Page.Item(Line(parts + [.text(request.boundary == nil ? "." : "")]))
    case "declined":
      var parts: [Line.Part] = [
        .text("\(SummaryWords.capitalised(request.toWords)) could not take on "), title,
        .text(" for \(request.from.name)"),
      ]
      if let boundary = request.boundary {
        parts += [.text(": “")] + words(boundary, request.source.path) + [.text("”")]
      } else {
        parts.append(.text("."))
      }
      return Page.Item(Line(parts))
    case "done":
      let helpers =
        request.helpers.isEmpty ? SummaryWords.capitalised(request.toWords) : SummaryWords.names(request.helpers)
      var parts: [Line.Part] = [.text("\(helpers) helped \(request.from.name) with "), title]
      if !request.credits.isEmpty {
        parts.append(.text("; it rests on the work of \(SummaryWords.names(request.credits))"))
      }
      return Page.Item(Line(parts + [.text(".")]))
    default: return nil
    }
  }
}
