import Testing

@testable import Documents

private func read(_ text: String) -> (simple: YAMLMapping?, all: (mapping: YAMLMapping?, faults: [Fault])) {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    (SimpleYAML.read(bytes, base: 4, depthLimit: 32), YAMLReader.readAll(bytes, base: 4, depthLimit: 32))
  }
}

/// Where it answers at all, `SimpleYAML` answers what libyaml does, places included.
@Suite struct SimpleYAMLTests {
  @Test(arguments: [
    "title: The regional locomotive is ready\n",
    "due: 2028-10-16\nowners: [wanja, vera-h]\nnone: []\n",
    "why: \"People asked for it twice: it \\\"works\\\" \\\\ soon\"\nb: ''\nc: 'it is'\n",
    "measures:\n  - {name: visitors, from: 100, unit: a week}\n  - {name: x, now: 1}\nnext: x\n",
    "channels:\n    - one\n    - \"two: three\"\n    - [a, b/c]\n",
    "name: José Ñandú \nx: y\n", "name: Įž Ωμέγα\n", "a: x # y\n", "a: x:y #z#\n", "a: b - c, [d] {e} 'f' \"g\" & * ! | > % @ `\n",
  ])
  func saysTheSame(_ text: String) {
    let (simple, all) = read(text)
    guard let simple else { return #expect(text.contains(" \n") || text.contains(" #")) }
    #expect("\(simple)" == all.mapping.map { "\($0)" })
    #expect(all.faults.isEmpty)
  }

  @Test func neverSaysMore() {
    let pieces = [
      "a", "b-c", "x1", "title", ":", ": ", " ", "  ", "\n", "\n", "\n  - ", "\n- ", "- ", "[", "]", "{", "}", ", ", ",", "\"", "'", "\\\"", "\\", "\\n",
      "#", " #", "word", "two words", "2026-11-20", "é", "\u{85}", "\u{A0}", "\u{2028}", "\u{61C}", "😀", "\t", "\r\n", "~", "null", "|", ">", "&a", "*a", "!t",
      "?", "? ", "<<", "---", "...", "%", "@x", "`", "-", "+1", "k: v\n", "k: [a, b]\n", "l:\n  - x\n", "m:\n  - {a: b, c: d e}\n", "q: \"t\"\n",
    ]
    var seed: UInt64 = 42
    func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    var answered = 0
    for round in 0..<60_000 {
      var text = round % 2 == 0 ? "key: " : ""
      for _ in 0...next(7) { text += pieces[next(pieces.count)] }
      text += "\n"
      let (simple, all) = read(text)
      guard let simple else { continue }
      answered += 1
      guard "\(simple)" == all.mapping.map({ "\($0)" }), all.faults.isEmpty else {
        Issue.record("\(text.debugDescription): \(simple) is not \(all)")
        return
      }
    }
    #expect(answered > 1_000)
  }
}
