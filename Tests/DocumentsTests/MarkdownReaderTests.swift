import Testing

@testable import Documents

private func read(_ text: String) -> Document { Document(Array(text.utf8)) }

/// The source of every reference, in order.
private func references(_ text: String) -> [String] {
  let document = read(text)
  return document.body?.references.map { document.text($0.range) } ?? []
}

@Suite struct ReferencePlaces {
  @Test(arguments: [
    ("Hello @ana, and [[public-beta]].", ["@ana", "[[public-beta]]"]),
    ("first @a1\n   indented @b1 more\nlast @c1", ["@a1", "@b1", "@c1"]),
    ("> quote @a1\n> > deeper @b1\nlazy @c1", ["@a1", "@b1", "@c1"]),
    ("- item @a1\n  more @b1\n      - nested @c1\n        and @d1", ["@a1", "@b1", "@c1", "@d1"]),
    ("`code @no` then @yes and ``x ` @no``", ["@yes"]),
    ("multi `line\ncode @no` then @yes", ["@yes"]),
    ("[link\ntext @a1](x \"title\nmore\") then @b1", ["[link", "@a1", "@b1"]),
    ("\\@no &#64;no @yes", ["@yes"]),
    ("ana@example.org a.b/@no https://x.org/?q=(@no (@yes)", ["@yes"]),
    ("*@a1* **@b1** _@c1_ ~@d1~ `@no`", ["@a1", "@b1", "@c1", "@d1"]),
    ("@ana_b-c.d. @ana: @josé!", ["@ana_b-c.d", "@ana", "@josé"]),
    ("@ana@chaos.social @-x @", []),
    ("# Heading @a1 #\n\nSet @b1\n======", ["@a1", "@b1"]),
    ("| a | b |\n|---|---|\n| x\\|y @m1 | `c` @n1 |", ["@m1", "@n1"]),
    ("<!-- @no [[no]] -->\n\ntext <!-- @no --> @yes", ["@yes"]),
    ("```\n@no [[no]]\n```\n\n    @no\n\n@yes", ["@yes"]),
    ("<div>\n@no\n</div>\n\n@yes", ["@yes"]),
    ("[[a]] [[b|the b]] [[roles/c]] [[d^e]] [[f", ["[[a]]", "[[b|the b]]", "[[roles/c]]", "[[d^e]]"]),
    ("é @a1 ü [[x]]\nñ @b1", ["@a1", "[[x]]", "@b1"]),
    ("See[^1] and @a1.\n\n[^1]: note by @b1", ["@a1", "@b1"]),
    ("@org/team and @ana/@ben", ["@ana", "@ben"]),
    ("a\r\nb @a1\r\n  c @b1\r\n", ["@a1", "@b1"]),
    ("> - [ ] See\n[[a]] and [b](c\n\"t\") [[d]]\nfoo `x\ny` @a1", ["[[a]]", "[b](c", "[[d]]", "@a1"]),
    ("~~@a1~~ https://x.org/@no www.x.org/[[no]] no@x.org @b1", ["@a1", "@b1"]),
    ("a @a1\n| [[b]] | @c1 |\n|---|---|\n| [[d]] | e |", ["@a1", "[[b]]", "@c1", "[[d]]"]),
    ("&lt;x&gt; @a1 &copy; [[b]]", ["@a1", "[[b]]"]),
    ("[x][y] @a1 [y] @b1 <https://a.b> [[c]]\n\n[y]: z.md", ["[x][y]", "@a1", "[y]", "@b1", "[[c]]"]),
  ])
  func areExact(_ text: String, _ expected: [String]) {
    #expect(references(text) == expected)
    // The front matter before it moves everything and changes nothing.
    #expect(references("---\ntitle: é\n---\n\n" + text) == expected)
  }

  @Test func wikiLinksAreTakenApart() {
    let targets = read(
      "[[roles/release-manager|the manager]] [[a^b]] [[2026-W47/ana]] [[a#Plan]] [[#Plan]] [[a#^b]] [[goals/a.md]] [[A title]]"
    ).body?.references.map(\.target)
    #expect(
      targets == [
        .wiki(kind: "roles", id: "release-manager", anchor: nil),
        .wiki(kind: nil, id: "a", anchor: "b"),
        .wiki(kind: "2026-W47", id: "ana", anchor: nil),
        .wiki(kind: nil, id: "a", anchor: nil),
        .wiki(kind: nil, id: "a", anchor: "b"),
        .wiki(kind: "goals", id: "a.md", anchor: nil),
        .wiki(kind: nil, id: "A title", anchor: nil),
      ])
  }

  @Test func linksToFilesAreDecoded() {
    let targets = read(
      "[a](../goals/a%20b.md#x) ![p](p.png) [w](https://x.org) [m](mailto:a@b.c) [h](#h) <https://y.z>"
    )
    .body?.references.map(\.target)
    #expect(targets == [.file("../goals/a b.md"), .picture("p.png")])
  }
}

@Suite struct ListItems {
  @Test func boxesAreReadFromTheItem() throws {
    let document = read(
      "- [ ] open\n- [x] done\n- [X] Done\n- [-] dropped\n- [y] none\n- plain\n- []\n\n1. [ ] numbered\n")
    let items = try #require(document.body?.items)
    #expect(items.map(\.checkbox) == [.open, .done, .done, .dropped, nil, nil, nil, .open])
    #expect(
      items.map { document.text($0.paragraph) } == [
        "open", "done", "Done", "dropped", "[y] none", "plain", "[]", "numbered",
      ])
    #expect(document.text(items[3].checkboxRange) == "[-]")
  }

  @Test func nestingHeadingsAndQuotes() throws {
    let document = read("# One\n\n- a\n  - b\n\n    text\n- c\n\n## Two *x*\n\n> - d\n")
    let body = try #require(document.body)
    #expect(body.headings.map(\.text) == ["One", "Two x"])
    #expect(body.items.map(\.parent) == [nil, 0, nil, nil])
    #expect(body.items.map(\.heading) == [0, 0, 0, 1])
    #expect(body.items.map(\.isInQuote) == [false, false, false, true])
    #expect(document.text(body.items[0].paragraph) == "a")
  }

  /// What is shown of the first item, what of it is not the task's own words marked by `·`, and the Markdown before bytes.
  private func shown(_ text: String) throws -> String {
    let document = read(text)
    let item = try #require(document.body?.items.first)
    #expect(item.checkbox != nil)
    let shown = ShownText(item, in: document)
    return String(
      decoding: shown.bytes.indices.flatMap {
        shown.isOpaque($0) && shown.bytes[$0] < 0x80 ? [0x7E] : [shown.bytes[$0]]
      },
      as: UTF8.self)
  }

  @Test(arguments: [
    ("- [ ] Do `x due:1` [t](u) [[w]] <!-- c --> @ana\n  more @ben", "Do ~~~~~~~ ~ [[w]]  @ana more @ben"),
    ("- [ ] **a**, *b* ~~c~~ ***d*** __e__f", "a, b c d __e__f"),
    ("- [ ] a\\\n  b  \n  c\n  d", "a b c d"),
    ("- [ ] \\*a\\* &amp; &eacute; &nosuch; \\x", "~a~ ~ é &nosuch; \\x"),
    (
      "- [ ] see https://en.wikipedia.org/wiki/Foo_(bar), or www.x.org/__main__.html?q=[a]",
      "see ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~, or ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
    ),
    ("- [ ] `` a ` b `` and `x\n  y`", "~~~~~ and ~~~"),
    ("- [ ] [a\n  b](c\n  \"t\") d [e] ![f](g) h[^1]\n\n[e]: x\n[^1]: n", "~ ~ d ~ ~ h"),
    ("- [ ] Ship it @ben ^ship\n  -\n", "Ship it @ben ^ship"),
    ("- [ ] Ship it\n  or not\n  | a | b |\n  | - | - |\n", "Ship it or not"),
    ("- [-] **Ship** it\r\n  now\r\n", "Ship it now"),
    ("1. [ ] # no heading", "# no heading"),
    ("- [ ] a\nlazy @ana", "a lazy @ana"),
    ("- [ ] a\\\n  b [c](d) e\n  [f](g) h", "a b ~ e ~ h"),
    ("- [ ] a\n  b [c](d) e\n  [f *g*](<h i> \"j\") <b> k", "a b ~ e ~~~  k"),
  ])
  func textIsReadAsItIsShown(_ text: String, _ expected: String) throws { #expect(try shown(text) == expected) }

  @Test func mentionsInTheFirstParagraphAreTheItems() throws {
    let document = read("- [ ] Do [x @no](u) @ana\n  more @ben [[w]]\n\n  and @no\n  - @sub")
    let own = try #require(document.body).references.filter { $0.isOwn && $0.item == 0 }
    #expect(own.map { document.text($0.range) } == ["@ana", "@ben", "[[w]]"])
  }

  /// A box counts wherever cmark sees one.
  @Test(arguments: [
    ("- [ ] a\n  -\n- [ ] b", ["a", "b"]), ("- [ ] a\n  ===\n", ["a"]), ("- [ ] # a", ["# a"]),
    ("- [ ] a\n  | b |\n  |---|\n", ["a"]), ("+ [X] a\n\n10) [ ] b", ["a", "b"]), ("-\t[ ] a", ["a"]),
    ("- [ ] > a", ["> a"]), ("- [ ] ```\n  b", ["```\n  b"]), ("- [-] a\n  -\n", ["a"]), ("- a\n  - [ ] b", ["b"]),
    ("- [ ]", []), ("- [x] ", []), ("- [-]", []), ("- [ ]   \n  - b", []), ("- [ ]\n  b", []), ("- - [ ] a", []),
    ("- - [-] a", []), ("> - [ ] a", []), ("> - [-] a", []), ("- [ ] <!-- a -->", []), ("-     [ ] a", []),
    ("- [ ]a", []),
    ("[-]: u\n\n- [-] a", []),
  ])
  func boxes(_ text: String, _ expected: [String]) throws {
    let document = read(text)
    let items = try #require(document.body?.items).filter { $0.checkbox != nil }
    #expect(items.map { document.text($0.paragraph) } == expected)
  }

  @Test(arguments: [
    ("- [ ] a\n-[ ] b", ["-[ ]"]), ("*[x] a", ["*[x]"]), ("1.[ ] a", ["1.[ ]"]), ("[ ] a", ["[ ]"]),
    ("• [ ] a", ["• [ ]"]),
    ("- a\n      - [ ] b", ["- [ ]"]), ("-[] a", ["-[]"]), ("-[x](u)", []), ("a [ ] b", []), ("    -[ ] a", []),
    ("> -[ ] a", []), ("`-[ ]` a", []), ("[x] a\n\n[x]: u", []), ("[] a", []), ("-[ ]a", []), ("# -[ ] a", []),
  ])
  func linesThatLookLikeTasks(_ text: String, _ expected: [String]) throws {
    let document = read(text)
    #expect(try #require(document.body).strayCheckboxes.map { document.text($0) } == expected)
  }
}

@Suite struct Blocks {
  /// A heading in an item, in a quotation or in a note below the text is none of the document.
  @Test(arguments: [
    "- Waiting for A\n  -\n- b", "> ## Done", "- # Done", "1. ## Done", "- a\n\n  Done\n  ====", "> - # Done",
    "x[^1]\n\n[^1]: # Done",
  ])
  func headingsAreTheDocumentsOwn(_ text: String) throws {
    let body = try #require(read("# One\n\n" + text + "\n\n## Two\n").body)
    #expect(body.headings.map(\.text) == ["One", "Two"])
    #expect(body.items.allSatisfy { $0.heading == 0 })
  }

  @Test func anItemThatIsAHeadingSaysItsWords() throws {
    let document = read("- Waiting for A\n  -\n- # Done @ana\n- two\n  lines\n  ==\n")
    let items = try #require(document.body?.items)
    #expect(items.map { document.text($0.paragraph) } == ["Waiting for A", "Done @ana", "two\n  lines"])
  }

  @Test func blocksStandUnderTheirHeading() throws {
    let document = read(
      "Above\n\n# One\n\n- a\n\n  b\n\n> # q\n\n```\nc\n```\n\n<!-- no -->\n\n| t |\n|---|\n\n# Two\n\n<div>\n\n    d\n"
    )
    let body = try #require(document.body)
    #expect(body.blocks.map(\.kind) == [.paragraph, .list, .quotation, .code, .table, .html, .code])
    #expect(body.blocks.map(\.heading) == [nil, 0, 0, 0, 0, 1, 1])
    #expect(
      body.blocks.map { document.text($0.range) } == [
        "Above", "- a\n\n  b", "> # q", "```\nc\n```", "| t |\n|---|", "<div>", "d",
      ])
  }
}

@Suite struct BodyContent {
  @Test func placeholdersOutsideCode() throws {
    let document = read("# {{Title here}}\n\n`{{no}}` {{What is it?}}\n\n```\n{{no}}\n```\n\n{{open\nnot}} {{x}}")
    let body = try #require(document.body)
    #expect(body.placeholders.map { document.text($0) } == ["{{Title here}}", "{{What is it?}}", "{{x}}"])
  }

  @Test func commentsAreNoProse() throws {
    #expect(read("# Heading\n\n<!-- a\nb -->\n").body?.hasProse == false)
    #expect(read("Text").body?.hasProse == true)
    let document = read("a <!-- tw:allow x: y --> b\n\n- <!-- z -->")
    #expect(document.body?.comments.map { document.text($0) } == ["<!-- tw:allow x: y -->", "<!-- z -->"])
  }

  /// What took cmark seconds or made it overflow is read or refused at once.
  @Test(arguments: [
    String(repeating: ">", count: 200_000), String(repeating: "> ", count: 100_000),
    String(repeating: "1. ", count: 60_000),
    "[a]: " + String(repeating: "x", count: 50_000) + "\n\n" + String(repeating: "[a] ", count: 12_000),
  ])
  func pathologicalNestingIsAFault(_ text: String) {
    let document = read(text)
    #expect(document.body == nil)
    #expect(document.diagnostics.map(\.code) == [.unreadableFile])
  }

  @Test func aVeryWideTableIsReadAsText() {
    let row = "|" + String(repeating: "a|", count: 5_000) + "\n"
    #expect(references(row + "|" + String(repeating: "-|", count: 5_000) + "\n| @ana |") == ["@ana"])
  }

  @Test func deepInlinesDoNotOverflow() {
    #expect(references(String(repeating: "*a ", count: 100_000) + "@ana") == ["@ana"])
    #expect(references(String(repeating: "[", count: 100_000) + " @ana") == ["@ana"])
    _ = references(String(repeating: "![a](b ", count: 50_000))
  }
}
