import Testing

@testable import Teamwork
@testable import Text

@Suite struct EventBuilderTests {
  private func workspace(_ files: [String: String]) -> Workspace {
    Workspace(
      MemorySource(Dictionary(uniqueKeysWithValues: files.map { (".teamwork/" + $0.key, Array($0.value.utf8)) })),
      folder: ".teamwork")
  }

  private func told(_ before: [String: String], _ after: [String: String]) -> [String] {
    EventBuilder.events(from: workspace(before), to: workspace(after)).map { event in
      let detail: String =
        switch event.change {
        case .field(let name, let from, let to): " \(name) \(from?.shown ?? "-") > \(to?.shown ?? "-")"
        case .renamed(let from, let to): " \(from) > \(to)"
        case .created(let tasks), .removed(let tasks): " \(tasks.count)"
        default: event.change.task.map { " " + $0.text } ?? ""
        }
      return "\(event.id): \(event.change.name)\(detail)\(event.isUnreadable ? " unreadable" : "")"
    }
  }

  private func goal(_ title: String, _ rest: String = "") -> String {
    "---\ntitle: \(title)\nstatus: done\n---\n\(rest)"
  }

  @Test func sameRecordInAnotherFolder() {
    #expect(told(["goals/a.md": goal("A")], ["goals/q4/a.md": goal("A")]).isEmpty)
    #expect(told(["goals/a.md": goal("A")], ["goals/q4/a.md": goal("B")]) == ["a: field title A > B"])
    // Two files of one id: nobody can say which went where.
    #expect(
      told(["goals/a.md": goal("A"), "goals/x/a.md": goal("A")], ["goals/q4/a.md": goal("A")])
        == ["a: removed 0", "a: created 0", "a: removed 0"])
  }

  @Test func renamesOfPairsOnly() {
    #expect(told(["goals/a.md": goal("A")], ["goals/b.md": goal("A")]) == ["b: renamed a > b"])
    #expect(
      told(["goals/a.md": goal("A")], ["goals/b.md": goal("A"), "goals/c.md": goal("A")]) == [
        "a: removed 0", "b: created 0", "c: created 0",
      ])
    #expect(told(["goals/a.md": goal("A")], ["notes/b.md": goal("A")]) == ["a: removed 0", "b: created 0"])
    #expect(told(["goals/a.md": goal("A")], ["goals/b.md": goal("A", "more")]) == ["a: removed 0", "b: created 0"])
  }

  @Test func listsEmptyValuesAndTypes() {
    func title(_ line: String) -> [String: String] { ["goals/a.md": "---\n\(line)\n---\n"] }
    #expect(told(title("owners: ana"), title("owners: [ana]")) == ["a: text"])
    #expect(told(title("owners: [ana, ben]"), title("owners: [ben, ana]")) == ["a: field owners ana, ben > ben, ana"])
    #expect(told(title("owners: []"), title("owners:")) == ["a: text"])
    #expect(told(title("due: 2026-01-01"), title("due:")) == ["a: field due 2026-01-01 > -"])
    #expect(told(title("title: \"x\""), title("title: x")) == ["a: text"])
    #expect(told(title("title: jose\u{301}"), title("title: jos\u{E9}")) == ["a: field title jose\u{301} > jos\u{E9}"])
    #expect(
      told(
        ["goals/a.md": goal("A")],
        ["goals/a.md": goal("A").split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")])
        == ["a: text"])
  }

  @Test func whatCannotBeReadIsNotGuessed() {
    let task = "- [ ] Write it\n"
    #expect(told(["goals/a.md": goal("A", task)], ["goals/a.md": "---\ntitle: A\n" + task]) == ["a: text unreadable"])
    #expect(
      told(["goals/a.md": "---\ntitle: [\n---\n" + task], ["goals/a.md": goal("A", "- [x] Write it\n")]) == [
        "a: task-done Write it unreadable"
      ])
    #expect(told([:], ["goals/a.md": "---\ntitle: [\n---\n" + task]) == ["a: created 1 unreadable"])
  }

  // MARK: Merges

  private func record(_ text: String) -> Record? { workspace(["goals/a.md": text]).records.first }

  private func merged(_ after: String, _ parents: String?...) -> [String] {
    EventBuilder.events(ofMerge: record(after), parents: parents.map { $0.flatMap(record) }).map { event in
      if case .field(let name, let from, let to) = event.change {
        return "\(name) \(from?.shown ?? "-") > \(to?.shown ?? "-")"
      }
      return event.change.name + (event.change.task.map { " " + $0.text } ?? "")
    }
  }

  @Test func mergesHaveOnlyWhatNoParentHas() {
    let (a, b) = ("---\ntitle: A\nstatus: done\n---\n", "---\ntitle: B\nstatus: paused\n---\n")
    #expect(merged("---\ntitle: A\nstatus: paused\n---\n", a, b).isEmpty)
    #expect(merged("---\ntitle: C\nstatus: paused\n---\n", a, b) == ["title A > C"])
    #expect(merged(a, nil, b) == ["title B > A", "status paused > done"])
    #expect(merged(a, nil, nil) == ["created"])
    // A parent that cannot be read has nothing.
    #expect(merged("---\ntitle: A\n---\n", a, "---\ntitle: [\n---\n") == ["status done > -"])
  }

  @Test func tasksOfMerges() {
    let head = "---\ntitle: A\n---\n"
    #expect(merged(head + "- [x] One\n- [ ] Two\n", head + "- [ ] One\n", head + "- [x] One\n- [ ] Two\n").isEmpty)
    #expect(
      merged(head + "- [x] One\n- [x] Two\n", head + "- [ ] One\n", head + "- [x] One\n- [ ] Two\n") == [
        "task-done Two"
      ])
    #expect(merged(head + "- [x] One\n", head + "- [ ] One\n- [ ] Two\n", head + "- [ ] One\n") == ["task-done One"])
  }
}
