import Foundation
import TestSupport
import Testing

@testable import Teamwork

/// The declarations of fields: each is listed, read as what it is declared for, and asked for by nothing but its name.
@Suite struct Fields {
  /// Whoever declares a field and forgets to list it has a field that nobody may write.
  @Test func everyFieldThatIsDeclaredIsListed() throws {
    let declared = try ProjectFile.all(below: "Sources/Teamwork/Schema/Kinds").flatMap { file in
      file.text.matches(of: #/static let \w+ = (?:Field<[^>]*>+\(\s*"(?<name>[a-z-]+)"|Schema\.(?<shared>mode))/#).map {
        String($0.output.name ?? $0.output.shared ?? "")
      }
    }
    func names(_ fields: [FieldDeclaration]) -> [String] {
      fields.flatMap { [$0.name.text] + members($0.type) }
    }
    func members(_ type: FieldType) -> [String] {
      switch type {
      case .list(let element): members(element)
      case .mapping(let fields), .lineOrMapping(let fields): names(fields)
      default: []
      }
    }
    let listed = Schema.declarations.flatMap { names($0.fields) }.filter { $0 != "tags" }
    #expect(declared.sorted() == listed.sorted())
  }

  /// A slip of the pen in a string compiles, and gives an empty figure.
  @Test(arguments: ["Teamwork", "Commands", "Storage"])
  func noFieldIsAskedForByAString(_ target: String) throws {
    let asks = #/(?:\.|\b)(?:text|day|name|names|int|list)\("[a-z-]+"\)|\[member: "|[ (]field: "[a-z-]+"/#
    let allowed = #/Schema/|options\.|Generated/|try day\("(?:from|to)"\)/#
    var found: [String] = []
    for file in try ProjectFile.all(below: "Sources/" + target)
    where file.path.firstMatch(of: #/\/(?:Schema|Generated|Similarity)\//#) == nil {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where line.firstMatch(of: asks) != nil && line.firstMatch(of: allowed) == nil {
        // `.text("…")` is also a span of a page, with words in it.
        if line.contains("Line(") || line.contains("Span") || line.contains("parts.append") { continue }
        found.append("\(file.path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    #expect(found == [])
  }
}
