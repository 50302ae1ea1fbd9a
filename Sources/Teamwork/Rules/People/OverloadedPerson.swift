internal import Text

extension Rule {
  static let overloadedPerson = Rule(
    "overloaded-person", .warning, "more open tasks than `capacity`",
    why: """
      Who has too much in hand finishes late, asks no one, and cannot help others. It is the plan that is at \
      fault, not the person. Decide together what can wait, who takes something over, and whom to ask for help.
      """,
    bad: """
      @@ people/ana.md
      ---
      name: Ana Torres
      emails: ana@example.org
      capacity: «1»
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [ ] Invite the first ten teams @ana
      """,
    good: """
      @@ people/ana.md
      ---
      name: Ana Torres
      emails: ana@example.org
      capacity: 2
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [ ] Invite the first ten teams @ana
      """,
    check: .workspace { workspace, findings in
      var load: [Name: Int] = [:]
      for record in workspace.records where record.holdsOpenTasks {
        for task in record.tasks where task.isOpen {
          for owner in task.owners { load[owner, default: 0] += 1 }
        }
      }
      for (number, person) in workspace.records.enumerated() where person.kind == .person {
        guard let capacity = person[Person.capacity], let field = person.entry(Person.capacity),
          let tasks = load[person.id],
          tasks > capacity
        else { continue }
        findings.add(
          "`\(person.id)` has \(counted(tasks, "open task")), more than a full load of \(capacity)", in: number,
          at: field.range, help: "decide together what can wait and who takes something over",
          field: Person.capacity.name)
      }
    })
}
