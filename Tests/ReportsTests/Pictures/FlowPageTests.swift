import Foundation
import Teamwork
import TestSupport
import Testing

@testable import Reports

/// What holds of all pictures of people working together, few and many.
@Suite struct FlowPageTests {
  static let sizes = [(3, 13), (16, 26), (40, 30), (300, 52), (60, 230), (8, 1), (60, 26)]

  @Test(arguments: sizes) func pictures(size: Int, weeks: Int) {
    let defined = Set(MarkupReader.elements(of: MarkDefinitions.svg).compactMap { $0.attributes["id"] })
    for figure in FlowSamples.figures(size, weeks: weeks) {
      let picture = figure.picture()
      #expect(!picture.isEmpty, "\(figure.id)")
      #expect(picture == figure.picture())
      let elements = MarkupReader.elements(of: picture)
      // No text brings markup of its own, and none is escaped twice.
      #expect(!elements.contains { ["script", "meetings", "open", "traits"].contains($0.name) }, "\(figure.id)")
      #expect(!picture.contains("&amp;lt;") && !picture.contains("&amp;amp;"), "\(figure.id)")
      // Colours come from classes, and ids belong to the page.
      #expect(
        !elements.contains {
          $0.attributes["fill"] != nil || $0.attributes["stroke"] != nil || $0.attributes["id"] != nil
        }, "\(figure.id)")
      for element in elements {
        if element.name == "use" {
          #expect(defined.contains(String(element.attributes["href"]?.dropFirst() ?? "")), "\(figure.id)")
        }
        if element.name == "svg", element.attributes["role"] == "img" {
          #expect(element.children.first == "title", "\(figure.id)")
        }
        for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "d", "style", "stroke-width"] {
          guard let value = element.attributes[key] else { continue }
          #expect(value.firstMatch(of: #/\.\d\d/#) == nil, "\(figure.id): \(value)")
          if value.hasSuffix("%"), let number = Double(value.dropLast()) {
            #expect((0...100).contains(number), "\(figure.id): \(key) \(value)")
          }
        }
      }
    }
  }

  /// All pictures on pages that are there to be looked at; `TW_SAMPLES=FOLDER` keeps them.
  @Test func pagesToLookAt() throws {
    let kept = ProcessInfo.processInfo.environment["TW_SAMPLES"].map { URL(fileURLWithPath: $0) }
    let folder =
      kept
      ?? FileManager.default.temporaryDirectory.appendingPathComponent(
        "flow-pictures-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
    let templates = URL(fileURLWithPath: projectFolder + "/templates")
    let style = ["report.css", "report-drawings.css", "report-flows.css"].compactMap {
      try? String(contentsOf: templates.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    for (size, weeks) in Self.sizes {
      var html =
        "<!doctype html>\n<meta charset=utf-8><meta name=viewport content=\"width=device-width\"><style>\(style)</style>\(MarkDefinitions.svg)<div class=page>"
      for figure in FlowSamples.figures(size, weeks: weeks) {
        html +=
          "<figure><figcaption><h3>\(SVG.text(figure.title))</h3><p>\(SVG.text(figure.encoding))</p></figcaption>\(figure.picture())</figure>\n"
      }
      let file = folder.appendingPathComponent("flows-\(size)-\(weeks).html")
      try Data(html.utf8).write(to: file)
      #expect(try Data(contentsOf: file).count < 3_000_000)
    }
  }
}
