import TestSupport
import Testing

@testable import Teamwork

/// A new kind falls through nothing: each is declared, and whoever asks for the kind of a record answers for all of them.
@Suite struct Kinds {
  @Test func everyKindThatIsDeclaredIsOne() throws {
    let declared = try ProjectFile.all(below: "Sources/Teamwork/Schema/Kinds").flatMap { file in
      file.text.matches(of: /\bKindDeclaration\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(declared.sorted() == Kind.allCases.map(\.name).sorted())
    #expect(Set(Kind.allCases.map(\.folder)).count == Kind.allCases.count)
  }

  /// A table's columns are fields of the kind, and the few that every listing knows.
  @Test(arguments: Kind.allCases) func columnsAreFields(_ kind: Kind) {
    for column in kind.declaration.columns where column != "id" && column != "week" && column != "tasks" {
      #expect(kind.declaration.field(column) != nil, "\(column)")
    }
    #expect(kind.declaration.hasTasks || !kind.declaration.columns.contains("tasks"))
  }

  /// What is specific to a kind is a part of its declaration. Where a `switch` over kinds is the plainer way, the compiler is to
  /// ask for each of them.
  ///
  /// `Reports` is left out until its sections are made of facts: five of its switches still have a `default`.
  @Test(arguments: ["Teamwork", "Storage", "Commands"]) func noSwitchOverKindsHasADefault(_ target: String) throws {
    var found: [String] = []
    for file in try ProjectFile.all(below: "Sources/" + target) {
      for line in Self.catchingAll(in: file.text) { found.append("\(file.path):\(line)") }
    }
    #expect(found == [], "name the kinds that are left, or say in their declarations what differs")
  }

  @Test func theSearchFindsThem() {
    func search(_ cases: String) -> [Int] { Self.catchingAll(in: "switch record.kind {\n\(cases)\n}\n") }
    #expect(search("case .goal: 1\ndefault: 2") == [1])
    #expect(search("case .goal where x,\n  .team: [1: 2]\ndefault: 2") == [1])
    #expect(search("case nil: 0\ncase .charter: 1\ncase let kind?: 2") == [1])
    #expect(search("case .goal:\n  switch x {\n  case 1: 1\n  default: 2\n  }\ncase .team, _: 1") == [1])
    #expect(search("case .goal:\n  switch x {\n  case 1: 1\n  default: 2\n  }\ncase .team: 1") == [])
    // Kinds of something else.
    #expect(search("case .paragraph: 1\ndefault: 2") == [])
    #expect(Self.catchingAll(in: "  switch (kind, name) {\n  case (.goal, \"mode\"): 1\n  default: 2\n  }") == [1])
    #expect(Self.catchingAll(in: "switch attribute {\ncase .role: 1\ncase .due: 2\ndefault: 3\n}") == [])
  }

  /// The lines of the switches over kinds that have a case for whatever else there may be.
  private static func catchingAll(in text: String) -> [Int] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kinds = Set(Kind.allCases.map { String(describing: $0) })
    var found: [Int] = []
    for (number, line) in lines.enumerated() {
      guard let start = line.firstMatch(of: /^(.*)\bswitch (.+) \{\s*$/) else { continue }
      let subject = String(start.2)
      guard subject.contains(/(?i)kind/) || subject == "self" else { continue }
      // Its own cases stand as far in as it does; where something is assigned, as far as the closing brace.
      var labels: [String] = []
      var depth = 1
      for line in lines[(number + 1)...] {
        if depth == 1, let label = line.firstMatch(of: /^\s*(?:@unknown )?(case\b.*|default:.*)$/) {
          labels.append(String(label.1))
        } else if depth == 1, let last = labels.last, !last.contains(/:(\s|$)/) {
          labels[labels.count - 1] = last + " " + line
        }
        depth += line.count { $0 == "{" } - line.count { $0 == "}" }
        if depth <= 0 { break }
      }
      let patterns = labels.map { label in
        String(label.prefix(upTo: label.firstRange(of: /:(\s|$)/)?.lowerBound ?? label.endIndex))
          .replacing(/\bwhere\b[^,]*/, with: "")
      }
      let names = patterns.flatMap { $0.matches(of: /(?:^|[\s(,])\.(\w+)/).map { String($0.1) } }
      guard !names.isEmpty, names.allSatisfy({ kinds.contains($0) || $0 == "some" || $0 == "none" }) else { continue }
      let catchesAll = patterns.contains { pattern in
        pattern == "default"
          || pattern.dropFirst("case".count).split(separator: ",").contains {
            !$0.contains(".") && !$0.contains("nil") && !$0.contains("\"") && !$0.contains("(")
          }
      }
      if catchesAll { found.append(number + 1) }
    }
    return found
  }
}
