import TestSupport
import Testing

@testable import Commands

/// What is said to people who type what another tool would understand.
@Suite struct ForeignCommandTests {
  let tw = CommandSet.tw

  /// Every command line that a foreign command leads to is one, with its placeholders filled in.
  @Test func leadOnlyToWhatThereIs() throws {
    let values = [
      "REF": "x", "ID": "y", "TASK": "x^y", "GOAL": "x", "TITLE": "T", "NAME": "goal", "COMMAND": "list",
      "SHELL": "bash",
      "REQUEST": "r", "DATE": "today", "WHY": "w", "PERSON": "ana", "WHAT": "w", "KIND": "goal", "TEXT": "t",
      "FIELD=VALUE": "due=",
    ]
    for line in ForeignCommand.all.flatMap(\.lines) + tw.nouns().flatMap({ [$0.makes, "list \($0.plural)"] }) {
      let words = line.split(separator: " ").map { word in
        let word = String(word).replacing("'", with: "")
        return values[word]
          ?? word.replacing("PERSON", with: "ana").replacing("DATE", with: "today").replacing("OTHER", with: "y")
      }
      #expect(throws: Never.self, "\(line)") { try tw.parse(words) }
      #expect(!words.contains { $0.contains { $0.isUppercase } && $0 != "T" }, "\(line)")
    }
  }

  @Test func areSaidOnce() {
    let words =
      ForeignCommand.all.flatMap(\.words) + tw.nouns().flatMap { Set([$0.name, $0.plural]) } + ForeignCommand.git
    #expect(Set(words).count == words.count, "\(words.filter { word in words.count { $0 == word } > 1 })")
    for word in words { #expect(tw[word] == nil, "`tw \(word)` is a command") }
    for line in ForeignCommand.options.values {
      let name = String(line.prefix { $0 != " " })
      #expect((tw.globalOptions + tw.commands.flatMap(\.options)).contains { $0.names.contains(name) }, "\(line)")
    }
  }

  @Test(arguments: [
    ("goal new", "`tw new goal TITLE`"), ("goals create X", "`tw new goal TITLE`"), ("ls", "`tw list goals`"),
    ("st", "`tw status`"), ("mv a b", "`tw rename REF ID`"), ("rm x", "`tw set REF status=dropped`"),
    ("delete", "`tw set REF status=dropped`"), ("close", "`tw done TASK`"), ("assign", "`tw set REF owners+=PERSON`"),
    ("check", "`tw validate`"), ("lint", "`tw validate`"), ("todo", "`tw status --me`"), ("tasks", "`tw list tasks`"),
    ("edit", "`tw set REF FIELD=VALUE`"), ("start", "`tw set GOAL status=on-track`"), ("finish", "`tw done TASK`"),
    ("goals", "`tw list goals`"), ("goal", "`tw list goals`"), ("person", "`tw list people`"),
    ("goal public-beta", "`tw show public-beta`"), ("goal 'Public beta'", "`tw new goal TITLE`"),
    ("goals owners=ana", "`tw list goals FILTER`"), ("goal show x", "`tw show REF`"), ("goals ls", "`tw list goals`"),
    ("goal rm x", "`tw set REF status=dropped`"), ("goal set x status=done", "`tw set REF`"),
    ("task new x", "`tw add GOAL TEXT`"), ("commit", "`git commit`"), ("push", "`git push`"),
    // Misspelt, and still understood.
    ("craete", "`tw new KIND TITLE`"), ("goasl", "`tw list goals`"), ("lsit", "`list`"), ("stauts", "`status`"),
    ("harbour", "`tw help` lists the commands"),
  ])
  func whatWasMeant(line: String, help: String) {
    var words = line.split(separator: " ").map { String($0).replacing("'", with: "") }
    if let quote = line.firstIndex(of: "'") { words = [words[0], String(line[quote...].dropFirst().dropLast())] }
    do {
      _ = try tw.parse(words)
      Issue.record("`tw \(line)` is understood")
    } catch {
      #expect(error.help?.contains(help) == true, "\(error.help ?? "nothing")")
      #expect(error.message == "there is no command `\(words[0])`")
    }
    if words.count == 1 { #expect(tw.hint(for: words[0]).contains(help)) }
  }

  @Test(arguments: [
    ("list goals --output x", "`tw summary` and `tw report` have it"), ("list goals --outpt x", "`tw help list`"),
    ("list goals --json", "`--format json`"), ("summary --html", "`--format html`"),
    ("validate --html", "`tw help validate`"),
    ("list goals --owners ana", "`owners=…`, without the dashes"), ("set x --staus y", "`status=…`"),
    ("log --since x", "`--from DATE`"), ("summary --form x", "`--from`"), ("--format json list", "behind the command"),
    ("validate --stage", "`--staged`"), ("why x --cwd y", "`-C DIR`"),
  ])
  func whatOptionWasMeant(line: String, help: String) {
    do {
      _ = try tw.parse(line.split(separator: " ").map(String.init))
      Issue.record("`tw \(line)` is understood")
    } catch {
      #expect(error.help?.contains(help) == true, "\(error.help ?? "nothing")")
    }
  }

  @Test func helpKnowsThemToo() throws {
    let repository = try ScratchRepository()
    let list = repository.tw("help", "ls")
    #expect(list.status == 2 && list.output.isEmpty && list.errors.contains("`tw list goals`"), "\(list.errors)")
    // What is no command may be something to explain.
    #expect(repository.tw("help", "unowned-goal").output.hasPrefix("unowned-goal  error\n"))
    #expect(repository.tw("help", "nothing-at-all").status == 2)
  }
}
