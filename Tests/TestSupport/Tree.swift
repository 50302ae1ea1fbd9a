package import Documents
package import Teamwork
import Testing

/// A workspace written down as texts, for one test.
package struct Tree {
  /// By path, relative to the workspace.
  package var files: [String: [UInt8]] = [:]
  /// Files of the repository that are no part of the workspace, by path from its top.
  package var others: Set<String> = []

  /// The small team of `Example.team`, and these.
  package init(_ files: [String: String] = [:], team: Bool = true) {
    if team { for (path, text) in Example.team { self.files[path] = Array(text.utf8) } }
    for (path, text) in files { self.files[path] = Array(text.utf8) }
  }

  /// The team with a charter that says more.
  package init(charter: String, _ files: [String: String] = [:]) {
    self.init(files)
    self.files["teamwork.md"] = Array("---\nname: Kitchen\nvision: Everyone eats\nformat: 1\n\(charter)\n---\n".utf8)
  }

  package var workspace: Workspace {
    var all: [String: [UInt8]] = [:]
    for (path, bytes) in files { all[".teamwork/" + path] = bytes }
    return Workspace(MemorySource(all, others: others), folder: ".teamwork")
  }

  package var findings: [Diagnostic] { Validation(workspace).findings }

  /// What was found: `goals/x.md:3:9 wrong-type`, in its order.
  package var found: [String] { Self.told(findings) }

  /// The rules of what was found.
  package var rules: [String] { findings.map(\.code.name) }

  package static func told(_ findings: [Diagnostic]) -> [String] {
    findings.map { finding in
      let start = finding.source.position(of: finding.range.lowerBound)
      let path =
        finding.source.path.hasPrefix(".teamwork/") ? String(finding.source.path.dropFirst(10)) : finding.source.path
      return "\(path):\(start.line):\(start.column) \(finding.code.name)"
    }
  }

  /// The tasks of a goal with this body.
  package static func tasks(_ body: String, _ files: [String: String] = [:]) throws -> [Task] {
    try record("goals/beta.md", goal(body), files).tasks
  }

  package static func record(_ path: String, _ text: String, _ files: [String: String] = [:]) throws -> Record {
    var tree = Tree(files)
    tree.files[path] = Array(text.utf8)
    let workspace = tree.workspace
    return try #require(workspace.records.first { $0.path == ".teamwork/" + path })
  }

  /// A goal that breaks no rule, with a body.
  package static func goal(_ body: String = "", _ fields: String = "") -> String {
    "---\ntitle: Public beta\nstatus: proposed\nwhy: Others can build on it\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"
  }

  /// A note that breaks no rule, with a body. Its body begins on line 7.
  package static func note(_ body: String) -> String {
    "---\ntitle: Cache the calendar\nkind: idea\nby: ana\ndate: 2026-11-02\n---\n\(body)"
  }
}
