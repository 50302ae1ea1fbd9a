extension Rule {
  static let duplicateTask = Rule(
    "duplicate-task", .error, "two open tasks that are the same work",
    why: """
      Two people do the same, and one of them for nothing. Keep one task and let the other say `needs:`, or share \
      it with both owners. Texts are compared without case, punctuation, articles and endings; below three content \
      words only under one heading of one goal, as `Implementation` means another thing elsewhere. What more than \
      three goals say alike is a step of how the team works, and no finding; nor are the same steps under several \
      headings of a goal.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] «Write the safety manual @ana»
      @@ goals/training.md
      ---
      title: Everyone is trained
      owners: [ana, ben]
      status: proposed
      why: Nobody should guess
      ---

      - [ ] Writing the safety manual @ben
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the safety manual @ana
      @@ goals/training.md
      ---
      title: Everyone is trained
      owners: [ana, ben]
      status: proposed
      why: Nobody should guess
      ---

      - [ ] Translate the safety manual @ben
      """,
    check: .workspace { workspace, findings in
      for group in workspace.taskComparison.duplicateTasks() {
        findings.add(
          group,
          "the same task is open \(group.count == 2 ? "twice" : "\(group.count) times"): \(quoted(group[0].text))",
          related: "the same work",
          help: "keep one and let the other say `needs:`, or make it a shared task with both owners")
      }
    })
}

/// A text in quotation marks, shortened when it is long.
func quoted(_ text: String) -> String {
  text.count <= 60 ? "“\(text)”" : "“\(text.prefix(59))…”"
}
