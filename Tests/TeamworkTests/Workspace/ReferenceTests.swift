import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct ReferenceTests {
  private let beta = ["goals/public-beta.md": Tree.goal("- [ ] Write the guide @ana ^guide\n")]

  /// What is found about a note with this body, which begins on line 7.
  private func note(_ body: String, _ files: [String: String] = [:], others: Set<String> = []) -> [String] {
    var tree = Tree(beta.merging(files) { $1 })
    tree.files["notes/x.md"] = Array(Tree.note(body + "\n").utf8)
    tree.others = others
    return tree.found
  }

  private func request(to: String, _ files: [String: String] = [:]) -> [Diagnostic] {
    var tree = Tree(files)
    tree.files["requests/x.md"] = Array("---\ntitle: Sharper knives\nfrom: ben\nto: \(to)\nstatus: open\n---\n".utf8)
    return tree.findings
  }

  // MARK: Fields

  @Test func aFieldOfSeveralKindsTakesTheKind() {
    let role = ["roles/cook.md": "---\ntitle: x\nholders: ana\nresponsibilities: Choose the bread\n---\n"]
    for to in ["ana", "people/ana", "person/ana", "teams/platform", "team/platform", "platform", "cook", "roles/cook"] {
      #expect(request(to: to, role).map(\.code.name) == [], "\(to)")
    }
    for to in ["teams/ana", "goals/ana", "peoples/ana", "people/", "/ana", "ana/", "people/ana/x"] {
      #expect(request(to: to, role).map(\.code.name) == ["unknown-reference"], "\(to)")
    }
  }

  @Test func aFieldOfOneKindTakesABareID() {
    #expect(Tree(["goals/x.md": Tree.goal("", "owners: [people/ana]")]).rules == ["unknown-reference"])
    #expect(Tree(["goals/x.md": Tree.goal("", "parent: goals/x")]).rules == ["unknown-reference"])
  }

  @Test func aBareIDThatSeveralKindsHave() throws {
    let both = [
      "teams/kitchen.md": "---\nname: Kitchen\nmembers: ana\n---\n",
      "roles/kitchen.md": "---\ntitle: x\nholders: ana\nresponsibilities: Choose the bread\n---\n",
    ]
    let finding = try #require(request(to: "kitchen", both).first)
    #expect(finding.code.name == "ambiguous-reference")
    #expect(finding.help == "write `teams/kitchen` or `roles/kitchen`")
    #expect(request(to: "roles/kitchen", both).isEmpty)
    // Only the kinds that the field accepts count.
    #expect(
      Tree([
        "goals/x.md": Tree.goal("", "teams: kitchen"), "teams/kitchen.md": "---\nname: Kitchen\nmembers: ana\n---\n",
        "notes/kitchen.md": Tree.note(""),
      ]).found == [])
  }

  @Test func referencesAreComparedByteForByte() throws {
    let jose = ["people/josé.md": "---\nname: José\nemails: j@x.org\n---\n"]
    func owner(_ id: String) -> [Diagnostic] {
      Tree(jose.merging(["goals/x.md": Tree.goal("", "owners: [\(id)]")]) { $1 }).findings
    }
    #expect(owner("josé").isEmpty)
    let other = try #require(owner("jose\u{301}").first)
    #expect(other.code.name == "unknown-reference" && other.help == "did you mean `josé`?")
    let capital = try #require(owner("Ana").first)
    #expect(capital.code.name == "unknown-reference" && capital.help == "did you mean `ana`?")
    #expect(capital.fix?.isSafe == true && capital.fix?.edits.first?.replacement == "ana")
    #expect(owner("anna").first?.help == "did you mean `ana`?")
  }

  @Test func aRecordThatCouldNotBeReadStillExists() {
    let broken = [
      "people/dee.md": "---\nname: [\n---\n", "goals/gamma.md": "---\ntitle: x\n",
      "goals/delta.md": "---\n- x\n---\n- [ ] Sing ^sing\n",
      "goals/x.md": Tree.goal(
        "[[gamma]] and [it](gamma.md) and @dee and [[gamma^guide]]\n\n- [ ] Sing loudly @dee needs:gamma^guide\n",
        "owners: [ana, dee]\nparent: gamma\nneeds: delta"),
    ]
    #expect(Tree(broken).rules == ["invalid-yaml", "unterminated-front-matter", "invalid-yaml"])
    var tree = Tree(["goals/x.md": Tree.goal("- [ ] Sing @dee\n", "owners: [ana, dee]")])
    tree.files["people/dee.md"] = [0xFF, 0x0A]
    #expect(tree.rules == ["not-utf8"])
  }

  // MARK: Mentions

  @Test(arguments: [
    "@ana", "@ana.", "@ana,", "(@ana)", "@ana: hi", "@ana's", "**@ana**", "_@ana_", "@ana!", "@ana…", "“@ana”", "@ana-",
    "@ana_", "@ana...", "@platform;", "@ana、", "| @ana |", "@ana\\", "@ana/@ben",
  ])
  func mentions(_ text: String) {
    #expect(note("Ask \(text) about it") == [], "\(text)")
  }

  @Test(arguments: ["@anna", "@bne.", "@Ana", "@public-beta", "@ana-x", "@ana.x", "@ana2"])
  func mentionsOfNobody(_ text: String) { #expect(note("Ask \(text)") == ["notes/x.md:7:5 unknown-mention"]) }

  @Test(arguments: [
    "ana@nowhere.org", "<nobody@x.org>", "https://x.org/@nobody", "@", "@ nobody", "\\@nobody", "@-x",
    "@nobody@chaos.social", "`@nobody`", "``x `@nobody` ``",
  ])
  func noMentions(_ text: String) { #expect(note("Ask \(text) there") == []) }

  @Test func nothingInCodeOrCommentsIsAReference() {
    for text in [
      "`@nobody` `[[nothing]]` `[x](nowhere.md)`", "    @nobody [[nothing]] [x](nowhere.md)",
      "```\n@nobody [[nothing]]\n```", "~~~ @nobody\n[x](nowhere.md)\n~~~",
      "<!-- @nobody [[nothing]] [x](nowhere.md) -->", "a <!-- @nobody --> b", "<!--\n@nobody\n\n[[nothing]]\n-->",
      "- `[[nothing]]`\n\n      [[nothing]]",
    ] {
      #expect(note("Prose.\n\n" + text) == [], "\(text)")
    }
    #expect(note("Prose <!-- x --> [[nothing]]") == ["notes/x.md:7:18 broken-link"])
  }

  // MARK: Wiki links

  @Test(arguments: [
    "[[public-beta]]", "[[public-beta|the beta]]", "[[goals/public-beta]]", "[[goal/public-beta|x]]",
    "[[public-beta^guide]]", "[[goals/public-beta^guide]]",
    "[[public-beta^guide|the guide]]", "[[platform]]", "[[people/ana]]", "[[ana]]", "[[teamwork]]", "[[ public-beta ]]",
    "[[2026-W47/ana]]", "[[status/2026-W47/ana]]", "[[public-beta#Plan]]", "[[#Plan]]", "[[public-beta#^guide]]",
    "[[goals/public-beta#^guide|x]]", "[[public-beta.md]]", "[[goals/public-beta.md]]", "[[goals/public-beta.md#Plan]]",
    "[[public-beta.md^guide]]", "[[Public beta]]", "[[Public beta^guide]]", "[[Public beta#Plan|x]]", "[[Ana]]",
    "[[status/2026-W47/ana.md]]",
  ])
  func wikiLinks(_ link: String) {
    #expect(note("See \(link).", ["status/2026-W47/ana.md": "- Chose the bread.\n"]) == [])
  }

  @Test(arguments: [
    "[[public-alpha]]", "[[notes/public-beta]]", "[[nothing/public-beta]]", "[[Public-Beta]]",
    "[[public-beta^nothing]]", "[[public-beta^]]", "[[ana^guide]]",
    "[[people/ana^guide]]", "[[]]", "[[|x]]", "[[^guide]]", "[[2026-W48/ana]]", "[[public-beta.md.md]]",
    "[[roles/public-beta.md]]", "[[public beta]]", "[[nothing#Plan]]", "[[public-beta#^nothing]]", "[[#^guide]]",
    "[[goals/sub/public-beta]]", "[[Cache the calendar^guide]]",
  ])
  func brokenWikiLinks(_ link: String) { #expect(note("See \(link).") == ["notes/x.md:7:5 broken-link"]) }

  @Test func aTitleThatSeveralHaveNamesNone() {
    let other = ["goals/gamma.md": Tree.goal()]
    #expect(note("See [[Public beta]].", other).contains("notes/x.md:7:5 broken-link"))
    let nested = ["goals/2026/delta.md": Tree.goal().replacing("Public beta", with: "CI/CD")]
    #expect(note("See [[goals/2026/delta]], [[goals/2026/delta.md]], [[delta]] and [[CI/CD]].", nested) == [])
    #expect(note("See [[goals/2025/delta]].", nested) == ["notes/x.md:7:5 broken-link"])
  }

  @Test func aWikiLinkWithoutARecordIsToATaskOfItsOwn() {
    #expect(Tree(["goals/x.md": Tree.goal("After [[^guide]].\n\n- [ ] Write the guide @ana ^guide\n")]).found == [])
  }

  @Test func aWikiLinkToWhatSeveralKindsHave() {
    let both = ["roles/public-beta.md": "---\ntitle: x\nholders: ana\nresponsibilities: Choose the bread\n---\n"]
    #expect(note("See [[public-beta]].", both) == ["notes/x.md:7:5 ambiguous-reference"])
    #expect(note("See [[roles/public-beta]] and [[goals/public-beta]].", both) == [])
    // Roles have no tasks.
    #expect(note("See [[public-beta^guide]].", both) == [])
  }

  @Test func wikiLinksAreComparedByteForByte() {
    let jose = ["people/josé.md": "---\nname: José\nemails: j@x.org\n---\n"]
    #expect(note("[[josé]]", jose) == [])
    #expect(note("[[jose\u{301}]]", jose) == ["notes/x.md:7:1 broken-link"])
  }

  // MARK: Relative links

  @Test(arguments: [
    "../goals/public-beta.md", "../goals/public-beta.md#tasks", "../goals/public-beta.md?plain=1",
    "../goals/public%2Dbeta.md", "../goals/", "../goals", ".",
    "../../docs/a%20plan.md", "<../../docs/a plan.md>", "/docs/a%20plan.md", "/.teamwork/goals/public-beta.md", "x.md",
    "./x.md", "#tasks", "?x", "../README.md",
    "https://x.org/nowhere.md", "mailto:ana@x.org", "//x.org/y", "../../docs/pict.png", "../../", "",
  ])
  func links(_ path: String) {
    #expect(note("[x](\(path))", ["README.md": ""], others: ["docs/a plan.md", "docs/pict.png"]) == [], "\(path)")
  }

  @Test(arguments: [
    "../goals/public-alpha.md", "../Goals/public-beta.md", "../goals/public-beta", "public-beta.md", "../nothing/",
    "../../docs/plan.md", "/goals/public-beta.md", "../../../x.md", "../goals/public-beta.md%23tasks",
    "../../../../../../etc/passwd",
  ])
  func brokenLinks(_ path: String) {
    #expect(note("[x](\(path))") == ["notes/x.md:7:1 broken-link"], "\(path)")
  }

  @Test func linksAreComparedByteForByte() {
    let jose = ["people/josé.md": "---\nname: José\nemails: j@x.org\n---\n"]
    #expect(note("[x](../people/josé.md) [x](../people/jos%C3%A9.md)", jose) == [])
    #expect(note("[x](../people/jose\u{301}.md)", jose) == ["notes/x.md:7:1 broken-link"])
    #expect(note("[x](../people/jose%CC%81.md)", jose) == ["notes/x.md:7:1 broken-link"])
    #expect(note("[x](/docs/jose\u{301}.md)", others: ["docs/josé.md"]) == ["notes/x.md:7:1 broken-link"])
  }

  @Test func picturesExistToo() {
    #expect(note("![x](board.png)") == ["notes/x.md:7:1 broken-link"])
    #expect(note("![x](../../docs/board.png)", others: ["docs/board.png"]) == [])
    #expect(note("[![x](board.png)](../goals/public-beta.md)") == ["notes/x.md:7:2 broken-link"])
  }

  @Test func definitionsAreLinks() {
    #expect(note("[x][beta] and [beta]\n\n[beta]: ../goals/public-beta.md") == [])
    #expect(note("[x][beta]\n\n[beta]: nowhere.md") == ["notes/x.md:7:1 broken-link"])
  }

  @Test func aRelativeLinkIsALinkToTheRecord() throws {
    let workspace = Tree(beta.merging(["notes/x.md": Tree.note("")]) { $1 }).workspace
    let note = try #require(workspace.record(.note, "x"))
    func target(_ path: String) -> String? {
      workspace.target(of: .file(path), in: note).map { workspace.records[$0].reference }
    }
    #expect(target("../goals/public-beta.md") == "goal/public-beta")
    #expect(target("../teamwork.md") == "charter/teamwork")
    #expect(target("/.teamwork/people/ana.md") == "person/ana")
    #expect(target("../goals/nothing.md") == nil)
    #expect(target("../../docs/plan.md") == nil)
    #expect(target("../goals") == nil)
  }
}
