import Teamwork

@testable import Reports

/// Invented figures of any size; the same at each run.
enum FlowSamples {
  static let names = [
    "Alejandra González", "<script>alert('x')</script>", "Ben", "Chi", "Maximiliana von Hohenstaufen-Sigmaringen",
    "Dev", "Eva & Finn", "Gül", "Hana", "Íñigo", "joshtriplett", "Kofi", "Lena", "Miguel Ojeda",
    "Niko", "Oli Scherer",
  ]

  static func name(_ number: Int) -> String {
    names[number % names.count] + (number < names.count ? "" : " \(number / names.count + 1)")
  }

  static func figures(_ size: Int, weeks: Int) -> [Figure] {
    [
      Figure("matrix", "Who carries what", encoding: "A row a goal.", .matrix(matrix(size))),
      Figure("reports", "Reports by week", encoding: "A row a person.", .reports(grid(size, weeks: weeks))),
      Figure(
        "flow", "Most requests end at two teams", encoding: "Each band is as thick as the number of requests.",
        .flow(flow(min(12, size)))),
      Figure(
        "promises", "Promised and delivered", encoding: "From asking to delivery.",
        .promises(promises(size, weeks: weeks))),
      Figure("feedback", "Feedback", encoding: "Each letter is one piece.", .feedback(feedback(size, weeks: weeks))),
      Figure("meetings", "One-on-ones", encoding: "Only the date is counted.", .meetings(meetings(size, weeks: weeks))),
      Figure("concentration", "How few hold half", encoding: "A block each.", .concentration(concentration(size))),
      Figure(
        "pulse", "Fewer feel free to disagree", encoding: "How many chose 1 (not at all) to 5 (fully).",
        .pulse(pulse(min(8, size)))),
    ]
  }

  static func matrix(_ rows: Int) -> ResponsibilityMatrix {
    let columns = (0..<min(24, max(3, rows / 3))).map(name).sorted()
    let parts: [ResponsibilityMatrix.Part] = [.ownerWithTasks, .tasks, .owner, .tasks, .role]
    let all = (0..<rows).map { number -> ResponsibilityMatrix.Row in
      var own: [Int: ResponsibilityMatrix.Part] = [:]
      if number % 7 != 3 {
        for place in 0...(number % 3) { own[(number * 5 + place * 3) % columns.count] = parts[(number + place) % 5] }
      }
      let others =
        number % 4 == 1
        ? [(name: "Yara", part: ResponsibilityMatrix.Part.ownerWithTasks), (name: name(number + 4), part: .tasks)] : []
      return .init(
        id: "goal-\(number)", title: PictureSamples.title(number), parts: own, others: others,
        gaps: number % 5 == 2 ? number % 13 + 1 : 0)
    }
    let groups: [ResponsibilityMatrix.Group] =
      rows < 100
      ? [.init(title: nil, rows: all)]
      : stride(from: 0, to: rows, by: 25).map {
        .init(title: "Below “\(PictureSamples.title($0))”", rows: Array(all[$0..<min(rows, $0 + 25)]))
      }
    return ResponsibilityMatrix(
      caption: "People and goals", columns: columns, groups: groups, gapTitle: "tasks nobody has")
  }

  static func grid(_ people: Int, weeks count: Int) -> ReportGrid {
    let rows = (0..<people).map { number -> ReportGrid.Row in
      let isDue = number % 6 != 5
      let cells = (0..<count).map { week -> ReportGrid.Cell in
        let dice = (number * 7 + week * 5 + week * week * 3) % 23
        if !isDue { return dice == 3 ? .written : .notDue }
        return switch dice {
        case 0...7: .written
        case 8: .late
        case 9: number % 2 == 0 ? .blocked : .none
        case 10: .away
        default: week % 4 == 0 ? .written : .none
        }
      }
      return .init(name: name(number), isDue: isDue, cells: cells)
    }.sorted { $0.name < $1.name }
    let weeks = PictureSamples.weeks(count)
    if people <= 40 { return ReportGrid(weeks: weeks, groups: [.init(title: nil, rows: rows)]) }
    let teams: [String?] = ["Compiler", "Language", "A <b>team</b> with quite a long name that goes on", "Types", nil]
    return ReportGrid(
      weeks: weeks,
      groups: teams.enumerated().map { place, team in
        .init(title: team, rows: rows.enumerated().filter { $0.offset % teams.count == place }.map(\.element))
      })
  }

  static func flow(_ sides: Int) -> RequestFlow {
    let teams = [
      "lang", "compiler", "types & <traits>", "cargo", "leadership-council", "rustdoc", "spec", "libs-api",
      "infrastructure-and-operations", "bootstrap", "miri", "8 others",
    ]
    var bands: [RequestFlow.Band] = []
    for from in 0..<max(1, sides / 2) {
      for to in 0..<sides where (from * 3 + to * 5) % 4 != 1 || from == to {
        bands.append(.init(from: from, to: to, count: max(1, (24 / (1 + to * 2)) - from)))
      }
    }
    func count(_ side: KeyPath<RequestFlow.Band, Int>, _ place: Int) -> Int {
      bands.filter { $0[keyPath: side] == place }.reduce(0) { $0 + $1.count }
    }
    return RequestFlow(
      from: (0..<max(1, sides / 2)).map {
        .init(
          name: ["several teams", "no team", "libs", "<i>lang</i>", "types", "3 others"][$0 % 6],
          count: count(\.from, $0), answered: 0)
      },
      to: (0..<sides).map { .init(name: teams[$0], count: count(\.to, $0), answered: count(\.to, $0) * ($0 % 4) / 5) },
      bands: bands)
  }

  static func period(_ weeks: Int) -> Period {
    let all = PictureSamples.weeks(weeks)
    return Period(from: all[0].monday, to: all[weeks - 1].sunday)
  }

  static func promises(_ rows: Int, weeks: Int) -> PromiseLines {
    let period = period(weeks)
    let days = period.to - period.from
    return PromiseLines(
      period: period, today: period.to - days / 8,
      rows: (0..<rows).map { number in
        let asked = period.from + (number * 17 + 3) % max(1, days * 3 / 4)
        let promised = number % 5 == 4 ? nil : asked + 9 + number % 7
        let delivered = number % 3 == 2 ? nil : promised.map { $0 + [-2, 0, 6][number % 3] }
        return .init(
          title: PictureSamples.title(number), between: "\(name(number)) asks \(name(number + 3))",
          status: number % 9 == 8 ? "declined" : delivered != nil ? "done" : promised != nil ? "accepted" : "open",
          asked: number % 11 == 10 ? nil : asked, neededBy: number % 4 == 1 ? nil : asked + 14, promised: promised,
          delivered: number % 9 == 8 ? nil : delivered)
      })
  }

  static func feedback(_ size: Int, weeks: Int) -> FeedbackFlow {
    let period = period(weeks)
    let days = period.to - period.from + 1
    func items(_ count: Int) -> [FeedbackFlow.Item] {
      (0..<count).map { number in
        .init(
          day: period.from + (number * days / max(1, count) + number * number) % days,
          kind: ["thanks", "suggestion", "praise", "concern"][(number * 3) % 4], isAnswered: number % 4 != 2)
      }.sorted { $0.day < $1.day }
    }
    return FeedbackFlow(
      period: period,
      rows: zip(FeedbackFlow.Direction.allCases, [size, 3, size / 3, 0]).map { .init(direction: $0, items: items($1)) })
  }

  static func meetings(_ pairs: Int, weeks: Int) -> OneOnOnes {
    let period = period(weeks)
    return OneOnOnes(
      period: period, today: period.to,
      rows: (0..<pairs).map { number in
        let rhythm = [7, 14, 10, 28][number % 4]
        let last = number % 5 == 3 ? period.from + (period.to - period.from) / 2 : period.to - number % 6
        let days =
          number % 7 == 6
          ? [] : stride(from: last.number, through: period.from.number, by: -rhythm).map(Day.init(number:)).reversed()
        return .init(
          pair: "\(name(number)) and \(name(number + 1))", days: days, rhythm: rhythm,
          since: days.last.map { period.to - $0 })
      })
  }

  static func concentration(_ size: Int) -> Concentration {
    Concentration(groups: [
      .init(
        title: "Who decides",
        bars: Day.monthsInFull.prefix(6).enumerated().map {
          .init(
            label: $1, shares: [[2, 2, 1, 1, 1], [2, 1, 1, 1, 1], [2, 2, 1], [3, 2, 1], [4, 1, 1], [6, 2]][$0])
        }),
      .init(
        title: "Who owns <open> goals", bars: [.init(label: "June", shares: (0..<size).map { max(1, 40 / ($0 + 1)) })]),
      .init(
        title: "Who is asked", bars: [.init(label: "April to June", shares: [size * 300, 61, 41, 17, 13, 1, 1, 1, 1])]),
    ])
  }

  static func pulse(_ questions: Int) -> PulseAnswers {
    PulseAnswers(
      rows: [
        .init(question: "I know what matters most now", counts: [0, 1, 1, 4, 2], before: 3.4),
        .init(question: "I can say so when I disagree", counts: [0, 2, 3, 2, 1], before: 3.9),
        .init(question: "Asked of too few", counts: [0, 1, 1, 1, 1], before: 2),
        .init(question: "I get help when I ask", counts: [0, 0, 2, 4, 2], before: 4),
        .init(
          question:
            "Do our <meetings> leave enough time for everybody who would like to speak to be heard by all the others?",
          counts: [12, 0, 130, 4, 2], before: nil),
      ].prefix(max(1, questions)).map { $0 })
  }
}
