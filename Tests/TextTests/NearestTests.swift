import Testing

@testable import Text

@Suite struct NearestTests {
  @Test(arguments: [
    ("benn", ["ana", "ben", "cho"], "ben"),
    ("validat", ["validate", "list"], "validate"),
    ("vlaidate", ["validate", "list"], "validate"),
    ("Ana", ["ana", "ben"], "ana"),
    ("józef", ["ana", "Jozef"], "Jozef"),
    ("ÉCOLE", ["école", "ecole"], "école"),
    ("swpa", ["soap", "swap"], "swap"),
  ])
  func findsTheOneThatWasMeant(_ word: String, _ candidates: [String], _ expected: String) {
    #expect(nearest(to: word, among: candidates) == expected)
  }

  /// Looking past what cannot be near must not lose what is.
  @Test func findsWhatComparingWithAllFinds() {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    func word() -> String { String((0..<(1 + random(9))).map { _ in Array("aAbcdé-ß")[random(8)] }) }
    for _ in 0..<400 {
      let wanted = word()
      let candidates = (0..<12).map { _ in word() }
      var best: (text: String, distance: Int)?
      for candidate in candidates where Array(candidate.utf8) != Array(wanted.utf8) {
        let (a, b) = (Array(wanted.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
        let distance = alignmentDistance(a, b)
        let longer = max(a.count, b.count)
        guard distance <= max(1, longer / 3), distance < longer, distance < best?.distance ?? .max else { continue }
        best = (candidate, distance)
      }
      #expect(nearest(to: wanted, among: candidates) == best?.text, "\(wanted) among \(candidates)")
    }
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
