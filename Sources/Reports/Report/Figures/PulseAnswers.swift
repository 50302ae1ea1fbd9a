/// The counted answers of a survey, of five people or more.
package struct PulseAnswers: Sendable {
  package struct Row: Sendable {
    package var question: String
    /// How many chose 1, 2, 3, 4 and 5.
    package var counts: [Int]
    /// The mean of the survey before that asked the same; nil where none did.
    package var before: Double?

    package init(question: String, counts: [Int], before: Double?) {
      self.question = question
      self.counts = counts
      self.before = before
    }

    package var answers: Int { counts.reduce(0, +) }

    package var mean: Double {
      answers == 0 ? 0 : Double(zip(1..., counts).reduce(0) { $0 + $1.0 * $1.1 }) / Double(answers)
    }
  }

  package var rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  package var table: Table {
    Table(
      "Answers",
      columns: [.init("Question")] + (1...5).map { .init("\($0)", isNumber: true) } + [
        .init("Mean", isNumber: true), .init("Before", isNumber: true),
      ],
      rows: rows.map { row in
        [Line(row.question)] + row.counts.map { "\($0)" } + [
          Line(oneDecimal(row.mean)), Line(row.before.map(oneDecimal) ?? ""),
        ]
      })
  }
}

/// `3.4`.
package func oneDecimal(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
