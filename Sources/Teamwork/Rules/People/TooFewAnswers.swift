internal import Text

extension Rule {
  static let tooFewAnswers = Rule(
    "too-few-answers", .error, "a pulse question with fewer than five answers",
    why: """
      Of four answers everybody can guess who gave which, and nobody is honest a second time. Leave the question \
      out until five or more have answered, or ask several teams together.
      """,
    bad: """
      @@ pulse/2026-q4.md
      ---
      title: Autumn
      date: 2026-11-20
      answers:
        I know what is expected of me: [0, 1, 2, 4, 3]
        I can ask for help: «[0, 0, 1, 2, 1]»
      ---
      """,
    good: """
      @@ pulse/2026-q4.md
      ---
      title: Autumn
      date: 2026-11-20
      answers:
        I know what is expected of me: [0, 1, 2, 4, 3]
        I can ask for help: [0, 0, 1, 3, 4]
      ---
      """,
    check: .record([.pulse]) { pulse, _, findings in
      guard case .mapping(let questions) = pulse.entry(Pulse.answers)?.value else { return }
      for question in questions {
        guard case .list(let counts) = question.value.value else { continue }
        var total = 0
        for count in counts {
          // Capped: a sum of huge counts must not overflow.
          if case .int(let number) = count.value { total = min(total + min(number, 5), 5) }
        }
        if total < 5 {
          findings.add(
            "`\(question.name)` has \(total == 0 ? "no answers" : "only \(counted(total, "answer"))"), and five are the least",
            at: question.value.range, help: "leave the question out until five people or more have answered",
            field: Pulse.answers.name)
        }
      }
    })
}
