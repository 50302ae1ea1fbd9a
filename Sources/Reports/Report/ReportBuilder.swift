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
    // No section knows of another, so they are made at once.
    let makers: [@Sendable (ReportContext) -> Section] = [
      GoalsSection.make, ParticipationSection.make, ResponsibilitiesSection.make, DecidingSection.make,
      CooperationSection.make, VisionSection.make,
      IdeasSection.make, FeedbackSection.make, WinsSection.make,
    ]
    let made = parallelMap(makers.count, block: 1) { makers[$0](context) }
    let told = SectionID.allCases.compactMap { id in made.first { $0.id == id } }
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
