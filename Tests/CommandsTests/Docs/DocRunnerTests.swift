import Foundation
import Testing

/// That a page which is not true is found out.
@Suite struct DocRunner {
  private func finding(_ text: String, limit: Double = 20) throws -> String? {
    let page = try DocPage(text)
    let shell = try DocShell(page.start ?? .empty)
    shell.limit = limit
    return DocFindings.first(page, try shell.run(page.steps), path: "page.md")
  }

  private func recorded(_ text: String) throws -> String {
    let page = try DocPage(text)
    return try DocFindings.recorded(page, DocShell(.empty).run(page.steps))
  }

  @Test func stepsShareOneShell() throws {
    #expect(
      try finding(
        """
        <!-- run: mkdir folder
        said=hello -->
        ```sh
        cd folder
        say() { echo "$said, $1"; }
        cat > file <<'END'
        $ not a command
        END
        ```
        ```console
        $ say you; basename "$PWD"
        hello, you
        folder
        $ cat \\
        > file | cut -c 3- &&
        >   echo both >&2
        not a command
        both
        $ tw --version | cut -d ' ' -f 1
        tw
        $ tw status 2> /dev/null
        [exit 2]
        ```
        """) == nil)
  }

  @Test func anotherOutputIsFound() throws {
    let found = try finding("Text\n\n```console\n$ printf 'one\\ntwo\\n'\none\nthree\n$ echo later\nwrong\n```\n")
    #expect(found?.hasPrefix("page.md:6: another output than shown") == true)
    #expect(found?.contains("shown: three\nnow:   two\n") == true)
    #expect(try finding("```console\n$ echo more\n```\n")?.hasPrefix("page.md:3: another output") == true)
    #expect(try finding("```console\n$ true\nless\n```\n")?.hasPrefix("page.md:3: another output") == true)
    #expect(
      try finding("```console\n$ echo 'trailing '\ntrailing\n```\n")?.hasPrefix("page.md:3: another output") == true)
  }

  @Test func anotherStatusIsFound() throws {
    #expect(try finding("```console\n$ true\n$ false\n```\n")?.hasPrefix("page.md:3: ended with 1, not 0") == true)
    #expect(try finding("```console\n$ true\n[exit 1]\n```\n")?.hasPrefix("page.md:2: ended with 0, not 1") == true)
    #expect(try finding("```console\n$ false\n[exit 1]\n```\n") == nil)
    // The first failure counts, not the last command, and not what a condition asks.
    #expect(
      try finding("```sh\nif false; then :; fi\nfalse\ntrue\n```\n")?.hasPrefix(
        "page.md:3: this command failed\nfalse\n") == true)
    #expect(
      try finding("```sh\nexit 3\n```\n```console\n$ true\n```\n")?.hasPrefix("page.md:2: the shell ended here") == true
    )
    #expect(try finding("<!-- run: false -->\n")?.hasPrefix("page.md:1: this command failed") == true)
  }

  @Test func whatHangsIsEnded() throws {
    let begin = Date()
    #expect(
      try finding("```console\n$ sleep 300\n```\n", limit: 1)?.hasPrefix(
        "page.md:2: the shell ended here, or took too long") == true)
    // What is left running holds nobody up, and does not stay.
    let pid = FileManager.default.temporaryDirectory.path + "/tw-docs-left-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: pid) }
    #expect(try finding("```console\n$ sleep 300 & echo $! > '\(pid)'; echo done\ndone\n```\n") == nil)
    #expect(Date().timeIntervalSince(begin) < 15)
    let left = try #require(Int32(String(contentsOfFile: pid, encoding: .utf8).trimmingCharacters(in: .newlines)))
    for _ in 0..<100 where kill(left, 0) == 0 { usleep(20_000) }
    #expect(kill(left, 0) != 0)
  }

  @Test func recordingWritesTheOutputsAlone() throws {
    let page =
      "# Page\n\n```console\n$ echo new\nold\nlines\n$ true\ngone\n$ echo last; false\n[exit 1]\n```\n\n```sh\necho kept\n```\n"
    #expect(
      try recorded(page)
        == "# Page\n\n```console\n$ echo new\nnew\n$ true\n$ echo last; false\nlast\n[exit 1]\n```\n\n```sh\necho kept\n```\n"
    )
    #expect(throws: DocPage.Malformed.self) { try recorded("```console\n$ echo '$ x'\n```\n") }
    #expect(throws: DocPage.Malformed.self) { try recorded("```console\n$ echo '> x'\n```\n") }
  }

  @Test func aPageIsWellFormedOrRefused() throws {
    #expect(throws: DocPage.Malformed.self) { try DocPage("```sh\ntrue\n") }
    #expect(throws: DocPage.Malformed.self) { try DocPage("```console\nno command\n```\n") }
    #expect(throws: DocPage.Malformed.self) { try DocPage("<!-- start: elsewhere -->\n") }
    #expect(throws: DocPage.Malformed.self) { try DocPage("<!-- run: true\n") }
    #expect(throws: DocPage.Malformed.self) { try DocPage("- An item:\n\n  ```console\n  $ true\n  ```\n") }
    // A block within a longer fence is text.
    #expect(try DocPage("````markdown\n```sh\ntw status\n```\n````\n").blocks.isEmpty)
    #expect(try DocPage("```sh\ncd x && tw status\n```\n").blocks.map(\.runsTool) == [true])
    #expect(try DocPage("```sh\n$EDITOR \"$(tw new status)\"\n```\n").blocks.map(\.runsTool) == [true])
    #expect(try DocPage("```console\n$ git two\n```\n").blocks.map(\.runsTool) == [false])
  }

  @Test func theExampleIsReadAsItIs() throws {
    #expect(
      try finding(
        """
        <!-- start: example -->
        ```console
        $ git log --oneline -1 --format=%s && git status --short && ls .teamwork/teamwork.md
        Thank you, Milena; and the quiet routes get a date for an answer
        .teamwork/teamwork.md
        ```
        """) == nil)
  }
}
