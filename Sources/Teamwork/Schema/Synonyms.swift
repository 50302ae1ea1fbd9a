internal import Text

/// What people call fields and values elsewhere. Nothing is read by these words: they say what was meant where somebody
/// writes one that the format does not have.
package enum Synonyms {
  /// What a word for a field stands for among those that there are, else the nearest of them.
  package static func field(meantBy word: String, among known: [String]) -> String? {
    meant(word, among: known, in: fields) ?? nearest(to: word, among: known)
  }

  /// What a word for a value stands for among those that are allowed, else the nearest of them.
  package static func value(meantBy word: String, among allowed: [String]) -> String? {
    meant(word, among: allowed, in: values) ?? nearest(to: word, among: allowed)
  }

  /// What a word for a heading stands for among the keys that the charter's `headings` has, else the nearest of them.
  package static func heading(meantBy word: String, among keys: [String]) -> String? {
    let known = Schema.declarations.lazy.flatMap(\.headings).first { $0.isCalled(word) }
    return known?.key.text ?? nearest(to: word, among: keys)
  }

  private static func meant(_ word: String, among known: [String], in table: [(name: String, others: String)])
    -> String?
  {
    let folded = ValueReader.folded(word)
    return table.first { name, others in
      known.contains(name) && others.split(separator: " ").contains { $0 == folded }
    }?.name
  }

  /// A field, and what others call it. In one kind a word stands for one field; a name that a kind has itself comes first.
  static let fields: [(name: String, others: String)] = [
    ("about", "regarding re concerning subject topic"),
    ("acknowledged", "read read-on seen seen-on received"),
    ("answered", "answered-on replied responded accepted-on declined-on"),
    ("answers", "results responses counts votes"),
    ("asked", "asked-on requested requested-on date respondents participants"),
    ("away", "vacation vacations holiday holidays leave absent absence absences out-of-office ooo pto"),
    ("boundary", "limit limits caveat out-of-scope not-included"),
    ("by", "author authors deciders decided-by decision-makers written-by"),
    ("cadence", "rhythm frequency reporting report-every reports"),
    ("capacity", "load max-tasks wip wip-limit"),
    ("channels", "channel chat communication"),
    ("consulted", "consultees involved asked informed stakeholders"),
    ("credits", "thanks-to credit builds-on"),
    ("date", "day when on created decided decided-on held closed"),
    ("delivered", "delivered-on done-on completed completed-on finished"),
    ("due", "deadline due-date due-by due-on target-date end end-date finish by by-when eta until milestone"),
    ("effort", "size estimate points"),
    ("emails", "mail mails e-mail e-mails address addresses"),
    ("from", "author by sender asker requester requested-by reporter giver owner"),
    ("goal", "objective project"),
    ("goals", "objectives okrs projects"),
    ("headings", "heading-words"),
    ("helpers", "helped-by supporters"),
    ("holders", "owners owner assignee assignees held-by people who"),
    ("kind", "type category"),
    ("lead", "leader manager head captain owner owners"),
    ("manager", "boss supervisor line-manager reports-to"),
    ("mandate", "mission purpose charter why description responsibility"),
    ("measures", "metric metrics kpi kpis key-result key-results indicators success success-criteria"),
    ("members", "people participants persons who users"),
    ("mode", "way model style"),
    ("mood", "feeling morale happiness"),
    ("name", "title full-name display-name called"),
    ("needed-by", "due deadline due-date needed required-by need-by by-when"),
    ("needs", "depends depends-on dependency dependencies blocked-by requires prerequisites after"),
    ("owner", "assignee assignees assigned assigned-to responsible owned-by dri watcher"),
    (
      "owners",
      "assignee assignees assigned assigned-to responsible accountable owned-by dri lead leads who members people"
    ),
    ("parent", "parent-goal contributes-to epic part-of belongs-to supports objective"),
    ("people", "attendees attendee participants participant members present attended who"),
    ("person", "author by who from owner reporter"),
    ("priority", "prio importance urgency"),
    ("promised", "promised-for promised-on promise eta commitment"),
    ("reply-to", "in-reply-to replies-to answer-to answers"),
    ("resources", "uses draws-on consumes"),
    ("responsibilities", "duties duty accountabilities does responsible-for tasks"),
    ("review", "review-date review-on revisit revisit-on look-again due"),
    ("since", "joined joined-on start start-date started from begin"),
    ("start", "start-date started starts begin begins begin-date from"),
    // A task's.
    ("state", "status stage"),
    ("status", "state stage health progress rag phase"),
    ("summaries", "summary-folder summaries-folder"),
    ("supersedes", "replaces obsoletes"),
    ("tags", "tag label labels keyword keywords"),
    ("team", "group squad department"),
    ("teams", "groups squads departments"),
    ("timezone", "tz zone"),
    ("title", "name summary subject headline called"),
    ("to", "recipient recipients receiver for assignee assigned-to asked-of addressee"),
    ("until", "left leaves end end-date ended last-day"),
    ("vision", "mission purpose"),
    ("web", "url website repository repo homepage link"),
    ("week", "date period"),
    ("why", "reason rationale purpose motivation because description"),
    ("yields", "gives-way trade-offs tradeoffs costs"),
  ]

  /// A value, and what others call it. Among the values of one field a word stands for one.
  static let values: [(name: String, others: String)] = [
    // Goals.
    (
      "on-track",
      "in-progress inprogress progress green active started doing ongoing ok on-schedule wip running underway"
    ),
    ("at-risk", "yellow amber orange slipping risky warning"),
    ("off-track", "red blocked stuck late behind failing overdue delayed"),
    ("proposed", "new draft planned todo to-do backlog not-started pending suggested idea"),
    ("paused", "on-hold hold halted suspended deferred postponed stopped parked"),
    ("done", "completed complete finished closed achieved shipped resolved reached delivered fulfilled"),
    ("dropped", "cancelled canceled abandoned wontfix wont-do discarded rejected"),
    // Requests.
    ("open", "new asked pending waiting todo to-do requested"),
    ("accepted", "promised agreed approved yes in-progress adopted decided final"),
    ("declined", "rejected refused no denied"),
    ("withdrawn", "cancelled canceled dropped"),
    // Decisions.
    ("rejected", "declined refused denied"),
    ("superseded", "replaced obsolete deprecated"),
    // Notes.
    ("adopted", "accepted implemented taken-up"),
    ("mitigated", "resolved solved averted"),
    ("parked", "paused on-hold deferred later postponed"),
    ("closed", "done rejected dropped finished"),
    ("idea", "suggestion proposal"),
    ("practice", "best-practice learning lesson tip"),
    ("challenge", "problem issue blocker obstacle"),
    ("risk", "threat danger"),
    // Meetings.
    ("kickoff", "start launch"),
    ("one-on-one", "1-1 1:1 1on1 1-on-1 one-to-one"),
    ("check-in", "standup stand-up daily sync weekly status"),
    ("retrospective", "retro review postmortem post-mortem"),
    ("planning", "plan grooming refinement"),
    ("celebration", "party"),
    ("social", "coffee lunch hangout"),
    // Feedback.
    ("praise", "kudos compliment positive"),
    ("thanks", "thank-you gratitude"),
    ("suggestion", "idea advice proposal"),
    ("concern", "criticism complaint worry problem issue negative"),
    // Priorities and efforts.
    ("high", "urgent critical major important must p0 p1 1"),
    ("medium", "normal moderate mid default should m p2 2"),
    ("low", "minor trivial nice-to-have could p3 3"),
    ("small", "s xs tiny low"),
    ("large", "l xl big high"),
    // The charter.
    ("collaborate", "collaboration together shared"),
    ("cooperate", "cooperation help single-owner"),
    ("weekly", "week every-week 1w"),
    ("biweekly", "fortnightly bi-weekly every-two-weeks 2w"),
    ("monthly", "month every-month 1m"),
    ("none", "never off no"),
    ("off", "none no disabled ignore false"),
    ("warning", "warn"),
    ("error", "err fail fatal"),
  ]
}
