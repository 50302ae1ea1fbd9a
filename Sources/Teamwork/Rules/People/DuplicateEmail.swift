internal import Text

extension Rule {
  static let duplicateEmail = Rule(
    "duplicate-email", .error, "two people with one address",
    why: """
      The addresses say who wrote what. With one address for two people, each of them speaks in the other's name, and \
      nobody can tell. Capitals do not tell addresses apart. Leave it with whom it belongs to; an address that several \
      people share is nobody's own.
      """,
    bad: """
      @@ people/dana.md
      ---
      name: Dana Sand
      emails: [«dana@example.org»]
      ---
      @@ people/eli.md
      ---
      name: Eli Berg
      emails: [Dana@Example.org]
      ---
      """,
    good: """
      @@ people/dana.md
      ---
      name: Dana Sand
      emails: [dana@example.org]
      ---
      @@ people/eli.md
      ---
      name: Eli Berg
      emails: [eli@example.org]
      ---
      """,
    check: .workspace { workspace, findings in
      var places: [String: [(record: Int, address: Located<String>)]] = [:]
      for (number, person) in workspace.records.enumerated() where person.kind == .person {
        for address in person.located(Person.emails) {
          let folded = address.value.lowercased()
          // Twice with one person is a `repeated-value`.
          if places[folded]?.last?.record == number { continue }
          places[folded, default: []].append((number, address))
        }
      }
      for (folded, found) in places where found.count > 1 {
        let people = found.map { "`\(workspace.records[$0.record].id)`" }
        findings.add(
          "\(alternatives(people, last: "and")) have one address, `\(found[0].address.value)`", in: found[0].record,
          at: found[0].address.range, help: "leave it with whom it belongs to", field: Person.emails.name,
          related: found.dropFirst().map {
            workspace.records[$0.record].related($0.address.range, "the same address")
          },
          identity: folded)
      }
    })
}
