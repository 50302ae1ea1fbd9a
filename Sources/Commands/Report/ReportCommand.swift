internal import Reports
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw report`: the transparency report of a period, from history.
  static let report = Command(
    CommandDeclaration(
      name: "report", group: .understand, summary: "tell the story of a quarter, with every figure's source",
      options: [
        OptionDeclaration(long: "from", value: "DATE", help: "the first day; 13 weeks back unless given"),
        OptionDeclaration(long: "to", value: "DATE", help: "the last day, included; the end of last week unless given"),
        .format(PageFormat.self),
        OptionDeclaration(long: "output", short: "o", value: "FILE", help: "write it to FILE", hint: .path),
      ],
      description: """
        Everything is counted from the commits of this repository: how the goals went and which dates moved, who carries
        what, who was heard, who asked whom and was answered. Each figure has a definition, `tw explain NAME`, and the
        commits that it was counted from. Figures describe how the group works; they never rank people.
        """,
      examples: [
        .init(command: "tw report -o report.html", does: "the last quarter as one page to send round"),
        .init(command: "tw report --from 2026-07-01 --to 2026-09-30", does: "a quarter of the calendar"),
      ])
  ) { session in
    let input = try ReportReader(session).input()
    let report = Report(input)
    let options = session.command.options
    let format = PageFormat(rawValue: options.value(for: "format") ?? "")
    let workspace = session.command.global.workspace.map { ["--workspace", $0] } ?? []
    let command = (["tw"] + workspace + ["report", "--from", "\(report.period.from)", "--to", "\(report.period.to)"])
      .joined(separator: " ")
    func bytes(_ format: PageFormat, from folder: String, width: Int, colored: Bool) throws -> [UInt8] {
      switch format {
      case .markdown: return report.page(command: command).markdown(from: folder)
      case .text: return report.page(command: command).terminal(width: width).bytes(colored: colored)
      case .json: return report.json(input.story, toolVersion: Tool.version).bytes()
      case .html:
        let (title, body) = report.html(from: folder, command: command, story: input.story)
        let styles = ["report.css", "report-drawings.css", "report-flows.css"]
        return Array(try HTMLDocument.page(title: title, body: body, template: "report.html", styles: styles).utf8)
      }
    }
    if let file = options.value(for: "output") {
      let path = file.hasPrefix("/") ? file : session.directory + "/" + file
      try PlainFile.write(
        path,
        bytes(format ?? PageFormat(fileName: file), from: session.folder(ofFile: path) ?? "", width: 80, colored: false)
      )
      return Outcome()
    }
    let chosen = format ?? (session.environment.outputIsTerminal ? .text : .markdown)
    return Outcome(output: try bytes(chosen, from: "", width: session.environment.width, colored: session.colorsOutput))
  }
}
