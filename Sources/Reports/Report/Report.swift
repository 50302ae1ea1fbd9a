package import Teamwork

/// The transparency report, as a value. Terminal, Markdown, JSON and HTML are functions of it.
package struct Report: Sendable {
  package var name: String?
  package var vision: String?
  package var period: Period
  /// The day that it is told from: the period's last, or today when that is earlier.
  package var asOf: Day
  /// What moved, what stands, what waits: at most 45 words.
  package var lead: Line
  /// Three.
  package var facts: [Fact]
  /// Who is needed to decide, the most pressing first.
  package var decisions: [Offer]
  /// Where help is welcome.
  package var help: [Offer]
  /// Newest first.
  package var wins: [Win]
  /// All of `SectionID`, in its order.
  package var sections: [Section]
  /// The commits of the period that touched the workspace, newest first.
  package var commits: [CommitInfo]
  /// How many people made them.
  package var authors: Int
  /// The newest commit that it is told from.
  package var head: CommitInfo?
  /// What could not be seen, in sentences.
  package var notes: [String]
  /// Web address of the repository, without a slash at its end, where one is known.
  package var address: String?

  /// A figure with its denominator.
  package struct Fact: Sendable {
    package enum Picture: Sendable { case dots, bar }

    package var value: Int
    package var of: Int
    /// "goals", "requests".
    package var unit: String
    package var picture: Picture
    package var sentence: Line
    package var section: SectionID
    /// The measure's name.
    package var measure: String
  }

  /// Something that waits, and what would help.
  package struct Offer: Sendable {
    package var fact: Line
    package var sentence: Line?
    /// Costs little; begins with a capital letter.
    package var offer: Line
  }

  /// What somebody was glad of, in their own words.
  package struct Win: Sendable {
    package var words: Line
    /// Who wrote it, or what it was: "Ana, W46".
    package var by: Line
    package var source: Summary.Source
    /// Whether the words are somebody's own; of a goal that was reached they are ours.
    package var isQuotation: Bool
  }
}

/// The sections of the report: A to H of the practices, in the order in which they are read.
package enum SectionID: String, Sendable, CaseIterable {
  case wins, vision, goals, responsibilities, participation, cooperation, feedback, deciding, ideas, trust

  package var title: String {
    switch self {
    case .wins: "What went well"
    case .vision: "The way to the vision"
    case .goals: "How the goals went"
    case .responsibilities: "Who carries what"
    case .participation: "Who was heard"
    case .cooperation: "Asking and helping"
    case .feedback: "Feedback"
    case .deciding: "Deciding"
    case .ideas: "Ideas and risks"
    case .trust: "How far this can be trusted"
    }
  }

  /// Where it stands in a document.
  package var place: String { "s-\(rawValue)" }
}

package struct Section: Sendable {
  package var id: SectionID
  /// What was found, in sentences: a paragraph each.
  package var finding: [Line]
  /// How it is counted, for the margin.
  package var note: [Line]
  package var figures: [Figure]
  package var measures: [Measure]
  /// Instead of a picture: what is not on file, what it would show, and the command that begins it.
  package var missing: [Missing]

  package init(
    _ id: SectionID, finding: [Line] = [], note: [Line] = [], figures: [Figure] = [], measures: [Measure] = [],
    missing: [Missing] = []
  ) {
    self.id = id
    self.finding = finding
    self.note = note
    self.figures = figures
    self.measures = measures
    self.missing = missing
  }

  package struct Missing: Sendable {
    /// "No roles on file."
    package var what: String
    /// "With roles, this section also shows …"
    package var would: String
    /// `tw new role`.
    package var command: String

    package init(_ what: String, _ would: String, command: String) {
      self.what = what
      self.would = would
      self.command = command
    }
  }
}
