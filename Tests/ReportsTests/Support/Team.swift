/// Records in the words of a test.
enum Team {
  static let charter = ["teamwork.md": "---\nname: Kitchen\nvision: Everyone eats\nformat: 1\n---\n"]

  static func person(_ id: String, _ name: String, _ fields: String = "") -> [String: String?] {
    ["people/\(id).md": "---\nname: \(name)\nemails: [\(id)@example.com]\n\(fields.isEmpty ? "" : fields + "\n")---\n"]
  }

  /// Ana, Ben and Chi.
  static var three: [String: String?] {
    person("ana", "Ana").merging(person("ben", "Ben")) { $1 }.merging(person("chi", "Chi")) { $1 }.merging(
      charter.mapValues { $0 }
    ) { $1 }
  }

  static func goal(_ id: String, _ fields: String, _ body: String = "", title: String? = nil) -> [String: String?] {
    [
      "goals/\(id).md":
        "---\ntitle: \(title ?? id.prefix(1).uppercased() + id.dropFirst())\n\(fields)\n---\n\n\(body)\n"
    ]
  }

  static func status(_ week: String, _ person: String, _ body: String) -> [String: String?] {
    ["status/\(week)/\(person).md": "---\nperson: \(person)\n---\n\n\(body)\n"]
  }
}

func + (a: [String: String?], b: [String: String?]) -> [String: String?] { a.merging(b) { $1 } }
