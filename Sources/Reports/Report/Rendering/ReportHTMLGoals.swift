internal import Teamwork
internal import Text

extension ReportHTML {
  /// A goal as the figures tell of it.
  private struct Goal {
    let id: String
    var title: String
    var status: GoalStatus?
    var due: Day?
    var owners: [String] = []
  }

  /// All goals that a figure tells of, with the places of those that have no row in a picture.
  var goals: String {
    let goals = toldGoals
    if goals.isEmpty { return "" }
    let drawn = drawnGoals
    let rows = goals.map { goal -> String in
      let isDrawn = drawn.contains(goal.id)
      let title = Line([isDrawn ? .link([.text(goal.title)], .place("g-\(goal.id)")) : .text(goal.title)])
      let place = isDrawn ? "" : " id=\"g-\(text(goal.id))\""
      let state = goal.status.map { "\(SVG.sign(Mark($0))) \(text($0.words))" } ?? ""
      let due = goal.due.map { $0.short(in: report.period.to.civil.year) } ?? ""
      return
        "<tr\(place)><th scope=\"row\">\(writer.write(title))</th><td>\(state)</td><td>\(due)</td><td>\(text(goal.owners.joined(separator: ", ")))</td></tr>\n"
    }
    let heads = ["Goal", "State", "Due", "Owners"].map { "<th scope=\"col\">\($0)</th>" }.joined()
    return
      "<section class=\"s\" id=\"s-all-goals\" aria-labelledby=\"s-all-goals-h\">\n<h2 id=\"s-all-goals-h\">All goals</h2>\n"
      + "<table class=\"t\">\n<caption>As their files say at the end; those with a row in a picture lead there</caption>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table>\n</section>\n"
  }

  private var figures: [Figure] { report.sections.flatMap(\.figures) }

  private var drawnGoals: Set<String> {
    Set(
      figures.flatMap { figure -> [String] in
        if case .strips(let strips) = figure.content { strips.anchoredGoals } else { [] }
      })
  }

  /// By title; of what several figures say, the first says it.
  private var toldGoals: [Goal] {
    var goals: [String: Goal] = [:]
    func add(_ id: String, _ title: String, _ status: GoalStatus?, _ due: Day? = nil, _ owners: [String] = []) {
      var goal = goals[id] ?? Goal(id: id, title: title)
      goal.status = goal.status ?? status
      goal.due = goal.due ?? due
      if goal.owners.isEmpty { goal.owners = owners }
      goals[id] = goal
    }
    func add(_ node: GoalTree.Node) {
      add(node.id, node.title, node.status)
      node.children.forEach(add)
    }
    for figure in figures {
      switch figure.content {
      case .tree(let tree):
        for node in tree.branches + tree.without { add(node) }
      case .strips(let strips):
        for row in strips.groups.flatMap(\.rows) + strips.quiet {
          add(row.id, row.title, row.states.last.flatMap { $0 })
        }
      case .dates(let dates):
        for row in dates.rows { add(row.id, row.title, row.states.last?.status, row.due, row.owners) }
      case .burnUp(let burnUp): for curve in burnUp.curves { if let id = curve.goal { add(id, curve.title, nil) } }
      case .chronicle, .matrix, .reports, .flow, .promises, .feedback, .meetings, .concentration, .pulse, .table: break
      }
    }
    return goals.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }
}
