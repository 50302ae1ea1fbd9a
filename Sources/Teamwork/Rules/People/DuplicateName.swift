internal import Text

extension Rule {
  static let duplicateName = Rule(
    "duplicate-name", .warning, "two people with one name",
    why: """
      Reports tell who did and said what by name, and nobody will know which of the two is meant. Often it is one person \
      who was written in twice: keep one file. When they are two, write the names so that their friends can tell them \
      apart.
      """,
    bad: """
      @@ people/dana-2.md
      ---
      name: «Dana Sand»
      emails: [ds@example.org]
      ---
      @@ people/dana.md
      ---
      name: dana  sand
      emails: [dana@example.org]
      ---
      """,
    good: """
      @@ people/dana-2.md
      ---
      name: Dana Sand (press)
      emails: [ds@example.org]
      ---
      @@ people/dana.md
      ---
      name: Dana Sand
      emails: [dana@example.org]
      ---
      """,
    check: .workspace { workspace, findings in
      var people: [String: [Int]] = [:]
      for (number, person) in workspace.records.enumerated() where person.kind == .person {
        guard let name = person[Person.name] else { continue }
        let folded = RecordPath.folded(name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        people[folded, default: []].append(number)
      }
      for (folded, found) in people where found.count > 1 {
        let places = found.compactMap { number in
          workspace.records[number].entry(Person.name).map { (record: number, range: $0.range) }
        }
        let ids = alternatives(found.map { "`\(workspace.records[$0].id)`" }, last: "and")
        findings.add(
          "\(ids) are \(found.count == 2 ? "both" : "all") called `\(workspace.records[found[0]][Person.name] ?? "")`",
          in: places[0].record,
          at: places[0].range, help: "write the names so that they can be told apart, or keep one of the files",
          field: Person.name.name,
          related: places.dropFirst().map { workspace.records[$0.record].related($0.range, "the same name") },
          identity: folded)
      }
    })
}
