import TestSupport
import Testing

@testable import Git

/// Who stands behind a commit, against what `git` says.
@Suite struct AuthorsTests {
  @Test(arguments: [
    "One\n\nCo-authored-by: Ana <ana@example.org>\n",
    "One\n\nText.\n\nSigned-off-by: x <x@y>\nco-AUTHORED-by: A B <a@b.org>\n",
    "One\n\nCo-authored-by: Ana <ana@example.org>\nCo-authored-by: Ben <ben@example.org>\n",
    "One\n\nCo-authored-by: Ana <ana@example.org>\n\nis what I could have written.\n",
    "Co-authored-by: Ana <ana@example.org>\n",
    "One\n\nCo-authored-by: nobody\n", "One\n\nCo-authored-by: Ana\n <ana@example.org>\n", "One\n",
  ])
  func coAuthorsAreGitsTrailers(_ message: String) throws {
    let scratch = try ScratchRepository()
    let id = try scratch.committed(message)
    let told = try scratch.line("log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x3B)")
    let addresses = told.split(separator: ";").compactMap { value -> String? in
      guard let open = value.firstIndex(of: "<"), let close = value.firstIndex(of: ">") else { return nil }
      return String(value[value.index(after: open)..<close])
    }
    #expect(try scratch.open().commit(id).coAuthors() == addresses)
  }

  @Test(arguments: ["--object-format=sha1", "--object-format=sha256"])
  func whatIsCarriedIsNamed(option: String) throws {
    let scratch = try ScratchRepository(option)
    try scratch.commit("One", ["a": "1"])
    try scratch.git(["checkout", "--quiet", "-b", "side"])
    let second = try scratch.committed("Two", ["a": "2"])
    let third = try scratch.committed("Three", ["b": "3"])
    try scratch.git(["checkout", "--quiet", "main"])
    #expect(try scratch.open().carriedCommits() == [])
    try scratch.git(["merge", "--quiet", "--squash", "side"])
    #expect(try scratch.open().carriedCommits() == [third, second])
    try scratch.git(["reset", "--quiet", "--hard"])
    try scratch.git(["commit", "--quiet", "--allow-empty", "-m", "x"])
    try scratch.commit("Other", ["a": "other"])
    #expect(throws: ScratchRepository.GitFailure.self) { try scratch.git(["cherry-pick", second.hex]) }
    #expect(try scratch.open().cherryPickHead() == second)
    #expect(try scratch.open().carriedCommits() == [second])
    // As Git would commit it: by the author of what is picked, unless somebody else is named.
    let ben = ["GIT_AUTHOR_EMAIL": "ben@example.org"]
    #expect(try scratch.open(nil, ben).nextAuthor() == "ben@example.org")
    scratch.variables["GIT_AUTHOR_EMAIL"] = nil
    #expect(try scratch.open().nextAuthor() == "ana@example.org")
  }

  @Test(arguments: ["--object-format=sha1", "--object-format=sha256"])
  func allThatReferencesLeadTo(option: String) throws {
    let scratch = try ScratchRepository(option)
    let first = try scratch.committed("One", ["a": "1"])
    try scratch.git(["tag", "-a", "-m", "x", "v1"])
    try scratch.git(["tag", "text", "HEAD:a"])
    try scratch.git(["checkout", "--quiet", "--orphan", "other"])
    let second = try scratch.committed("Two")
    try scratch.git(["update-ref", "refs/pull/1", second.hex])
    try scratch.git(["branch", "--quiet", "-D", "main"])
    let repository = try scratch.open()
    #expect(try repository.referencedCommits() == [second, first])
    let history = try repository.history(fromAll: [second, first])
    #expect(Set(history.steps.map(\.id)) == [first, second])
    #expect(try repository.history(fromAll: []).steps.isEmpty)
  }
}
