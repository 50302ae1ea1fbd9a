import Teamwork
import Testing

@testable import Reports

extension Reports.Section {
  func measure(_ name: String) throws -> Measure { try #require(measures.first { $0.definition.name == name }) }

  /// "3 of 8", "5 days", or why it could not be measured.
  func shown(_ name: String) throws -> String { try measure(name).shown }

  func figure(_ id: String) throws -> Figure { try #require(figures.first { $0.id == id }) }

  /// All that is found, a paragraph a line.
  var words: String { finding.map(\.plain).joined(separator: "\n") }

  /// The cells of a figure's table.
  func cells(_ id: String) throws -> [[String]] { try figure(id).table.rows.map { $0.map(\.plain) } }
}

/// Files of a team as most tests need it.
enum SomeTeam {
  static func person(_ name: String, _ fields: String = "") -> String {
    "---\nname: \(name)\nemails: [\(name.lowercased())@example.com]\n\(fields.isEmpty ? "" : fields + "\n")---\n"
  }

  static func goal(_ title: String, _ status: String, owners: String, _ body: String = "") -> String {
    "---\ntitle: \(title)\nstatus: \(status)\nowners: [\(owners)]\n---\n\n\(body)\n"
  }

  static func report(_ body: String, mood: Int? = nil) -> String {
    "---\n\(mood.map { "mood: \($0)\n" } ?? "")---\n\n\(body)\n"
  }

  static func charter(_ fields: String = "cadence: weekly") -> String {
    "---\nname: Team\nvision: Far\nformat: 1\n\(fields)\n---\n"
  }
}
