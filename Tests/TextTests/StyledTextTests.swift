import Testing
import Text

@Suite struct StyledTextTests {
  @Test func isPlainWithoutColour() {
    var text = StyledText("error", .error)
    text.append("[x]: ")
    text.line("bad", .strong)
    #expect(text.bytes(colored: false) == Array("error[x]: bad\n".utf8))
    #expect(text.bytes(colored: true) == Array("\u{1B}[1;31merror\u{1B}[0m[x]: \u{1B}[1mbad\u{1B}[0m\n".utf8))
    #expect(text.plain == "error[x]: bad\n")
  }

  @Test func letsNoOrderThrough() {
    let text = StyledText("a\u{1B}[31mb\n\u{202E}", .dim)
    #expect(text.plain == "a\\e[31mb\n\\u{202E}")
    #expect(text.bytes(colored: true) == Array("\u{1B}[2ma\\e[31mb\u{1B}[0m\n\u{1B}[2m\\u{202E}\u{1B}[0m".utf8))
  }

  @Test(arguments: [
    (ColorChoice.auto, true, ["TERM": "xterm"], true),
    (.auto, false, ["TERM": "xterm"], false),
    (.auto, true, ["TERM": "dumb"], false),
    (.auto, true, [:], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
    (.auto, false, ["CLICOLOR_FORCE": "1"], true),
    (.auto, false, ["CLICOLOR_FORCE": "0"], false),
    (.auto, true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
    (.never, true, ["CLICOLOR_FORCE": "1", "TERM": "xterm"], false),
  ])
  func decidesOnColour(choice: ColorChoice, isTerminal: Bool, environment: [String: String], expected: Bool) {
    #expect(choice.usesColor(isTerminal: isTerminal) { environment[$0] } == expected)
  }

  @Test(arguments: [
    ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｆ", 2), ("😀", 2), ("👩\u{200D}💻", 2), ("🇩🇪", 2),
    ("❤️", 2), ("❤", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("…", 1), ("a\u{200B}", 1), ("👍🏽", 2), ("Ω", 1),
  ])
  func measuresCells(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func cutsPadsAndWraps() {
    #expect(truncated("abcdef", to: 6) == "abcdef")
    #expect(truncated("abcdef", to: 4) == "abc…")
    #expect(truncated("日本語", to: 4) == "日…")
    #expect(truncated("abc", to: 0) == "")
    #expect(padded("日", to: 4) + "|" == "日  |")
    #expect(padded("7", to: 3, toTheRight: true) == "  7")
    #expect(padded("long", to: 2) == "long")
    #expect(wrapped("one two three\nfour", to: 8) == ["one two", "three", "four"])
    #expect(wrapped("extraordinary x", to: 5) == ["extraordinary", "x"])
  }
}
