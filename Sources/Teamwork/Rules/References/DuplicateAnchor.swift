internal import Text

extension Rule {
  static let duplicateAnchor = Rule(
    "duplicate-anchor", .error, "two tasks of a record with one `^anchor`",
    why: """
      Who needs or links the task by its name cannot know which is meant.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide @ana ^guide
      - [ ] Invite the testers @ben ^«guide»
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide @ana ^guide
      - [ ] Invite the testers @ben ^testers
      """,
    check: .record([.goal, .meeting]) { record, _, findings in
      var first: [Name: Range<Int>] = [:]
      for task in record.tasks {
        guard let anchor = task.anchor else { continue }
        if let earlier = first[anchor.value], let number = findings.record {
          findings.add(
            "two tasks are called `^\(anchor.value)`", at: anchor.range, help: "give one of them another name",
            related: [.init(record: number, range: earlier, message: "the first")])
        } else {
          first[anchor.value] = anchor.range
        }
      }
    })
}
