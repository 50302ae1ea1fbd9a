import Testing
import Text

@Suite struct JSONTests {
  func text(_ value: JSON) -> String { String(decoding: value.bytes(), as: UTF8.self) }

  @Test func writesObjectsInOrder() {
    let value: JSON = [
      "b": 1, "a": [true, nil, 1.5, "x"], "empty": [], "none": .object([]), "in": ["deep": ["er": -3]],
    ]
    #expect(
      text(value) == """
        {
          "b": 1,
          "a": [
            true,
            null,
            1.5,
            "x"
          ],
          "empty": [],
          "none": {},
          "in": {
            "deep": {
              "er": -3
            }
          }
        }

        """)
  }

  @Test func writesNoNumberThatJSONLacks() {
    #expect(text(.array([.number(.nan), .number(.infinity), .number(0.1)])) == "[\n  null,\n  null,\n  0.1\n]\n")
    #expect(text(JSON(nil as String?)) == "null\n")
  }

  @Test func escapesWhatATerminalObeys() {
    #expect(text(.string("\"\\\n\r\t")) == "\"\\\"\\\\\\n\\r\\t\"\n")
    #expect(text(.string("\u{1B}\u{0}\u{7F}\u{9B}")) == "\"\\u001B\\u0000\\u007F\\u009B\"\n")
    #expect(text(.string("\u{2028}\u{202E}\u{E0041}é😀")) == "\"\\u2028\\u202E\\uDB40\\uDC41é😀\"\n")
  }
}
