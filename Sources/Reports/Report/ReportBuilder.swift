internal import Teamwork
internal import Text

extension Report {
  package init(_ input: ReportInput) {
    let context = ReportContext(input)
    name = input.now.charter.name
    vision = input.now.charter.vision
    period = input.period
    asOf = input.asOf
    decisions = ReportOffers.decisions(context)
    help = ReportOffers.help(context)
    wins = WinsSection.wins(context)
    let told = [
      WinsSection.make(context), VisionSection.make(context), GoalsSection.make(context), ResponsibilitiesSection.make(context),
      ParticipationSection.make(context), CooperationSection.make(context), FeedbackSection.make(context), DecidingSection.make(context),
      IdeasSection.make(context),
    ]
    sections = told + [TrustSection.make(context, others: told)]
    lead = ReportHeadline.lead(context, sections)
    facts = ReportHeadline.facts(context, sections)
    commits = input.story.commits.indices.filter { input.isInPeriod[$0] }.map { input.story.commits[$0] }
    authors = Set(commits.map { $0.person?.text ?? $0.authorEmail.lowercased() }).count
    head = input.head
    notes = input.notes
    address = input.address
  }
}
