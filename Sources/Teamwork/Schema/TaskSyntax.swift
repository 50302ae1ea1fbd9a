/// How a task is written, for the reference page and `tw explain task`.
package enum TaskSyntax {
  /// An attribute as it is written, and what it says.
  package static let attributes: [(written: String, meaning: String)] = [
    ("@person", "an owner, wherever the mention stands"),
    ("due:2026-12-01", "when it should be done"),
    ("done:2026-11-19", "when it was done"),
    ("needs:guide,press-kit^release", "tasks that must be done first, here or in another record"),
    ("role:release-manager", "the role that it falls under"),
    ("effort:3d", "how much work it is, in hours `h`, days `d` or weeks `w`"),
    ("^guide", "its own name, the last word"),
  ]

  /// In one paragraph.
  package static var introduction: String {
    """
    A task is an item of a task list in \(alternatives(Kind.withTasks.map(\.declaration.article))): `[ ]` is open, `[x]` \
    done, `[-]` dropped. Its first paragraph, which may be wrapped, holds the text and, in any order, its attributes. \
    Brackets or emphasis may stand around them: `(@ana, due:2026-12-01)`. In code and links there are none, and none of \
    the boxes in a quotation is a task.
    """
  }

  package static let text = """
    A task's text is what remains: attributes go, and owners where they stand alone: at an end, between commas, in \
    brackets of their own. Who is a part of the sentence stays in it, with the name: “Review Ben's draft”.
    """

  package static let subtasks = "Items below a task are parts of it, and its owners' unless they name their own."

  package static let example = "- [ ] Write the migration guide @ana due:2026-12-01 needs:load-test ^guide"
}
