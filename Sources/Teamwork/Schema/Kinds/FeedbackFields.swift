package import Text

/// What one person tells another, or a team.
package enum Feedback {
  package static let from = Field<Name>("from", .reference([.person]), required: true, "Who gives it.")
  package static let to = Field<Name>("to", .reference([.person, .team]), required: true, "Whom it is for.")
  package static let date = Field<Day>("date", required: true, "When it was given.")
  package static let kind = Field<FeedbackKind>("kind", required: true, "What it is.")
  package static let about = Field<Name>("about", .reference(subjects), "What it is about.")
  package static let replyTo = Field<Name>("reply-to", .reference([.feedback]), "The feedback that it answers.")
  package static let acknowledged = Field<Day>(
    "acknowledged", "When whom it is for has read it; they write this themselves.")

  package static let subjects: [Kind] = [.goal, .request, .decision, .status]

  static let declaration = KindDeclaration(
    "feedback", article: "feedback", folder: "feedback", "What one person tells another, or a team.",
    documentation: "What happened, what it did, what could come next. Managers receive it too.",
    fields: [from, to, date, kind, about, replyTo, acknowledged], day: date, speakers: .one(from), addressee: to,
    noun: "piece of feedback", plural: "pieces of feedback",
    columns: ["date", "kind", "from", "to", "about", "id"],
    isReliedOn: { _, _ in true }, isAnswer: { $0 == [acknowledged.name] })
}
