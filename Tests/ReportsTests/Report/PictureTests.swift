import Foundation
import Teamwork
import Testing

@testable import Reports

@Suite struct PictureTests {
  static let sizes = [(3, 13), (42, 26), (300, 52), (1, 1), (12, 230)]

  /// All pictures on a page, to be looked at: `TW_SAMPLES=FOLDER swift test --filter PictureTests` keeps them.
  @Test func pagesToLookAt() throws {
    guard let folder = ProcessInfo.processInfo.environment["TW_SAMPLES"] else { return }
    let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("templates")
    let style = ["report.css", "report-drawings.css"].compactMap { try? String(contentsOf: templates.appendingPathComponent($0), encoding: .utf8) }.joined()
    for (goals, weeks) in Self.sizes {
      var html = "<!doctype html>\n<meta charset=utf-8><meta name=viewport content=\"width=device-width\"><style>\(style)</style>\(MarkDefinitions.svg)<div class=page>"
      for figure in PictureSamples.figures(goals: goals, weeks: weeks) {
        html += "<figure><figcaption><h3>\(SVG.text(figure.title))</h3><p>\(SVG.text(figure.encoding))</p></figcaption>\(figure.picture())</figure>\n"
      }
      try Data(html.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("pictures-\(goals)-\(weeks).html"))
    }
  }
}
