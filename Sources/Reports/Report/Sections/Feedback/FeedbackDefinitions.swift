extension FeedbackSection {
  static let definitions: [MeasureDefinition] = [
    MeasureDefinition(
      "feedback-given", "Feedback given", .feedback,
      "The pieces of feedback on file with a date in the period, replies included. What people tell each other without a file is not in it.",
      use: "Whether feedback is part of the work. More is not better in itself."),
    MeasureDefinition(
      "feedback-answered", "Feedback answered", .feedback,
      """
      Of the feedback given in the period, what was acknowledged, or replied to by other feedback, until its end. Replies count as feedback too, and thanks \
      often need no answer: all of it is seldom answered.
      """,
      use: "Whether those who speak learn that they were heard."),
    MeasureDefinition(
      "feedback-upward", "Feedback to a manager", .feedback,
      """
      Of the feedback between people of whom one stands above the other in the line of `manager`, directly or further up, what went up. Who gave it to whom \
      is never shown.
      """,
      use:
        "Whether managers receive as well as give. Little going up may mean that there is little to say, or that it is hard to say."
    ),
    MeasureDefinition(
      "thanks-given", "Thanks and praise", .feedback,
      "The feedback of the period of kind thanks or praise; counted only where five pieces of any kind or more are on file, and those in directions with fewer than five are none or five together.",
      use: "Whether help and good work are noticed in writing."),
    MeasureDefinition(
      "people-who-received", "People who received feedback", .feedback,
      """
      Of the people on file who were there in the period, those to whom some feedback of the period is addressed themselves; feedback to a team is no \
      single person's. Without names.
      """,
      use: "Whether feedback reaches everybody or always the same."),
  ]
}
