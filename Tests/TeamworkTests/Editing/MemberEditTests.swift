import Documents
import Testing
import Text

@testable import Teamwork

/// One number of one mapping of a list, and no other byte.
@Suite struct MemberEditTests {
  private static let order: [Name] = ["name", "from", "target", "now", "unit"]

  private func edited(_ text: String, item: Int = 0, to value: String = "40") throws -> String {
    let document = Document(Array("---\n\(text)\n---\n\nBody now: 3\n".utf8))
    let bytes = try FrontMatterEditor(document).edited(
      "now", ofItem: item, in: "measures", to: value, order: Self.order)
    let whole = String(decoding: bytes, as: UTF8.self)
    #expect(whole.hasPrefix("---\n") && whole.hasSuffix("\n---\n\nBody now: 3\n"))
    return String(whole.dropFirst(4).dropLast("\n---\n\nBody now: 3\n".utf8.count))
  }

  @Test(arguments: [
    ("measures:\n  - name: A\n    target: 9\n    now: 3 # counted\n    unit: x", "now: 3 #", "now: 40 #"),
    ("measures:\n  - name: A\n    now: '3'\n    target: 9", "now: '3'", "now: '40'"),
    ("measures: [{name: A, target: 9, now: 3}]", "now: 3", "now: 40"),
    ("measures: {name: A, target: 9, now: 3}\ntitle: T", "now: 3", "now: 40"),
    ("measures:\n  name: A\n  target: 9\n  now:\n  unit: x", "now:", "now: 40"),
  ])
  func changesIt(_ text: String, _ old: String, _ new: String) throws {
    #expect(try edited(text) == text.replacing(old, with: new))
  }

  @Test(arguments: [
    (
      "measures:\n  - name: A\n    target: 9\n    unit: x\n  - name: B\n    target: 1",
      "measures:\n  - name: A\n    target: 9\n    now: 40\n    unit: x\n  - name: B\n    target: 1"
    ),
    ("measures:\n  - target: 9\n    name: A", "measures:\n  - target: 9\n    name: A\n    now: 40"),
    ("measures: [{name: A, target: 9, unit: x}]", "measures: [{name: A, target: 9, now: 40, unit: x}]"),
    ("measures: {name: A, target: 9}", "measures: {name: A, target: 9, now: 40}"),
    (
      "measures:\n- name: A # first\n  target: 9\ntitle: T",
      "measures:\n- name: A # first\n  target: 9\n  now: 40\ntitle: T"
    ),
  ])
  func addsIt(_ text: String, _ expected: String) throws { #expect(try edited(text) == expected) }

  @Test func takesTheOneThatIsMeant() throws {
    let text = "measures:\n  - name: A\n    target: 9\n    now: 3\n  - name: B\n    target: 9\n    now: 3"
    #expect(try edited(text, item: 1) == text.dropLast() + "40")
    #expect(try edited(text, item: 1, to: "3") == text)
    #expect(throws: EditRefusal.self) { try edited(text, item: 2) }
    #expect(throws: EditRefusal.self) { try edited("measures: [A, B]") }
    #expect(throws: EditRefusal.self) { try edited("title: T") }
  }
}
