import Commands
import TestSupport
import Testing
import Text

@Suite struct DeclarationTests {
  let tw = CommandSet.tw

  @Test func areConsistent() {
    #expect(Set(tw.commands.map(\.name)).count == tw.commands.count)
    var takesValue: [String: Bool] = [:]
    for option in tw.globalOptions + tw.commands.flatMap(\.options) {
      // Completion skips values without knowing the command, so a name means the same everywhere.
      let known = takesValue.updateValue(option.value != nil, forKey: option.key)
      #expect(known == nil || known == (option.value != nil), "\(option.key)")
      #expect(option.choices.isEmpty || option.value != nil)
      #expect(!option.help.hasSuffix("."), "\(option.key)")
    }
    for command in tw.commands {
      let keys = (tw.globalOptions + command.options).map(\.key)
      #expect(Set(keys).count == keys.count, "\(command.name)")
      #expect(command.arguments.dropLast().allSatisfy { !$0.isRepeatable })
      #expect(Set(command.exclusive.joined()).isSubset(of: keys))
      #expect(!command.summary.hasSuffix(".") && command.summary.count <= 64, "\(command.name)")
    }
  }

  /// A command is one value in a file of its own, and one that is not listed is none.
  @Test func everyCommandIsListed() throws {
    var declared: [String] = []
    for file in try ProjectFile.all(below: "Sources/Commands") {
      let names = file.text.matches(of: /\bCommandDeclaration\(\s*name: "([^"]+)"/).map { String($0.1) }
      // One that is written in another way would escape.
      #expect(names.count == file.text.matches(of: /\bCommandDeclaration(\.init)?\(/).count, "\(file.path)")
      declared += names
    }
    #expect(declared.count > 25)
    #expect(declared.sorted() == Command.all.map(\.declaration.name).sorted())
  }

  @Test func helpFitsTheWidth() throws {
    for text in try [tw.help()] + tw.commands.map({ try tw.help(on: $0.name) }) {
      for line in text.plain.split(separator: "\n") {
        #expect(displayWidth(line) <= 80, "\(line)")
        #expect(!line.hasSuffix(" "), "\(line)")
      }
    }
  }

  @Test func helpListsEveryCommand() {
    let help = tw.help().plain
    for command in tw.commands { #expect(help.contains("  \(command.name) "), "\(command.name)") }
    #expect(
      help.hasPrefix(
        """
        tw keeps a team's goals, roles, reports and feedback as text in Git.

        usage: tw [options] COMMAND [arguments]

        Start
          init          make a workspace in this repository

        """))
  }

  @Test func helpOnACommandTellsAllOfIt() throws {
    #expect(
      try tw.help(on: "why").plain == """
        tw why: follow a task, person, role or goal up to the vision

        usage: tw why [--format FORMAT] REF

        Arguments
          REF                     a record, a @person, or a task as record^anchor

        Options
              --format FORMAT     how to write it: text, json

        Examples
          $ tw why public-beta^guide
              what the task `guide` is good for

        """)
    let validate = try tw.help(on: "validate").plain
    #expect(
      validate.contains(
        """
        usage: tw validate [--staged | --since REV] [--rev REV] [--fix]
                  [--fail-on LEVEL] [--format FORMAT] [PATH…]

        """))
    #expect(throws: UsageError(message: "there is no command `lits`", help: "did you mean `list`?")) {
      try tw.help(on: "lits")
    }
  }

  @Test func referenceHasEverything() {
    let reference = tw.reference()
    for command in tw.commands {
      #expect(reference.contains("\n## tw \(command.name)\n"))
      for option in command.options { #expect(reference.contains("`\(option.synopsis)`")) }
    }
    #expect(reference.contains("- `-o`, `--output FILE`: write it to FILE\n"))
    #expect(reference.hasSuffix("\n") && !reference.hasSuffix("\n\n"))
  }
}
