import Foundation
import Teamwork
import TestSupport
import Testing

@testable import Reports

/// What holds of all pictures of a goal's way, few and many.
@Suite struct PictureTests {
  static let sizes = [(3, 13), (42, 26), (300, 52), (1, 1), (12, 230)]

  @Test(arguments: sizes) func pictures(goals: Int, weeks: Int) {
    for figure in PictureSamples.figures(goals: goals, weeks: weeks) {
      let picture = figure.picture()
      #expect(picture == figure.picture())
      let elements = MarkupReader.elements(of: picture)
      // No text brings markup of its own, and none is escaped twice.
      #expect(!elements.contains { $0.name == "script" }, "\(figure.id)")
      #expect(!picture.contains("&amp;lt;"), "\(figure.id)")
      // Colours come from classes.
      #expect(!elements.contains { $0.attributes["fill"] != nil || $0.attributes["stroke"] != nil })
      let ids = elements.compactMap { $0.attributes["id"] }
      if case .strips(let strips) = figure.content {
        #expect(ids == strips.anchoredGoals.map { "g-\($0)" })
      } else {
        #expect(ids.isEmpty, "\(figure.id)")
      }
      expectSoundDrawings(elements, figure.id)
    }
  }

  private func expectSoundDrawings(_ elements: [MarkupReader.Element], _ name: String) {
    let defined = Set(MarkupReader.elements(of: MarkDefinitions.svg).compactMap { $0.attributes["id"] })
    for element in elements {
      if element.name == "use" {
        #expect(defined.contains(String(element.attributes["href"]?.dropFirst() ?? "")), "\(name)")
      }
      // A drawing says what it shows, or is silent; one without either is part of another, or under a silent element.
      if element.name == "svg", element.attributes["role"] == "img" {
        #expect(element.children.first == "title", "\(name)")
      }
      for key in ["x", "y", "x1", "x2", "y1", "y2", "width", "height", "d"] {
        guard let value = element.attributes[key] else { continue }
        #expect(value.firstMatch(of: #/\.\d\d/#) == nil, "\(name): \(value)")
        if value.hasSuffix("%"), let number = Double(value.dropLast()) {
          #expect((0...100).contains(number), "\(name): \(key) \(value)")
        }
      }
    }
  }

  @Test func everyMarkIsDefinedOnce() {
    let ids = MarkupReader.elements(of: MarkDefinitions.svg).compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count)
    for mark in Mark.allCases { #expect(ids.contains(mark.id)) }
    #expect(ids.contains("hx") && ids.contains("hg"))
  }

  @Test func nothingIsDrawnOfNothing() {
    let period = Period(PictureSamples.weeks(1)[0])
    #expect(GoalTree(branches: [], without: []).picture() == "")
    #expect(GoalStrips(weeks: PictureSamples.weeks(13), groups: [], quiet: []).picture() == "")
    #expect(DateLines(period: period, today: period.to, rows: []).picture() == "")
    #expect(Chronicle(entries: []).picture() == "")
    #expect(
      BurnUp(weeks: PictureSamples.weeks(1), curves: [.init(goal: nil, title: "All", scope: [3], done: [1])]).picture()
        == "")
    #expect(
      BurnUp(weeks: PictureSamples.weeks(2), curves: [.init(goal: nil, title: "All", scope: [0, 0], done: [0, 0])])
        .picture() == "")
  }

  /// All pictures on a page, to be looked at: `TW_SAMPLES=FOLDER swift test --filter PictureTests` keeps them.
  @Test func pagesToLookAt() throws {
    guard let folder = ProcessInfo.processInfo.environment["TW_SAMPLES"] else { return }
    let templates = URL(fileURLWithPath: projectFolder + "/templates")
    let style = ["report.css", "report-drawings.css"].compactMap {
      try? String(contentsOf: templates.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    for (goals, weeks) in Self.sizes {
      var html =
        "<!doctype html>\n<meta charset=utf-8><meta name=viewport content=\"width=device-width\"><style>\(style)</style>\(MarkDefinitions.svg)<div class=page>"
      for figure in PictureSamples.figures(goals: goals, weeks: weeks) {
        html +=
          "<figure><figcaption><h3>\(SVG.text(figure.title))</h3><p>\(SVG.text(figure.encoding))</p></figcaption>\(figure.picture())</figure>\n"
      }
      try Data(html.utf8).write(
        to: URL(fileURLWithPath: folder).appendingPathComponent("pictures-\(goals)-\(weeks).html"))
    }
  }
}
