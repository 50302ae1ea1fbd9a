import Dispatch
import Synchronization
import Testing

@testable import Documents

/// Texts are read on all cores at once.
@Suite struct ConcurrentReadingTests {
  private static let texts = [
    "- [ ] Ship ~~the old~~ the new guide", "- [ ] Read www.example.org/a and https://example.org/b.",
    "- [ ] Wow: a plain one, and no more", "- [x] ~~Nothing~~ at https://example.org/(c)",
  ]

  private static func read(_ number: Int) -> [String] {
    let text = String(repeating: texts[number % texts.count] + "\n", count: 1 + number % 7)
    let document = Document(Array(text.utf8))
    return document.body?.items.map { item in
      let shown = ShownText(item, in: document)
      return String(decoding: shown.bytes, as: UTF8.self) + " \(shown.marks.map(\.index))"
    } ?? []
  }

  @Test func aTextReadsTheSameWhateverElseIsRead() {
    let count = 4_000
    let alone = (0..<28).map(Self.read)
    #expect(alone[0] == ["Ship the old the new guide [5, 12]"])
    let differing = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: count) { number in
      if Self.read(number) != alone[number % 28] { differing.withLock { $0 += 1 } }
    }
    #expect(differing.withLock { $0 } == 0)
  }
}
