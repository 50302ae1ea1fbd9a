import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

/// Edits of front matter as people could have written it: only the field's own bytes change, and it reads back as the value.
@Suite struct RandomEditTests {
  static let words = [
    "ana", "ben", "it's", "a: b", "x, y", "12", "no", "né", "# c", "[d]", "\"q\"", "2026-12-01", "-", "a\\b", "東京",
  ]
  static let names: [Name] = ["title", "owners", "why", "due", "needs", "tags"]

  /// A field in a way of writing it.
  static func field(_ name: Name, _ dice: inout SplitMix, _ lineBreak: String) -> String {
    func quoted(_ word: String) -> String {
      switch dice.below(3) {
      case 0: return YAMLText.scalar(word, like: UInt8(ascii: "\""), in: .flow)
      case 1: return YAMLText.scalar(word, like: UInt8(ascii: "'"), in: .flow)
      default: return YAMLText.scalar(word, in: .flow)
      }
    }
    let comment = dice.pick(["", "", "  # why: so", " #", "   "])
    let items = (0..<dice.below(4)).map { _ in quoted(dice.pick(words)) }
    let indent = String(repeating: " ", count: dice.below(4))
    switch dice.below(8) {
    case 0: return "\(name):\(comment)"
    case 1, 2: return "\(name):\(dice.pick([" ", "   "]))\(quoted(dice.pick(words)))\(comment)"
    case 3:
      return "\(name): [\(dice.pick(["", " "]))" + items.joined(separator: dice.pick([", ", ",  ", " , "]))
        + "]\(comment)"
    case 4 where !items.isEmpty:
      return "\(name): [" + items.map { "\(lineBreak)  \($0),\(dice.pick(["", " # x"]))" }.joined()
        + "\(lineBreak)  ]\(comment)"
    case 5 where !items.isEmpty:
      let lines = items.map { "\(indent)-\(dice.pick([" ", "  "]))\($0)\(dice.pick(["", " # x"]))" }
      return "\(name):\(comment)"
        + lines.map { lineBreak + $0 + dice.pick(["", "", "\(lineBreak)\(indent)# between"]) }.joined()
    case 6:
      return "\(name): \(dice.pick(["|", ">", "|-", ">-"]))" + dice.pick(["", " # x"])
        + "\(lineBreak)  one\(lineBreak)\(lineBreak)  two"
    case 7: return "\(name): one\(lineBreak)   two\(comment)"
    default: return "\(name):\(lineBreak)    \(quoted(dice.pick(words)))\(comment)"
    }
  }

  @Test func onlyTheFieldChanges() throws {
    var (done, refused) = (0, 0)
    for seed in 0..<6_000 {
      var dice = SplitMix(state: UInt64(seed))
      let lineBreak = dice.pick(["\n", "\n", "\r\n"])
      let chosen = Self.names.shuffled(using: &dice).prefix(1 + dice.below(Self.names.count))
      // Every field by itself, with what stands between the fields.
      let parts = chosen.map { (name: $0, text: Self.field($0, &dice, lineBreak) + lineBreak) }
      let gaps = parts.map { _ in dice.pick(["", "", "# a comment\(lineBreak)", lineBreak]) }
      let head = dice.pick(["", "\u{FEFF}"]) + "---" + dice.pick(["", " "]) + lineBreak
      let tail = "---\(lineBreak)Body: [x]\(lineBreak)- [ ] a\(lineBreak)"
      func joined(_ range: Range<Int>) -> String { range.map { gaps[$0] + parts[$0].text }.joined() }
      let text: String = head + joined(parts.indices) + tail
      let document = Document(Array(text.utf8))
      guard case .mapping(let before) = document.frontMatter else {
        Issue.record("seed \(seed) makes no front matter: \(text)")
        continue
      }
      let name = dice.below(4) == 0 ? dice.pick(Self.names) : parts[dice.below(parts.count)].name
      let values = (0...dice.below(3)).map { _ in dice.pick(Self.words) }
      let edit: FieldEdit =
        switch dice.below(5) {
        case 0: .remove
        case 1: .text(values[0])
        case 2: .list(values)
        case 3: .adding(values)
        default: .dropping(values)
        }
      let bytes: [UInt8]
      do {
        bytes = try FrontMatterEditor(document).edited(name, edit, isWords: dice.below(2) == 0, order: Self.names)
      } catch {
        refused += 1
        continue
      }
      done += 1
      // What stands before and behind the field stands there still, to the byte.
      let (was, now) = (document.bytes, bytes)
      if let index = parts.firstIndex(where: { $0.name == name }) {
        let front = Array((head + joined(0..<index) + gaps[index]).utf8)
        let back = Array((joined((index + 1)..<parts.count) + tail).utf8)
        #expect(now.starts(with: front) && now.suffix(back.count) == back[...], "seed \(seed) \(edit): \(text)")
      } else {
        let same = zip(was, now).prefix { $0 == $1 }.count
        #expect(now.suffix(was.count - same) == was.suffix(was.count - same), "seed \(seed) \(edit): \(text)")
      }
      guard case .mapping(let after) = Document(bytes).frontMatter else {
        Issue.record("seed \(seed) cannot be read: \(String(decoding: bytes, as: UTF8.self))")
        continue
      }
      expect(before[name], after[name], edit, seed)
    }
    #expect(done > 5_500, "\(refused) of 6000 were refused")
  }

  private func items(_ node: YAMLNode?) -> [Name] {
    guard let node, !node.isAbsent else { return [] }
    if case .sequence(let nodes) = node.content { return nodes.compactMap(\.text).map { Name($0) } }
    return node.text.map { [Name($0)] } ?? []
  }

  private func expect(_ before: YAMLNode?, _ after: YAMLNode?, _ edit: FieldEdit, _ seed: Int) {
    let (old, new) = (items(before), items(after))
    switch edit {
    case .remove: #expect(after == nil, "seed \(seed)")
    case .text(let text): #expect(new == [Name(text)] || new == [Name(text + "\n")], "seed \(seed)")
    case .list(let values):
      #expect(new == values.map { Name($0) } || (values.count == 1 && new == [Name(values[0] + "\n")]), "seed \(seed)")
    case .adding(let values): #expect(new == old + values.map { Name($0) }.filter { !old.contains($0) }, "seed \(seed)")
    case .dropping(let values): #expect(new == old.filter { !values.map { Name($0) }.contains($0) }, "seed \(seed)")
    }
  }
}
