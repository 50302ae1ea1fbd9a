extension CooperationSection {
  static let definitions: [MeasureDefinition] = [
    MeasureDefinition(
      "requests-answered", "Requests answered", .cooperation,
      """
      Of the requests that were open at some time of the period or closed in it, those that are accepted, declined or done at its end. A no is an answer. \
      Requests that were taken back are left out. Over time: of those asked in that part, the ones that are answered now.
      """,
      use: "Whether asking is worth it. Where many wait for few, the few need help, not a reminder."),
    MeasureDefinition(
      "days-to-answer", "Days to an answer", .cooperation,
      """
      The median of the days from asking to the first yes or no, of the requests of the period that have both days: asked is the field `asked`, else the \
      day of the commit that brought the request; answered is the field `answered`, else the day of the commit that first set an open request to accepted, \
      declined or done. Over time: by the part in which the answer came. Requests without an answer are not in it.
      """,
      use:
        "How long others have to plan without knowing. It gets shorter when the old ones stay unanswered: read it beside the requests answered."
    ),
    MeasureDefinition(
      "promises-kept", "Promises kept", .cooperation,
      """
      Of the accepted and done requests of the period that name a promised date and were delivered, or whose date has passed, those delivered on that day \
      or before: the field `delivered`, else the day of the commit that set the request to done. Where the promised date was moved, the last one counts. Over time: by the part in which the promised date lies.
      """,
      use:
        "Whether a given date can be planned with. Many kept may mean that dates are given with care, or with much reserve."
    ),
    MeasureDefinition(
      "requests-with-credit", "Done requests that name who helped", .cooperation,
      "Of the requests done in the period, those that name helpers, or credit somebody on whose earlier work the help rests.",
      use: "Whether help is seen by others than the one who was helped."),
    MeasureDefinition(
      "requests-declined-with-reason", "Declined requests with a reason", .cooperation,
      "Of the requests declined in the period, those with a `boundary` or with prose.",
      use: "Whether a no leaves the asker with something to go on."),
    MeasureDefinition(
      "done-requests-with-feedback", "Done requests with feedback", .cooperation,
      "Of the requests done in the period, those that some feedback on file is about, whoever gave it and whenever until the end of the period.",
      use: "Whether helpers hear how it went. Thanks said at the table are not counted."),
  ]
}
