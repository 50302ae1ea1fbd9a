internal import Reports
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw summary`: what happened in a week, for those who were not there.
  static let summary = Command(
    CommandDeclaration(
      name: "summary", group: .daily, summary: "sum up a week: wins, trouble, needs, what comes next",
      options: [
        OptionDeclaration(long: "week", value: "WEEK", help: "the week; this one unless given"),
        OptionDeclaration(long: "from", value: "DATE", help: "the first day"),
        OptionDeclaration(long: "to", value: "DATE", help: "the last day, included"),
        .format(PageFormat.self),
        OptionDeclaration(long: "write", help: "write it to `.teamwork/summaries/`"),
        OptionDeclaration(long: "output", short: "o", value: "FILE", help: "write it to FILE", hint: .path),
      ],
      exclusive: [["week"], ["from", "to"]],
      description: """
        What changed is read from Git, what people say from their status reports. Every claim names the file and the commit
        that it comes from.
        """,
      examples: [
        .init(command: "tw summary", does: "this week so far"),
        .init(command: "tw summary --week 2026-W47 --write", does: "keep last week's summary in the workspace"),
      ])
  ) { session in
    let latest = try session.latestWorkspace()
    let period = try session.period(in: latest)
    let reader = try PeriodReader(session, period: period, latest: latest)
    let input = try reader.input()
    if !input.reachesPeriod { throw reader.beforeHistory }
    let summary = Summary(input)
    let options = session.command.options
    let format = PageFormat(rawValue: options.value(for: "format") ?? "")
    let words = (["tw"] + session.words(for: period)).joined(separator: " ")

    if options.flag("write") {
      if options.value(for: "output") != nil {
        throw Failure("`--write` and `--output` name two places", help: "give one of them")
      }
      let format = format ?? .markdown
      let folder =
        latest.charter.summaries.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? latest.path(of: "summaries")
      let name = period.week?.description ?? "\(period.from)--\(period.to)"
      let path = "\(folder)/\(name).\(format.fileExtension)"
      let bytes = try summary.bytes(as: format, command: words, from: folder, width: 80, colored: false)
      try session.lockWorktree()
      let changed = try session.writer().write(path, bytes)
      if !changed { session.warn("`\(path)` says this already") }
      return session.answer(StyledText("\(path)\n"))
    }
    if let file = options.value(for: "output") {
      let path = file.hasPrefix("/") ? file : session.directory + "/" + file
      let format = format ?? PageFormat(fileName: file)
      let folder = session.folder(ofFile: path)
      try PlainFile.write(
        path, summary.bytes(as: format, command: words, from: folder ?? "", width: 80, colored: false))
      return Outcome()
    }
    let chosen = format ?? (session.environment.outputIsTerminal ? .text : .markdown)
    return Outcome(
      output: try summary.bytes(
        as: chosen, command: words, from: "", width: session.environment.width, colored: session.colorsOutput))
  }
}

extension Summary {
  func bytes(as format: PageFormat, command: String, from folder: String, width: Int, colored: Bool) throws -> [UInt8] {
    switch format {
    case .markdown: return page(command: command).markdown(from: folder)
    case .text: return page(command: command).terminal(width: width).bytes(colored: colored)
    case .json: return json(toolVersion: Tool.version).bytes()
    case .html:
      let page = page(command: command)
      return Array(
        try HTMLDocument.page(
          title: page.plainTitle, body: page.html(from: folder), template: "summary.html", styles: ["summary.css"]
        ).utf8)
    }
  }
}

extension Session {
  /// `--week`, or `--from` and `--to`; this week unless given.
  fileprivate func period(in workspace: Workspace) throws -> Period {
    let options = command.options
    if let text = options.value(for: "week") {
      return Period(try Week.said(text, as: "`--week`", on: today(in: workspace)))
    }
    if case (let from?, let to?) = try days() { return Period(from: from, to: to) }
    return Period(Week(try today(in: workspace)))
  }

  /// The words that make this summary again.
  fileprivate func words(for period: Period) -> [String] {
    let workspace = command.global.workspace.map { ["--workspace", $0] } ?? []
    let span =
      period.week.map { ["--week", $0.description] } ?? [
        "--from", period.from.description, "--to", period.to.description,
      ]
    return workspace + ["summary"] + span
  }
}
