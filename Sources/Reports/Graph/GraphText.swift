internal import Text

extension Graph {
  // MARK: Mermaid

  /// For Markdown that draws Mermaid, as the forges do. Ends with a line end.
  package var mermaid: String {
    var text = "---\ntitle: \"\(Self.escaped(title))\"\n---\nflowchart \(direction)\n"
    func add(_ index: Int, _ indent: String) {
      let words = lines(of: nodes[index]).map(Self.mermaidText).joined(separator: "<br>")
      text += "\(indent)n\(index)[\"\(words)\"]\(nodes[index].mark.map { ":::\($0.mermaidClass)" } ?? "")\n"
    }
    for (group, name) in groups.enumerated() {
      text += "  subgraph g\(group)[\"\(Self.mermaidText(name))\"]\n"
      for index in nodes.indices where nodes[index].group == group { add(index, "    ") }
      text += "  end\n"
    }
    for index in nodes.indices where nodes[index].group == nil { add(index, "  ") }
    for edge in edges {
      let words = [edge.label, edge.state ?? ""].filter { !$0.isEmpty }.map(Self.mermaidText).joined(separator: "<br>")
      let label = words.isEmpty ? "" : "|\"\(words)\"|"
      text += "  n\(edge.from) \(edge.kind == .needs ? "-.->" : "-->")\(label) n\(edge.to)\n"
    }
    let classes = Set(nodes.compactMap(\.mark?.mermaidClass))
    for (name, style) in Mark.mermaidStyles where classes.contains(name) { text += "  classDef \(name) \(style)\n" }
    return text
  }

  /// A text between quotes of a label, in which Mermaid finds nothing to obey.
  ///
  /// What could be markup or Markdown becomes an entity; before the first letter so does all punctuation, where it could
  /// begin a list.
  static func mermaidText(_ text: String) -> String {
    var result = ""
    var hasBegun = false
    for scalar in visible(String(text.map { $0.isNewline ? " " : $0 })).unicodeScalars {
      let isWord = !scalar.isASCII || scalar.properties.isAlphabetic
      if isWord || ("0"..."9").contains(scalar) || scalar == " "
        || (hasBegun && ",.-:'?!/()".unicodeScalars.contains(scalar))
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
      hasBegun = hasBegun || isWord
    }
    return result
  }

  /// Where edges lead: up to what is above, left to what comes first, right to who is asked.
  private var direction: String { tree != nil ? "BT" : edges.contains { $0.kind == .asks } ? "LR" : "RL" }

  // MARK: Graphviz

  /// For Graphviz's `dot`. Ends with a line end.
  package var dot: String {
    var text = """
      digraph {
        label=\(Self.quoted(title)); labelloc=t; rankdir=\(direction)
        graph [fontname="sans-serif"]; node [shape=box, fontname="sans-serif", fontsize=11]; edge [fontname="sans-serif", fontsize=10]

      """
    func add(_ index: Int, _ indent: String) {
      let words = lines(of: nodes[index]).map(Self.dotText).joined(separator: "\\n")
      text += "\(indent)\(Self.quoted(nodes[index].id)) [label=\"\(words)\"\(nodes[index].mark?.dotStyle ?? "")]\n"
    }
    for (group, name) in groups.enumerated() {
      text += "  subgraph cluster_\(group) {\n    label=\(Self.quoted(name))\n"
      for index in nodes.indices where nodes[index].group == group { add(index, "    ") }
      text += "  }\n"
    }
    for index in nodes.indices where nodes[index].group == nil { add(index, "  ") }
    for edge in edges {
      let words = [edge.label, edge.state ?? ""].filter { !$0.isEmpty }.map(Self.dotText).joined(separator: "\\n")
      var options = words.isEmpty ? [] : ["label=\"\(words)\""]
      if edge.kind == .needs { options.append("style=dashed") }
      text +=
        "  \(Self.quoted(nodes[edge.from].id)) -> \(Self.quoted(nodes[edge.to].id))"
        + (options.isEmpty ? "\n" : " [\(options.joined(separator: ", "))]\n")
    }
    return text + "}\n"
  }

  /// A text between quotes, in which Graphviz finds neither the end of it nor an escape or entity of its own.
  private static func dotText(_ text: String) -> String {
    escaped(text).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
  }

  /// A text between quotes that a backslash escapes.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in visible(String(text.map { $0.isNewline ? " " : $0 })).unicodeScalars {
      if scalar == "\\" || scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func quoted(_ text: String) -> String { "\"" + dotText(text) + "\"" }
}

extension Mark {
  /// The names of classes that look alike.
  fileprivate var mermaidClass: String {
    switch self {
    case .proposed, .promised: "planned"
    case .atRisk: "risk"
    case .offTrack: "trouble"
    case .done: "done"
    case .paused, .dropped: "quiet"
    default: "plain"
    }
  }

  /// By the name of the class. Words say the state too.
  fileprivate static let mermaidStyles = [
    ("planned", "stroke-dasharray:4 3"), ("plain", "stroke-width:1px"),
    ("risk", "stroke:#ad3a12,stroke-width:2px,stroke-dasharray:6 2"),
    ("trouble", "stroke:#ad3a12,stroke-width:4px"), ("done", "stroke-width:3px"), ("quiet", "opacity:0.6"),
  ]

  fileprivate var dotStyle: String {
    switch self {
    case .proposed, .promised: ", style=dashed"
    case .atRisk: ", color=\"#ad3a12\", style=dashed, penwidth=2"
    case .offTrack: ", color=\"#ad3a12\", penwidth=3"
    case .done: ", penwidth=2"
    case .paused, .dropped: ", color=gray, fontcolor=gray40"
    default: ""
    }
  }
}
