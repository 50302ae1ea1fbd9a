internal import Text

extension RequestFlow {
  /// As HTML with inline SVG; of one pair a sentence, which says all that a drawing could.
  func picture() -> String {
    let bands = bands.filter { from.indices.contains($0.from) && to.indices.contains($0.to) && $0.count > 0 }
    if bands.isEmpty { return "" }
    if bands.count == 1 {
      let (band, asked) = (bands[0], to[bands[0].to])
      let answers =
        asked.answered == 0
        ? "none is answered yet"
        : SummaryWords.part(asked.answered, of: band.count, "request")
          + (asked.answered == 1 ? " is answered" : " are answered")
      let words =
        band.count == 1
        ? "one request, \(asked.answered == 0 ? "not answered yet" : "which is answered")"
        : "\(SummaryWords.counted(band.count, "request")); \(answers)"
      return "<p>\(SVG.text("\(from[band.from].name) asks \(asked.name): \(words)."))</p>\n"
    }
    return FlowDrawing(self, bands).html
  }
}

/// The bands of requests between two columns of names.
private struct FlowDrawing {
  private let flow: RequestFlow
  private let bands: [RequestFlow.Band]
  /// Pixels a request.
  private let scale: Double
  private let height: Double
  /// Where the bar of each begins.
  private let left: [Slot]
  private let right: [Slot]

  private struct Slot {
    var top: Double
    var height: Double
  }

  /// Of a name and a count below it.
  private static let leastPitch = 34.0
  private static let gap = 6.0

  init(_ flow: RequestFlow, _ bands: [RequestFlow.Band]) {
    self.flow = flow
    self.bands = bands
    let asking = flow.from.indices.map { side in bands.filter { $0.from == side }.reduce(0) { $0 + $1.count } }
    let asked = flow.to.indices.map { side in bands.filter { $0.to == side }.reduce(0) { $0 + $1.count } }
    let scale = min(12, 380 / Double(max(1, asked.reduce(0, +))))
    func needed(_ counts: [Int]) -> Double {
      counts.reduce(-Self.gap) { $0 + max(Double($1) * scale, Self.leastPitch) + Self.gap }
    }
    let height = max(needed(asking), needed(asked))
    // The shorter side is spread over the height of the longer one, as far as that looks like one column still.
    func slots(_ counts: [Int]) -> [Slot] {
      let spare = height - needed(counts)
      let more = min(14, spare / Double(max(1, counts.count)))
      var y = (spare - more * Double(counts.count - 1)) / 2
      return counts.map { count in
        let own = Double(count) * scale
        let pitch = max(own, Self.leastPitch)
        defer { y += pitch + Self.gap + more }
        return Slot(top: y + (pitch - own) / 2, height: own)
      }
    }
    self.scale = scale
    self.height = height
    left = slots(asking)
    right = slots(asked)
  }

  var html: String {
    "<div class=\"flow\"><p class=\"heads\" aria-hidden=\"true\"><span>asks</span><span>is asked, and has answered</span></p>\n"
      + side("asking", "Asks", zip(flow.from, left).map { (SVG.text($0.name), "\($0.count)", $1) }) + drawing
      + side(
        "asked", "Is asked, and has answered",
        zip(flow.to, right).map { (SVG.text($0.name), "\($0.answered) of \($0.count)", $1) }) + "</div>\n" + key
  }

  /// - Parameter names: already markup.
  private func side(_ style: String, _ label: String, _ names: [(name: String, count: String, slot: Slot)]) -> String {
    let items = names.map {
      "<li style=\"top:\(SVG.number($0.slot.top + $0.slot.height / 2))px\"><b>\($0.name)</b><span>\($0.count)</span></li>"
    }
    return "<ol class=\"\(style)\" aria-label=\"\(label)\">\(items.joined())</ol>\n"
  }

  private var drawing: String {
    var svg = SVG.stretched(width: 100, height: height, ribbons)
    for slot in left {
      svg +=
        "<rect class=\"mid\" x=\"-4\" y=\"\(SVG.number(slot.top))\" width=\"4\" height=\"\(SVG.number(slot.height))\"/>"
    }
    for (side, slot) in zip(flow.to, right) where slot.height > 0 {
      let solid = slot.height * Double(min(max(0, side.answered), side.count)) / Double(max(1, side.count))
      func bar(_ style: String, _ y: Double, _ height: Double) -> String {
        height <= 0
          ? ""
          : "<rect class=\"\(style)\" x=\"100%\" y=\"\(SVG.number(y))\" width=\"9\" height=\"\(SVG.number(height))\"/>"
      }
      svg += bar("ink", slot.top, solid) + bar("open", slot.top + solid, slot.height - solid)
    }
    return SVG.drawing(height: height, title: sentence, svg) + "\n"
  }

  /// A side's bands lie in the order of those at their other end, so that they cross as little as they can.
  private var ribbons: String {
    var tops = left.map(\.top)
    var starts: [Int: Double] = [:]
    for index in bands.indices.sorted(by: { (bands[$0].from, bands[$0].to) < (bands[$1].from, bands[$1].to) }) {
      starts[index] = tops[bands[index].from]
      tops[bands[index].from] += Double(bands[index].count) * scale
    }
    var ends = right.map(\.top)
    var svg = ""
    let strong = holdersOfHalf
    for index in bands.indices.sorted(by: { (bands[$0].to, bands[$0].from) < (bands[$1].to, bands[$1].from) }) {
      let band = bands[index]
      let thickness = Double(band.count) * scale
      let (y1, y2) = (starts[index] ?? 0, ends[band.to])
      ends[band.to] += thickness
      let n = SVG.number
      let path =
        "M0 \(n(y1))C45 \(n(y1)) 55 \(n(y2)) 100 \(n(y2))V\(n(y2 + thickness))C55 \(n(y2 + thickness)) 45 \(n(y1 + thickness)) 0 \(n(y1 + thickness))Z"
      let words = "\(flow.from[band.from].name) asks \(flow.to[band.to].name): \(band.count)"
      svg +=
        "<path class=\"band\(band.to < strong ? " strong" : "")\" d=\"\(path)\"><title>\(SVG.text(words))</title></path>"
    }
    return svg
  }

  /// How many of those asked hold half of all requests; none where that is everybody.
  private var holdersOfHalf: Int {
    let total = flow.to.reduce(0) { $0 + $1.count }
    var sum = 0
    for (index, side) in flow.to.enumerated() {
      sum += side.count
      if sum * 2 >= total { return index + 1 < flow.to.count ? index + 1 : 0 }
    }
    return 0
  }

  private var sentence: String {
    let total = bands.reduce(0) { $0 + $1.count }
    let answered = flow.to.reduce(0) { $0 + $1.answered }
    let first = flow.to.prefix(3).map { "\($0.name) (\($0.count))" }
    return "\(counted(total, "request")), \(answered) answered; asked most: \(SummaryWords.list(Array(first)))"
  }

  private var key: String {
    func bar(_ style: String) -> String {
      "<svg class=\"k\" width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"\(style)\" x=\"1\" y=\"0\" width=\"9\" height=\"12\"/></svg>"
    }
    var items: [(String, String)] = []
    if flow.to.contains(where: { $0.answered > 0 }) { items.append((bar("ink"), "answered")) }
    if flow.to.contains(where: { $0.answered < $0.count }) { items.append((bar("open"), "no answer yet")) }
    if holdersOfHalf > 0 {
      items.append(
        (
          bar("band strong"),
          holdersOfHalf == 1 ? "to the one who is asked half of it" : "to those who together are asked half of it"
        ))
    }
    return SVG.key(drawn: items)
  }
}
