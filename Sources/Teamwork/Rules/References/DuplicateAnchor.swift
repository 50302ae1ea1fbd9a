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

      - [ ] Write the guide @ana ^«guide»
      - [ ] Invite the testers @ben ^guide
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
    check: .record(Kind.withTasks) { record, _, findings in
      let anchors = record.tasks.compactMap(\.anchor)
      if anchors.count < 2 { return }
      for (_, places) in Dictionary(grouping: anchors, by: \.value) where places.count > 1 {
        findings.add(
          "\(places.count) tasks are called `^\(places[0].value)`", at: places[0].range,
          help: "give all but one another name",
          related: places.dropFirst().map { record.related($0.range, "the same anchor") },
          identity: places[0].value.text)
      }
    })
}
