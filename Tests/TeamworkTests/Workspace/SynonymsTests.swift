import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct SynonymsTests {
  private static let valueLists: [[String]] = Kind.allCases.flatMap {
    $0.declaration.fields.flatMap { choices($0.type) }
  }

  private static func choices(_ type: FieldType) -> [[String]] {
    switch type {
    case .oneOf(let values): [values]
    case .list(let element): choices(element)
    case .dictionary(_, let value): choices(value)
    case .mapping(let fields), .lineOrMapping(let fields): fields.flatMap { choices($0.type) }
    default: []
    }
  }

  private static let fieldLists: [[String]] =
    Kind.allCases.map { $0.declaration.fields.map(\.name.text) } + [TaskAttribute.allCases.map(\.rawValue)]

  @Test func theyLeadToWhatThereIs() {
    let fields = Set(Self.fieldLists.flatMap { $0 })
    let values = Set(Self.valueLists.flatMap { $0 })
    #expect(Synonyms.fields.map(\.name).filter { !fields.contains($0) } == [])
    #expect(Synonyms.values.map(\.name).filter { !values.contains($0) } == [])
  }

  /// A word that means two things of one list would depend on the order of the table.
  @Test func noneMeansTwoThings() {
    for (lists, table) in [(Self.fieldLists, Synonyms.fields), (Self.valueLists, Synonyms.values)] {
      for list in lists {
        var seen: [Substring: String] = [:]
        for (name, others) in table where list.contains(name) {
          for other in others.split(separator: " ") where !list.contains(String(other)) {
            #expect(seen[other] == nil, "\(other): \(seen[other] ?? ""), \(name)")
            seen[other] = name
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("goals", "assignee: ana", "owners"), ("goals", "Deadline: 2026-12-01", "due"),
    ("goals", "due_date: 2026-12-01", "due"),
    ("goals", "depends-on: x", "needs"), ("goals", "kpis: x", "measures"), ("notes", "assignee: ana", "owner"),
    ("requests", "deadline: 2026-12-01", "needed-by"), ("meetings", "attendees: ana", "people"),
    ("goals", "onwers: ana", "owners"), ("people", "vacation: x", "away"),
  ])
  func fieldsOfOthersAreUnderstood(_ line: (folder: String, text: String, meant: String)) {
    let text = line.folder == "goals" ? Tree.goal("", line.text) : "---\n\(line.text)\n---\n"
    let finding = Tree(["\(line.folder)/x.md": text]).findings.first { $0.code.name == "unknown-field" }
    #expect(finding?.help == "did you mean `\(line.meant)`?")
  }

  @Test(arguments: [
    ("in-progress", "on-track"), ("In Progress", "on-track"), ("green", "on-track"), ("GREEN", "on-track"),
    ("red", "off-track"), ("amber", "at-risk"), ("completed", "done"), ("cancelled", "dropped"), ("on_hold", "paused"),
    ("off-trak", "off-track"), ("todo", "proposed"),
  ])
  func valuesOfOthersAreUnderstood(_ value: (written: String, meant: String)) {
    let tree = Tree(["goals/x.md": "---\ntitle: X\nstatus: \(value.written)\nwhy: x\n---\n"])
    #expect(tree.findings.map(\.help) == ["did you mean `\(value.meant)`?"])
    // What was meant is asked, not assumed.
    #expect(tree.findings.first?.fix == nil)
  }

  @Test func whatIsThereAlreadyIsNotMeant() {
    let tree = Tree(["goals/x.md": Tree.goal("", "owners: ana\nassignee: ana")])
    #expect(tree.findings.map(\.help) == ["remove it, or name it in the charter's `extra-fields`"])
  }

  @Test func headingsInTheCharter() {
    #expect(
      Tree(charter: "headings: {blockers: [Blocage]}").findings.map(\.help) == ["did you mean `blocked`?"])
  }
}
