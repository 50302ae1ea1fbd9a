internal import Teamwork
internal import Text

extension Report {
  package init(_ input: ReportInput) {
    let context = ReportContext(input)
    name = input.now.charter.name
    vision = input.now.charter.vision
    period = input.period
    asOf = input.asOf
    lead = ReportHeadline.lead(context)
    facts = ReportHeadline.facts(context)
    decisions = ReportOffers.decisions(context)
    help = ReportOffers.help(context)
    wins = WinsSection.wins(context)
    sections = [
      WinsSection.make(context), VisionSection.make(context), GoalsSection.make(context), ResponsibilitiesSection.make(context),
      ParticipationSection.make(context), CooperationSection.make(context), FeedbackSection.make(context), DecidingSection.make(context),
      IdeasSection.make(context), TrustSection.make(context),
    ]
    commits = input.story.commits.indices.filter { input.isInPeriod[$0] }.map { input.story.commits[$0] }
    authors = Set(commits.map { $0.person?.text ?? $0.authorEmail.lowercased() }).count
    head = input.head
    notes = input.notes
    address = input.address
  }
}
