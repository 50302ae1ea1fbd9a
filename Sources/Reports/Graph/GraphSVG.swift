internal import Text

extension Graph {
  /// A file of its own, with its style in it and all labels as text. Ends with a line end.
  package var svg: String {
    if let tree { return sheet(tree: tree) }
    return edges.contains { $0.kind == .asks } ? requestSheet() : layeredSheet()
  }

  /// - Parameters:
  ///   - content: counts from 0,0; the title stands above it.
  func sheet(width: Double, height: Double, _ content: String) -> String {
    let (margin, head) = (16.0, 44.0)
    let width = max(width, Self.width(of: title) * 1.3) + 2 * margin
    let full = height + head + margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(SVG.number(width))" height="\(SVG.number(full))" viewBox="0 0 \(SVG.number(width)) \(SVG.number(full))" role="img">
      <title>\(SVG.text(title))</title>
      <style>\(GraphStyle.css)</style>
      \(MarkDefinitions.definitions)
      <rect class="paper-fill" width="100%" height="100%"/>
      <text class="h" x="\(SVG.number(margin))" y="28">\(SVG.text(title))</text>
      <g transform="translate(\(SVG.number(margin)) \(SVG.number(head)))">
      \(content)</g>
      </svg>

      """
  }

  /// Enough for a text of 12 pixels in any usual font.
  static func width(of text: String) -> Double { Double(displayWidth(visible(text))) * 7 }

  /// At most as wide as `columns` letters; what is cut off ends with "…".
  static func shortened(_ text: String, to columns: Int) -> String { truncated(visible(text), to: columns) }

  static func text(_ words: String, x: Double, y: Double, style: String = "", anchor: String = "") -> String {
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    let anchor = anchor.isEmpty ? "" : " text-anchor=\"\(anchor)\""
    return "<text\(style) x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\"\(anchor)>\(SVG.text(words))</text>"
  }

  /// A line from one place to another that begins and ends level.
  static func curve(from: (x: Double, y: Double), to: (x: Double, y: Double), style: String) -> String {
    let bend = max(24, abs(to.x - from.x) / 2)
    let points = [from.x, from.y, from.x + bend, from.y, to.x - bend, to.y, to.x, to.y].map(SVG.number)
    return
      "<path class=\"\(style)\" d=\"M\(points[0]) \(points[1])C\(points[2]) \(points[3]) \(points[4]) \(points[5]) \(points[6]) \(points[7])\"/>"
  }
}

/// The style of a drawing that stands alone: the report's tokens and classes, as far as graphs need them.
enum GraphStyle {
  static let css = """
    svg{--paper:#fdfcf9;--ink:#1d1b18;--ink2:#55504a;--rule:#dcd7cd;--mid:#8b857a;--soft:#efece5;--accent:#ad3a12}
    @media(prefers-color-scheme:dark){svg{--paper:#161513;--ink:#ece8e1;--ink2:#bcb6ab;--rule:#393631;--mid:#807a70;--soft:#22201d;--accent:#ff9068}}
    text{font:400 12px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--ink)}
    text.b{font-weight:600}.q{fill:var(--ink2);font-weight:400}text.h{font-size:16px;font-weight:600}
    .ink{fill:var(--ink)}.mid{fill:var(--mid)}.soft{fill:var(--soft)}.acc{fill:var(--accent)}.paper-fill{fill:var(--paper)}
    .l{stroke:var(--ink);fill:none}.lm{stroke:var(--mid);fill:none}.lr{stroke:var(--rule);fill:none}.la{stroke:var(--accent);fill:none}.lp{stroke:var(--paper);fill:none}
    .hatch{fill:url(#hx)}.rail{shape-rendering:crispEdges}.loose{stroke-dasharray:2 3}.need{stroke-dasharray:4 3}

    """
}
