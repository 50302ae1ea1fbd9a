import Foundation
import TestSupport
import Testing

@testable import Commands

/// What is made from something else and kept in the repository. `TW_RECORD=1 swift test --filter Generated` makes it anew.
let remake = "TW_RECORD=1 swift test --filter Generated"

@Suite struct GeneratedTemplatesTests {
  /// The files under `templates/`, in the order of their paths.
  static func templates() throws -> [(path: String, text: String)] {
    let folder = projectFolder + "/templates"
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      [".md", ".html", ".css"].contains { path.hasSuffix($0) }
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
  }

  @Test func areEmbeddedAsTheyAre() throws {
    var source = """
      // Made from `templates/` by `\(remake)`: change those, not this.
      // swift-format-ignore-file

      /// The templates that `tw` brings along, by their path under `templates/`.
      enum EmbeddedTemplates {
        static let files: [(path: String, text: String)] = [

      """
    for (path, text) in try Self.templates() { source += "    (\"\(path)\", ##\"\"\"\n\(text)\n\"\"\"##),\n" }
    source += "  ]\n}\n"
    try expectRecorded(source, at: "Sources/Commands/Generated/EmbeddedTemplates.swift", mend: remake)
  }
}
