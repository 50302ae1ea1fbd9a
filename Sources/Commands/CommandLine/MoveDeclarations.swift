internal import Teamwork

/// The commands of asking, helping and giving way.
extension CommandDeclaration {
  static let ask = CommandDeclaration(
    name: "ask", group: .help, summary: "ask somebody for help, with a look at what they carry",
    arguments: [
      ArgumentDeclaration(name: "WHOM", help: "a person, a team or a role", hint: .records([.person, .team, .role])),
      ArgumentDeclaration(name: "WHAT", help: "what is needed, in a few words in quotes"),
    ],
    options: [
      OptionDeclaration(long: "goal", value: "GOAL", help: "the goal that it is for", hint: .records([.goal])),
      OptionDeclaration(long: "by", value: "DATE", help: "when it is needed"),
      OptionDeclaration(
        long: "effort", value: "EFFORT", help: "what you guess that it takes", choices: ["small", "medium", "large"]),
    ],
    description: """
      Shows what they carry already, and writes a request. Questions that make a request clear stand in it as comments. Nobody
      is asked before it is committed and pushed, so there is time to think again: delete the file.
      """,
    examples: [
      Example(
        command: "tw ask ben 'Run the load test with us' --goal public-beta --by 2026-12-01", does: "a request to Ben"),
      Example(command: "tw ask teams/platform 'A second test server'", does: "a request to whoever of the team can"),
    ])

  static let promise = CommandDeclaration(
    name: "promise", group: .help, summary: "say yes to a request, and until when",
    arguments: [
      ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request])),
      ArgumentDeclaration(name: "DATE", help: "when it will be there"),
    ],
    description: """
      Shows what you carry already, and writes the day into the request. A promise that will not hold is better promised anew
      early than late: run it again with another day.
      """,
    examples: [
      Example(command: "tw promise run-the-load-test-with-us 2026-11-27", does: "it will be there on that day")
    ])

  static let decline = CommandDeclaration(
    name: "decline", group: .help, summary: "say no to a request, with the reason",
    arguments: [
      ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request])),
      ArgumentDeclaration(name: "WHY", help: "what you cannot take on, in quotes"),
    ],
    examples: [
      Example(command: "tw decline run-the-load-test-with-us 'Not before the release'", does: "a no that helps to plan")
    ])

  static let deliver = CommandDeclaration(
    name: "deliver", group: .help, summary: "say that what was asked for is there, and who helped",
    arguments: [ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request]))],
    options: [
      OptionDeclaration(
        long: "helpers", value: "PEOPLE", help: "who gave the help, as a,b; you unless given", hint: .people),
      OptionDeclaration(long: "credits", value: "PEOPLE", help: "whose earlier work made it possible", hint: .people),
    ],
    examples: [
      Example(
        command: "tw deliver run-the-load-test-with-us --helpers ben,carla --credits dana",
        does: "done, with all the names")
    ])

  static let thank = CommandDeclaration(
    name: "thank", group: .help, summary: "thank somebody, so that all can read it",
    arguments: [
      ArgumentDeclaration(name: "WHOM", help: "a person or a team", hint: .records([.person, .team])),
      ArgumentDeclaration(name: "WHAT", help: "what for, in a sentence or two in quotes"),
    ],
    options: [
      OptionDeclaration(
        long: "about", value: "REF", help: "the request, goal, decision or report that it is about", hint: .record)
    ],
    description: """
      Writes feedback of the kind `thanks`; the summary of the week tells it. Praise, suggestions and concerns are written with
      `tw new feedback`, which has questions that help.
      """,
    examples: [
      Example(command: "tw thank ben 'You found the slow query within an hour.'", does: "thanks to Ben")
    ])

  static let yield = CommandDeclaration(
    name: "yield", group: .help, summary: "decide that a goal gives way, so that another can succeed",
    arguments: [
      ArgumentDeclaration(name: "GOAL", help: "the goal that gives way", hint: .records([.goal])),
      ArgumentDeclaration(name: "WHY", help: "the reason, in quotes"),
    ],
    options: [
      OptionDeclaration(
        long: "to", value: "GOAL", help: "the goal that is to succeed", hint: .records([.goal]), isRequired: true)
    ],
    description: """
      Writes a decision. Of a goal that you own it is accepted; of somebody else's it is proposed, for its owners to accept. To
      let one's goal wait for another's is a merit, and the report tells it as one.
      """,
    examples: [
      Example(command: "tw yield pocket-map --to public-beta 'Both need Ben this month'", does: "the pocket map waits")
    ])
}
