internal import Teamwork

/// How long a goal stood in a state, as a band: the taller, the more trouble.
///
/// It can be read without colour, in grey print and in stripes.
enum StateBand {
  /// From one place to another, both between 0 and 1. Done and dropped have no band: they are signs at their day.
  static func draw(_ status: GoalStatus, from: Double, to: Double, middle y: Double) -> String {
    if to <= from { return "" }
    func bar(_ height: Double, _ style: String) -> String {
      SVG.rectangle(x: from, width: to - from, y: y - height / 2, height: height, style: style)
    }
    func line(_ y: Double, _ style: String) -> String { SVG.line(x1: from, y1: y, x2: to, y2: y, style: style) }
    switch status {
    case .proposed: return line(y, "lm idea")
    case .onTrack: return bar(6, "mid")
    case .atRisk: return bar(10, "risk")
    case .offTrack: return bar(14, "acc")
    case .paused: return line(y - 2.5, "lm") + line(y + 2.5, "lm")
    case .done, .dropped: return ""
    }
  }

  /// For a key: the states that occur, in the order in which they are declared.
  static func key(of states: some Sequence<GoalStatus>) -> [(String, String)] {
    let found = Set(states)
    return GoalStatus.allCases.filter(found.contains).map { status in
      (status.isOpen ? SVG.sample(draw(status, from: 0, to: 1, middle: 7)) : SVG.sign(Mark(status)), status.words)
    }
  }
}
