/// A figure about the group's process, with what it was counted from. None is about a person.
package struct Measure: Sendable {
  /// A value of `MeasureDefinition.all`.
  package let definition: MeasureDefinition
  package var value: Value
  /// The same of the parts of the period, the earliest first: the last label is the newest.
  package var trend: [Point]
  /// What the numbers of the trend are: a share of something may be told by counts over time.
  package let trendUnit: Unit
  /// What it was counted from, as places in the story's `events`.
  package var events: [Int]
  /// What it was counted from beside events: records, by their path.
  package var records: [String]

  package enum Value: Sendable {
    case count(Int)
    case share(Int, of: Int)
    /// Days, the median: half of them took so many or less.
    case days(Int)
    /// With one decimal.
    case number(Double)
    /// Why it could not be measured: a sentence that names the record that is missing.
    case none(String)

    /// Nil where there is no value.
    package var unit: Unit? {
      switch self {
      case .count: .count
      case .share: .share
      case .days: .days
      case .number: .number
      case .none: nil
      }
    }
  }

  package enum Unit: String, Sendable {
    case count, share, days, number
  }

  package struct Point: Sendable {
    package var label: String
    /// Nil where there was nothing to count.
    package var value: Double?

    package init(_ label: String, _ value: Double?) {
      self.label = label
      self.value = value
    }
  }

  /// - Parameter trendUnit: as the value's where it is not given.
  package init(
    _ name: String, _ value: Value, trend: [Point] = [], trendUnit: Unit? = nil, events: [Int] = [],
    records: [String] = []
  ) {
    definition = MeasureDefinition.named(name)
    self.value = value
    self.trend = trend
    self.trendUnit = trendUnit ?? value.unit ?? .number
    self.events = events
    self.records = records
  }
}

/// What a measure means: for the report's own page of definitions and for `tw explain`.
package struct MeasureDefinition: Sendable {
  /// `goals-done`.
  package let name: String
  /// "Goals done".
  package let title: String
  package let section: SectionID
  /// How it is counted, exactly; of what it says nothing.
  package let definition: String
  /// What a group may learn from it, and how it is misread.
  package let use: String

  package init(_ name: String, _ title: String, _ section: SectionID, _ definition: String, use: String) {
    self.name = name
    self.title = title
    self.section = section
    self.definition = definition
    self.use = use
  }

  /// In the order of the sections. Each section's are declared beside its builder.
  package static let all: [MeasureDefinition] =
    WinsSection.definitions + VisionSection.definitions + GoalsSection.definitions + ResponsibilitiesSection.definitions
    + ParticipationSection.definitions + CooperationSection.definitions + FeedbackSection.definitions
    + DecidingSection.definitions
    + IdeasSection.definitions + TrustSection.definitions

  static func named(_ name: String) -> MeasureDefinition {
    guard let found = all.first(where: { $0.name == name }) else {
      preconditionFailure("the measure `\(name)` is not declared")
    }
    return found
  }
}
