extension Figure {
  /// Whether the picture is a table itself, so that none need stand beside it.
  var isTable: Bool {
    switch content {
    case .matrix, .reports, .table, .chronicle: true
    case .tree, .strips, .dates, .burnUp, .flow, .promises, .feedback, .meetings, .concentration, .pulse: false
    }
  }

  /// As HTML with inline SVG; empty where there is too little to draw, and the table says it all.
  func picture() -> String {
    switch content {
    case .tree(let content): content.picture()
    case .strips(let content): content.picture()
    case .dates(let content): content.picture()
    case .burnUp(let content): content.picture()
    case .chronicle(let content): content.picture()
    case .matrix(let content): content.picture()
    case .reports(let content): content.picture()
    case .flow(let content): content.picture()
    case .promises(let content): content.picture()
    case .feedback(let content): content.picture()
    case .meetings(let content): content.picture()
    case .concentration(let content): content.picture()
    case .pulse(let content): content.picture()
    case .table(let table): HTMLWriter(folder: "").write(table)
    }
  }
}
