package import Text

/// How a request went, and whose turn it is: the one answer to "since when", "does it wait" and "for whom".
package struct RequestCourse: Sendable {
  package enum Turn: Sendable, Equatable {
    /// Nobody has said yes or no: it is theirs to say who were asked.
    case answer(of: [Name])
    /// Somebody said yes, and the help is still to come.
    case help(of: [Name])
  }

  package let request: Record
  /// Nil where it cannot be read.
  package let status: RequestStatus?
  /// As the record says, else the day on which it came to be on file.
  package let asked: Day?
  package let answered: Day?
  package let promised: Day?
  package let delivered: Day?
  package let neededBy: Day?
  /// Nil where nothing is to come of it any more, or its state cannot be read.
  package let turn: Turn?

  /// - Parameter created: the day of its first commit, where that is known.
  init(_ request: Record, in workspace: Workspace, created: Day?) {
    self.request = request
    status = request[Request.status]
    asked = request[Request.asked] ?? created
    answered = request[Request.answered]
    promised = request[Request.promised]
    delivered = request[Request.delivered]
    neededBy = request[Request.neededBy]
    let reached = request[Request.to].map { workspace.people(reachedBy: $0) } ?? []
    switch status {
    case .open: turn = .answer(of: reached.filter { $0 != request[Request.from] })
    case .accepted:
      // Of several who were asked, those promised who took it on.
      let helpers = request[Request.helpers]
      let asked = request[Request.to].flatMap { workspace.person($0)?.id }
      let others = helpers.isEmpty ? reached : (asked.map { [$0] } ?? [])
      turn = .help(of: helpers + others.filter { !helpers.contains($0) && $0 != request[Request.from] })
    case .declined, .done, .withdrawn, nil: turn = nil
    }
  }

  /// Whether an answer, or the help, is still to come.
  package var waits: Bool { turn != nil }

  /// Whether the answer is to come from somebody.
  package func waitsForAnswer(of person: Name) -> Bool {
    if case .answer(let people) = turn { people.contains(person) } else { false }
  }

  /// Whether somebody has promised it, and has not delivered yet.
  package func isPromised(by person: Name) -> Bool {
    if case .help(let people) = turn { people.contains(person) } else { false }
  }
}

extension Workspace {
  /// - Parameter created: the day of the request's first commit, where that is known.
  package func course(of request: Record, created: Day? = nil) -> RequestCourse {
    RequestCourse(request, in: self, created: created)
  }
}
