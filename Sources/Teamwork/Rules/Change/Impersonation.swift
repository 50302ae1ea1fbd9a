internal import Text

extension Rule {
  static let impersonation = Rule(
    "impersonation", .error,
    "a new report, feedback, request or decision, or one in a new name, that none of those brought for whom it speaks",
    why: """
      What stands under somebody's name must be theirs. Words are brought by the author of the commit that first \
      has them, or by who is named in its `Co-authored-by:` lines; of what is staged, by who would commit it. \
      What one of those committed earlier is theirs whoever reverts to it, picks it or merges it, and what only \
      follows a rename is not new.

      The addresses are compared with `emails` as they stand in commits and people's pages, without a \
      `.mailmap`. People and the rule's severity are those of the base: nobody gains an address, or switches the \
      rule off, in the change that needs it, and a comment that allows it has to be theirs, too. An address on \
      two pages stands for neither. To carry in what somebody else wrote, commit it in their name: \
      `git commit --author='Ana <ana@example.org>'`.
      """,
    bad: .init(
      """
      @@ status/2026-W47/ana.md
      «## Done»

      - Chose the bread.
      """,
      base: """

        """,
      author: "ben@example.org"),
    good: .init(
      """
      @@ status/2026-W47/ana.md
      ## Done

      - Chose the bread.
      """,
      base: """

        """,
      author: "ana@example.org"),
    check: .change { change, findings in
      for item in change.items {
        guard let number = item.record, let stranger = item.impersonator else { continue }
        let record = change.workspace.records[number]
        let speakers = record.claims.count > 1 ? record.claims.flatMap { $0 } : record.speakers ?? []
        let words = AuthorPhrases(change, stranger)
        findings.add(
          "this speaks for \(names(speakers)), but \(words.verb("is committed", "would be committed"))", in: number,
          at: record.speakerRange,
          help: words.help(for: speakers, besides: record.allows.contains { $0.rule == "impersonation" }),
          identity: "\(names(speakers)) \(words.address)")
      }
    })
}

/// Who did something in a change, in words.
struct AuthorPhrases {
  private let change: Change
  private let authors: CommitAuthors

  init(_ change: Change, _ authors: CommitAuthors) {
    self.change = change
    self.authors = authors
  }

  /// The author's; empty where there is none.
  var address: String { authors.addresses.first ?? "" }

  /// "is changed by `ben` <ben@example.org> in 1a2b3c4"
  ///
  /// - Parameter pending: of what is not committed yet.
  func verb(_ done: String, _ pending: String) -> String {
    let people = authors.addresses.filter { !$0.isEmpty }.map { address in
      (change.people.person(with: address).map { "`\($0)` " } ?? "") + "<\(address)>"
    }
    let who = alternatives(people, last: "and")
    guard let commit = authors.commit else {
      if authors.addresses.isEmpty { return "\(done) by nobody that can be told" }
      return people.isEmpty ? "Git knows no address of who would commit it" : "\(pending) by \(who)"
    }
    let short = commit.prefix(7)
    return people.isEmpty ? "\(done) without an address in \(short)" : "\(done) by \(who) in \(short)"
  }

  /// What they can do whose words it is not, and what those whose it is.
  ///
  /// - Parameter allow: whether a comment in the record allows it, which does not count.
  func help(for speakers: [Name], besides allow: Bool) -> String {
    var parts: [String] = []
    let persons = speakers.map { change.base.record(.person, $0) ?? change.workspace.record(.person, $0) }
    if let (id, record, address) = zip(speakers, persons).lazy.compactMap({ id, record in
      change.people.of(id).first.map { (id, record, $0) }
    }).first {
      let author = "\(record?[Person.name] ?? id.text) <\(address)>".filter { $0 != "'" }
      parts.append(
        authors.commit == nil
          ? "let them commit it; what they wrote is committed with `git commit --author='\(author)'`"
          : "if it is theirs, let the commit say so: `git commit --amend --author='\(author)'`, or a last line "
            + "`Co-authored-by: \(author)`")
    } else {
      let isShared = persons.contains { $0?.addresses.isEmpty == false }
      parts.append(
        isShared
          ? "\(names(speakers)): no address stands for them alone in what was there before; one is added in a commit of its own"
          : "add their address to `emails` in \(persons.compactMap { $0?.path }.first.map { "`\($0)`" } ?? "a page under `people`"), in a commit of its own"
      )
    }
    if change.people.isShared(address) { parts.append("<\(address)> is on two people's pages, and stands for neither") }
    if change.isHistoryCut {
      parts.append("if they committed it before, `git fetch --unshallow` brings the history that says so")
    }
    if allow { parts.append("the comment that allows it counts only where one of them brought it") }
    return parts.joined(separator: "; ")
  }
}

/// "`ana` and `ben`"
func names(_ people: [Name]) -> String { alternatives(people.map { "`\($0)`" }, last: "and") }
