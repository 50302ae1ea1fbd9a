import Testing

@testable import Text

@Suite struct NearestTests {
  @Test(arguments: [
    ("benn", ["ana", "ben", "cho"], "ben"),
    ("validat", ["validate", "list"], "validate"),
    ("vlaidate", ["validate", "list"], "validate"),
    ("Ana", ["ana", "ben"], "ana"),
  ])
  func findsTheOneThatWasMeant(_ word: String, _ candidates: [String], _ expected: String) {
    #expect(nearest(to: word, among: candidates) == expected)
  }

  @Test func offersNothingThatIsFar() {
    #expect(nearest(to: "zebra", among: ["ana", "ben"]) == nil)
    #expect(nearest(to: "", among: ["ana"]) == nil)
    #expect(nearest(to: "x", among: ["y"]) == nil)
  }
}

@Suite struct NameTests {
  @Test func tellsUnicodeFormsApart() {
    let composed = Name("jos\u{E9}")
    let decomposed = Name("jose\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }
}
