/// A picture of a section: its title is its finding.
package struct Figure: Sendable {
  /// For links and ids: `goal-strips`. Of one report each stands once.
  package var id: String
  /// What it shows, as a sentence without a full stop: "Three goals moved their date, one of them twice".
  package var title: String
  /// How it is to be read, in one sentence.
  package var encoding: String
  package var content: Content
  /// Small print below.
  package var foot: Line?

  package init(_ id: String, _ title: String, encoding: String, _ content: Content, foot: Line? = nil) {
    self.id = id
    self.title = title
    self.encoding = encoding
    self.content = content
    self.foot = foot
  }

  package enum Content: Sendable {
    case tree(GoalTree)
    case strips(GoalStrips)
    case dates(DateLines)
    case burnUp(BurnUp)
    case chronicle(Chronicle)
    case matrix(ResponsibilityMatrix)
    case reports(ReportGrid)
    case flow(RequestFlow)
    case promises(PromiseLines)
    case feedback(FeedbackFlow)
    case meetings(OneOnOnes)
    case concentration(Concentration)
    case pulse(PulseAnswers)
    case table(Table)
  }

  /// The same as a table: for those who read, for Markdown and the terminal.
  package var table: Table {
    switch content {
    case .tree(let content): content.table
    case .strips(let content): content.table
    case .dates(let content): content.table
    case .burnUp(let content): content.table
    case .chronicle(let content): content.table
    case .matrix(let content): content.table
    case .reports(let content): content.table
    case .flow(let content): content.table
    case .promises(let content): content.table
    case .feedback(let content): content.table
    case .meetings(let content): content.table
    case .concentration(let content): content.table
    case .pulse(let content): content.table
    case .table(let table): table
    }
  }
}
