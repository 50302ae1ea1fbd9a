import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

/// Edits of tasks as people could have written them: only the attribute's own bytes change, and it reads back as the value.
@Suite struct RandomTaskEditTests {

  static let words = [
    "Write", "the", "guide", "*due:2026-01-01*", "`due:2026-01-01`", "`@ana`", "``a ` ^b``", "[needs:a](x.md)",
    "[[g^a]]", "**now**", "_role:x_",
    "東京", "né", "due:", "https://x.org/@ana", "<!-- @ben -->", "^a", "a:b", "due:soon?", "\\", "~~effort:3d~~", "@crew",
    "@ana,", "e@x.org", "&amp;", "|",
  ]
  static let values: [TaskAttribute: [String]] = [
    .owners: ["ana", "ben", "cid", "zoë"], .due: ["2026-12-01", "2027-01-31"], .done: ["2026-11-01", "2026-11-20"],
    .needs: ["a", "b", "other^far", "goals/g^b"], .role: ["scribe", "cook"], .effort: ["3d", "0.5w", "12h"],
    .anchor: ["one", "two-3", "né"],
    .state: ["open", "done", "dropped"],
  ]

  static func attribute(_ dice: inout SplitMix) -> String {
    switch dice.below(7) {
    case 0, 1: "@" + dice.pick(values[.owners] ?? [])
    case 2: "due:" + dice.pick(values[.due] ?? [])
    case 3: "done:" + dice.pick(values[.done] ?? [])
    case 4: "needs:" + dice.pick(["a", "b,other^far", "a,,b"])
    case 5: "role:" + dice.pick(values[.role] ?? [])
    default: "effort:" + dice.pick(values[.effort] ?? [])
    }
  }

  static func line(_ dice: inout SplitMix) -> String {
    var parts = (0..<(1 + dice.below(4))).map { _ in dice.pick(words) }
    for _ in 0..<dice.below(4) {
      parts.insert(attribute(&dice), at: dice.below(2) == 0 ? parts.count : dice.below(parts.count + 1))
    }
    if dice.below(2) == 0 { parts.append("^" + dice.pick(["a", "b", "guide"])) }
    let mark =
      dice.pick(["- ", "* ", "1. ", "+  ", "-\t"]) + dice.pick(["[ ]", "[x]", "[X]", "[-]"])
      + dice.pick([" ", " ", "  ", "\t"])
    return mark + parts.dropFirst().reduce(parts[0]) { $0 + dice.pick([" ", " ", "  ", "\t"]) + $1 }
      + dice.pick(["", "", "  ", "\t"])
  }

  static let fields = [TaskAttribute.owners, .due, .done, .needs, .role, .effort, .anchor, .state]

  @Test func onlyTheAttributeChanges() throws {
    let people = TaskEditorTests.workspace("---\ntitle: G\n---\n")
    var (done, refused) = (0, 0)
    for seed in 0..<6_000 {
      var dice = SplitMix(state: UInt64(seed))
      let lineBreak = dice.pick(["\n", "\n", "\r\n"])
      let above = dice.pick(["", "- [ ] Above @ana due:2026-01-01 ^above" + lineBreak])
      let own = Self.line(&dice)
      let below =
        dice.pick(["", lineBreak + "    - [ ] Below needs:a @ben ^below", lineBreak + "  lazy `due:2026-01-01` words"])
        + lineBreak
      let head = dice.pick(["", "\u{FEFF}"]) + "---\(lineBreak)title: G\(lineBreak)---\(lineBreak)"
      let document = Document(Array((head + above + own + below).utf8), path: "goals/g.md")
      let record = Record(kind: .goal, id: "g", week: nil, document: document)
      let start = (head + above).utf8.count
      guard let number = record.tasks.firstIndex(where: { $0.range.lowerBound >= start }) else { continue }
      let name = dice.pick(Self.fields)
      let chosen = (0...dice.below(2)).map { _ in dice.pick(Self.values[name] ?? []) }
      let edit: FieldEdit =
        switch dice.below(5) {
        case 0 where name != .state: .remove
        case 1 where name.isList: .adding(chosen)
        case 2 where name.isList: .dropping(chosen)
        case _ where name.isList: .list(Array(Set(chosen)).sorted())
        default: .text(chosen[0])
        }
      let after: Record
      do {
        after = try TaskEditor(record, task: number, in: people).edited(name, edit)
      } catch {
        refused += 1
        continue
      }
      done += 1
      let (was, now) = (document.bytes, after.document.bytes)
      // What is wrapped is the task's, and an attribute may stand behind it.
      let kept = record.tasks[number].range.upperBound > start + own.utf8.count ? lineBreak : below
      #expect(
        now.starts(with: Array((head + above).utf8)) && now.suffix(kept.utf8.count) == was.suffix(kept.utf8.count),
        "seed \(seed) \(edit): \(own)")
      // Without the attribute's words, and white space beside them, both lines are the same.
      let (old, new) = (Self.rest(record, number, name, people), Self.rest(after, number, name, people))
      #expect(old == new, "seed \(seed) \(name) \(edit): \(own) → \(String(decoding: now, as: UTF8.self))")
      let reading = TaskReading(after.tasks[number], in: after.document, people)
      switch edit {
      case .remove: #expect(reading.values[name] == nil, "seed \(seed)")
      case .text(let value):
        #expect(
          name == .state ? reading.state.name == Name(value) : reading.values[name] == [Name(value)], "seed \(seed)")
      case .list(let values): #expect(reading.values[name] == values.map { Name($0) }, "seed \(seed)")
      case .adding(let values):
        // `goals/g^b` is `b`.
        #expect(
          values.allSatisfy { value in
            reading.values[name]?.contains {
              $0 == Name(value) || (value.hasPrefix("goals/") && $0 == "b") || (value == "b" && $0 == "goals/g^b")
            } == true
          }, "seed \(seed)")
      case .dropping(let values):
        #expect(values.allSatisfy { reading.values[name]?.contains(Name($0)) != true }, "seed \(seed)")
      }
    }
    #expect(done > 4_500, "\(refused) were refused, \(done) done")
  }

  /// The task's line without an attribute's words and without white space; its box, too, where that is the attribute.
  static func rest(_ record: Record, _ number: Int, _ attribute: TaskAttribute, _ workspace: Workspace) -> [UInt8] {
    let task = record.tasks[number]
    let gone =
      TaskReading.words(of: task, in: record.document, workspace).filter { $0.attribute == attribute }.map(\.outer)
      + (attribute == .state ? [task.checkboxRange] : [])
    return (task.checkboxRange.lowerBound..<task.range.upperBound).filter { index in
      !isSpace(record.document.bytes[index]) && !gone.contains { $0.contains(index) }
    }.map { record.document.bytes[$0] }
  }
}
