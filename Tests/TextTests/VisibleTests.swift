import Testing
import Text

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("Käthe 日本", "Käthe 日本"),
    ("\u{1B}[31mred\u{0}\u{7}", "\\e[31mred\\0\\u{7}"),
    ("a\nb\tc\r\n", "a\\nb\\tc\\r\\n"),
    ("\u{7F}\u{85}\u{9B}", "\\u{7F}\\u{85}\\u{9B}"),
    ("ab\u{202E}cd\u{2066}", "ab\\u{202E}cd\\u{2066}"),
    ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
    ("tag\u{E0041}", "tag\\u{E0041}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\u{FFFE}", "\\u{FFFE}"),
  ])
  func showsWhatIsHidden(text: String, shown: String) {
    #expect(Array(visible(text).utf8) == Array(shown.utf8))
  }

  @Test func keepsJoinersWhereTheyAreWriting() {
    for text in ["می\u{200C}خواهم", "👩\u{200D}💻", "क्\u{200D}ष", "❤️\u{200D}🔥", "葛\u{E0100}城"] {
      #expect(Array(visible(text).utf8) == Array(text.utf8))
    }
    #expect(visible("a\u{200D}b") == "a\\u{200D}b")
    #expect(visible("👩\u{200D}") == "👩\\u{200D}")
    #expect(visible("葛\u{E0100}\u{E0101}") == "葛\u{E0100}\\u{E0101}")
  }

  @Test func keepsLinesWhereAsked() {
    #expect(visible("a\r\nb\tc\rd\u{1B}\n", oneLine: false) == "a\nb\tc\\rd\\e\n")
  }

  @Test func showsBytesThatAreNoText() {
    #expect(visible(bytes: [0x61, 0xFF, 0xC3, 0x62, 0x1B]) == "a\\xFF\\xC3b\\e")
    #expect(visible(bytes: Array("é\u{200B}".utf8)) == "é\\u{200B}")
    #expect(visible(bytes: [0xE2, 0x80]) == "\\xE2\\x80")
    #expect(visible(bytes: []) == "")
  }

  @Test func escapesForHTML() {
    #expect(escapedForHTML("nothing to do") == "nothing to do")
    #expect(escapedForHTML(#"<a href="x">R&D's</a>"#) == "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;")
    #expect(escapedForHTML("a\u{0}\u{202E}\nb") == "a\\0\\u{202E}\nb")
  }
}
