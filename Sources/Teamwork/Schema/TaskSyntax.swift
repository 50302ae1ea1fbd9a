/// How a task is written, for the reference page and `tw explain task`.
package enum TaskSyntax {
  /// An attribute as it is written, and what it says.
  package static let attributes: [(written: String, meaning: String)] = [
    ("@person", "an owner"),
    ("due:2026-12-01", "when it should be done"),
    ("done:2026-11-19", "when it was done"),
    ("needs:guide,press-kit^release", "tasks that must be done first, here or in another record"),
    ("role:release-manager", "the role that it falls under"),
    ("effort:3d", "how much work it is, in hours `h`, days `d` or weeks `w`"),
    ("^guide", "its own name, last on the line"),
  ]

  package static let introduction = """
    A task is an item of a task list in a goal or a meeting: `[ ]` is open, `[x]` done, `[-]` dropped. Its first line \
    holds the text and, in any order, its attributes.
    """

  package static let subtasks = "Items below a task are parts of it, and its owners' unless they name their own."

  package static let example = "- [ ] Write the migration guide @ana due:2026-12-01 needs:load-test ^guide"
}
