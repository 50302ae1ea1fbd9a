/// A goal that two sides change, for tests of merging and of Git's use of it.
package enum MergeSample {
  package static let goal = """
    ---
    title: Public beta
    status: proposed
    owners: [ana, ben]
    # Ask Samir before this moves.
    due: 2026-12-18
    colour: green # not ours to know
    # parent: vision
    # mode: cooperate
    ---

    **Done means** anyone can sign up.

    ## Tasks

    - [ ] Write the guide @ana due:2026-12-01 ^guide
    - [ ] Load test @ben
    - [ ] Press kit

    ## Notes

    The end.

    """

  /// What one gets who takes one side of every conflict.
  package static func sides(_ text: String) -> (ours: String, theirs: String) {
    var (ours, theirs) = ("", "")
    var place = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<<<<<<< ") {
        place = 1
      } else if line == "=======" {
        place = 2
      } else if line.hasPrefix(">>>>>>> ") {
        place = 0
      } else {
        if place != 2 { ours += line + "\n" }
        if place != 1 { theirs += line + "\n" }
      }
    }
    return (ours, theirs)
  }
}
