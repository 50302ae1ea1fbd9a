import Commands
import Testing

@Suite struct ParsingTests {
  func parse(_ words: String...) throws(UsageError) -> ParsedCommand { try CommandSet.tw.parse(words) }

  func error(_ words: String...) -> String {
    do {
      _ = try CommandSet.tw.parse(words)
      return "none"
    } catch {
      return error.message + (error.help.map { "; " + $0 } ?? "")
    }
  }

  @Test func readsOptionsInEveryForm() throws {
    let parsed = try parse("validate", "--since=origin/main", "--format", "json", "--fix", "a", "--fail-on=never", "b")
    #expect(parsed.name == "validate")
    #expect(parsed.arguments == ["a", "b"])
    #expect(parsed.options.value(for: "since") == "origin/main")
    #expect(parsed.options.value(for: "format") == "json")
    #expect(parsed.options.flag("fix"))
    #expect(!parsed.options.flag("staged"))
    for words in [["-o", "x"], ["-ox"], ["--output=x"], ["--output", "x"], ["--output", "y", "-o", "x"]] {
      #expect(try CommandSet.tw.parse(["summary"] + words).options.value(for: "output") == "x")
    }
  }

  @Test func readsGlobalOptionsOnBothSides() throws {
    let parsed = try parse(
      "-C", "a", "-Cb", "--color=never", "list", "goals", "--today", "2026-11-20", "--workspace", "w")
    #expect(parsed.name == "list")
    #expect(parsed.global.directories == ["a", "b"])
    #expect(parsed.global.color == .never)
    #expect(parsed.global.today == "2026-11-20")
    #expect(parsed.global.workspace == "w")
    #expect(parsed.arguments == ["goals"])
  }

  @Test func keepsArgumentsToTheByte() throws {
    let filters = ["goals", "owners=ana", "status!=done", "due<2026-12-01", "title=a=b", "-"]
    #expect(try CommandSet.tw.parse(["list"] + filters).arguments == filters)
    #expect(try parse("new", "--", "goal", "--odd", "-x=1").arguments == ["goal", "--odd", "-x=1"])
    let accent = try parse("init", "--name=\u{301}x").options.value(for: "name")
    #expect(accent.map { Array($0.utf8) } == Array("\u{301}x".utf8))
  }

  @Test func turnsHelpAndVersionIntoCommands() throws {
    #expect(try parse().name == "help")
    #expect(try parse("validate", "-h") == parse("help", "validate"))
    #expect(try parse("--help", "show").arguments == ["show"])
    #expect(try parse("--version").name == "version")
  }

  @Test func saysWhatIsWrong() {
    #expect(error("valdiate") == "there is no command `valdiate`; did you mean `validate`?")
    #expect(error("harbour\u{1B}") == "there is no command `harbour\\e`; `tw help` lists the commands")
    #expect(error("validate", "--stagde") == "`tw validate` has no option `--stagde`; did you mean `--staged`?")
    #expect(error("validate", "-fix") == "`tw validate` has no option `-f`; did you mean `--fix`?")
    #expect(error("validate", "--zzz") == "`tw validate` has no option `--zzz`; `tw help validate` lists the options")
    #expect(error("validate", "--format", "jsno") == "`--format` cannot be `jsno`; did you mean `json`?")
    #expect(
      error("completions", "tcsh-shell") == "SHELL cannot be `tcsh-shell`; it is one of `bash`, `zsh`, `fish`")
    #expect(error("validate", "--fix=yes") == "`--fix` takes no value")
    #expect(error("validate", "--since") == "`--since` needs a value; write `--since REV`")
    #expect(error("validate", "--since=") == "`--since` needs a value; write `--since REV`")
    #expect(error("validate", "--since", "--fix") == "`--since` needs a value; write `--since REV`")
    #expect(
      error("show")
        == "`tw show` needs REF: what is meant: its id, kind/id, @person or record^anchor; usage: tw show [--at REV|DATE] [--format FORMAT] REF"
    )
    #expect(error("why", "a", "b") == "`b` is one argument too many; usage: tw why [--format FORMAT] REF")
    #expect(
      error("--format", "json", "list") == "`tw` has no option `--format`; it stands behind the command that it is for")
    #expect(error("log", "--from", "-x") == "`--from` needs a value; write `--from DATE`")
    #expect(error("log", "--from", "-2w") == "none")
  }

  @Test func refusesOptionsThatExcludeEachOther() {
    #expect(
      error("validate", "--staged", "--since", "x")
        == "`--staged` and `--since` cannot be used together; see `tw help validate`")
    #expect(
      error("summary", "--week", "2026-W47", "--to", "x")
        == "`--week` and `--to` cannot be used together; see `tw help summary`")
    #expect(error("summary", "--to", "x") == "`--to` needs `--from` beside it")
    #expect(error("summary", "--from", "a", "--to", "b") == "none")
  }

  @Test func styledErrorIsSafeOnATerminal() {
    let error = UsageError(message: "there is no command `\u{1B}[2J`", help: "try `tw help`")
    #expect(error.styled.plain == "error: there is no command `\\e[2J`\n   = help: try `tw help`\n")
  }
}
