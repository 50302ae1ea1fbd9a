import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct PeopleRulesTests {
  private func person(_ name: String, _ emails: String) -> String { "---\nname: \(name)\nemails: \(emails)\n---\n" }

  @Test func oneAddressOfSeveralPeopleIsOneFindingAtTheFirst() {
    let tree = Tree([
      "people/dana.md": person("Dana", "[d@example.org, shared@example.org]"),
      "people/eli.md": person("Eli", "shared@example.org"),
      "people/finn.md": person("Finn", "[SHARED@example.org, finn@example.org]"),
    ])
    let found = tree.findings.filter { $0.code.name == "duplicate-email" }
    #expect(found.count == 1 && found[0].severity == .error)
    #expect(found[0].message == "`dana`, `eli` and `finn` have one address, `shared@example.org`")
    #expect(found[0].source.path == ".teamwork/people/dana.md" && found[0].related.count == 2)
  }

  @Test func oneAddressTwiceWithOnePersonIsRepeated() {
    let tree = Tree(["people/dana.md": person("Dana", "[d@example.org, D@example.org]")])
    #expect(tree.rules == ["repeated-value"])
  }

  @Test(arguments: ["Dana Sand", "dana sand", "DANA  SAND", " Dana\tSand "])
  func oneNameOfTwoPeople(_ name: String) {
    let tree = Tree([
      "people/dana.md": person("Dana Sand", "d@example.org"), "people/eli.md": person("\"\(name)\"", "e@example.org"),
    ])
    #expect(tree.rules == ["duplicate-name"])
  }

  @Test func namesInAnotherUnicodeFormAreOne() {
    let tree = Tree([
      "people/dana.md": person("Jos\u{E9}", "d@example.org"), "people/eli.md": person("Jose\u{301}", "e@example.org"),
      "people/finn.md": person("Jose", "f@example.org"),
    ])
    #expect(tree.rules == ["duplicate-name"])
  }

  @Test func twoWhoAreTwoCanBeAllowed() {
    let allowed = person("Dana Sand", "d@example.org") + "<!-- tw:allow duplicate-name: cousins -->\n"
    #expect(
      Tree(["people/dana.md": allowed, "people/eli.md": person("Dana Sand", "e@example.org")]).rules.isEmpty)
  }
}
