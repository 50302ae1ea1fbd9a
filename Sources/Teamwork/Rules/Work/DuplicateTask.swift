extension Rule {
  static let duplicateTask = Rule(
    "duplicate-task", .error, "two open tasks that are the same work",
    why: """
      Two people do the same, and one of them for nothing. Keep one task and let the other say `needs:`, or share \
      it with both owners. Texts are compared without case, punctuation, articles and endings; below three content \
      words only in one place of one goal, as `Implementation` means another thing elsewhere. A task also takes its \
      meaning from what it stands under: the same words under two headings of a goal, two parent tasks, two items of \
      a list, or two lines that introduce a list (bold, or with a colon at the end) are a step or an option of each, \
      and no finding, unless one of the two contains the other; headings like *Tasks* or *Next steps* count for \
      nothing. Neither is what more than three goals say alike: a step of how the team works.
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
      for group in workspace.taskComparison.duplicateTasks(in: workspace) {
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
