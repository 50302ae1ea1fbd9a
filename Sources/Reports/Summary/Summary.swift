package import Teamwork

/// The weekly status summary, as a value. Markdown, terminal, JSON and HTML are functions of it.
package struct Summary: Sendable {
  /// Where something stands: a file of the repository, and the commit that brought it.
  package struct Source: Sendable, Hashable {
    package var path: String
    /// From 1.
    package var line: Int
    /// Nil while it is not committed.
    package var commit: String?
  }

  package struct Person: Sendable, Hashable {
    package var id: String
    package var name: String
  }

  /// A state before and now; `before` is nil for what is new.
  package struct Move<Value: Sendable & Hashable>: Sendable, Hashable {
    package var before: Value?
    package var now: Value?
  }

  /// What somebody wrote.
  package struct Entry: Sendable {
    package var person: Person
    /// The known heading's key; nil under other words.
    package var heading: String?
    /// The words that it is told under where that is no known heading.
    package var otherWords: String?
    /// Markdown on one line.
    package var text: String
    package var details: [String]
    package var goals: [String]
    /// Tasks that wait for the one that the entry links to: what is blocked behind it.
    package var behind: [TaskItem]
    package var source: Source
  }

  package struct TaskItem: Sendable {
    package var text: String
    package var markdown: String
    package var owners: [Person]
    package var goal: String
    package var due: Day?
    package var source: Source
  }

  package struct Goal: Sendable {
    package var id: String
    package var title: String
    package var why: String?
    package var owners: [Person]
    package var status: Move<GoalStatus>
    package var due: Move<Day>
    package var tasks: TaskProgress
    package var finished: [TaskItem]
    package var entries: [Entry]
    /// Whether anything about it changed in the period, or somebody wrote about it.
    package var isTold: Bool
    package var source: Source
  }

  /// A date that moved later in the period, net.
  package struct Slip: Sendable {
    package var goal: String
    package var title: String
    package var from: Day
    package var to: Day
    package var by: String?
    package var day: Day?
    package var commit: String?
    /// The subject of the commit that moved it.
    package var why: String?
    package var source: Source
  }

  package struct Request: Sendable {
    package var id: String
    package var title: String
    package var from: Person
    /// As the field says it.
    package var to: String
    /// As people say it: "the press team".
    package var toWords: String
    package var status: Move<String>
    package var goal: String?
    package var asked: Day?
    package var neededBy: Day?
    package var promised: Day?
    package var delivered: Day?
    package var boundary: String?
    package var helpers: [Person]
    package var credits: [Person]
    package var source: Source

    /// Nobody has said yes or no.
    package var isUnanswered: Bool { status.now == "open" }
  }

  package struct Decision: Sendable {
    package var id: String
    package var title: String
    package var by: [Person]
    package var status: Move<String>
    package var yields: [(goal: String, to: String, why: String)]
    package var source: Source
  }

  package struct Thanks: Sendable {
    package var from: Person
    /// As the field says it.
    package var to: String
    /// As people say it.
    package var toWords: String
    package var kind: String
    package var about: String?
    package var text: String?
    package var source: Source
  }

  /// A meeting of the period that is no celebration.
  package struct Meeting: Sendable {
    package var id: String
    package var title: String
    package var kind: String
    package var day: Day
    package var people: [Person]
    package var actions: TaskProgress
    package var source: Source
  }

  /// Something that is done or ends in the two weeks after the period.
  package struct Due: Sendable {
    package enum Kind: String, Sendable { case goal, task, request, promise }

    package var day: Day
    package var kind: Kind
    package var title: String
    /// The title of a task in Markdown.
    package var markdown: String?
    package var people: [Person]
    /// Of whom it is asked or promised: "by the press team".
    package var note: String?
    package var source: Source
  }

  package struct Reports: Sendable {
    /// By the rhythm that the charter, or a person, names.
    package var due = 0
    /// All that were written, those that were due and the others.
    package var written = 0
    /// Written without being due.
    package var unasked = 0
    package var missing: [Person] = []
    package var away: [Person] = []
    /// The owners of goals that were open in the period, and how many of them wrote.
    package var owners = 0
    package var ownersHeard = 0
    /// Whether the charter says how often people report.
    package var hasRhythm = false

    /// How many of those that were due are written.
    package var writtenOfDue: Int { written - unasked }
  }

  package var name: String?
  package var vision: String?
  package var period: Period
  /// The day that it is told from: the period's last, or today when that is earlier.
  package var asOf: Day
  /// In the words of the headline; nil where there is no earlier state.
  package var before: [GoalStatus: Int]?
  package var now: [GoalStatus: Int]
  package var goals: [Goal]
  package var wins: [Entry]
  package var celebrations: [(title: String, day: Day, source: Source)]
  package var blocked: [Entry]
  package var needs: [Entry]
  package var next: [Entry]
  /// Entries under no goal and none of the headings above.
  package var other: [Entry]
  package var slips: [Slip]
  package var requests: [Request]
  package var decisions: [Decision]
  package var meetings: [Meeting]
  package var feedbackGiven: Int
  /// How many of those are acknowledged, or answered.
  package var feedbackHeard: Int
  package var thanks: [Thanks]
  package var due: [Due]
  package var reports: Reports
  /// How much it was made from.
  package var files: Int
  package var commits: Int
  package var head: String?
  /// What could not be seen, in sentences.
  package var notes: [String]
  /// Tells links in texts apart, by the path of the file that a text stands in.
  package var resolver: LinkResolver
}
