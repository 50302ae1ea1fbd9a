import Testing

@testable import Teamwork

/// A source that knows its contents by name, as Git does.
private struct NamedSource: FileSource {
  let memory: MemorySource
  let texts: [String: String]

  init(_ texts: [String: String]) {
    self.texts = texts
    memory = MemorySource(texts.mapValues { Array($0.utf8) })
  }

  var files: [FileEntry] { memory.files }
  func content(of index: Int, limit: Int) -> FileContent { memory.content(of: index, limit: limit) }
  func contentName(of index: Int) -> String? { texts[files[index].path] }
  func exists(_ path: String) -> Bool { memory.exists(path) }
}

@Suite struct Sharing {
  private static let files = [
    ".teamwork/teamwork.md": "---\nname: K\nvision: V\nformat: 1\n---\n",
    ".teamwork/people/ana.md": "---\nname: A\nemails: [a@example.org]\n---\n",
    ".teamwork/people/ben.md": "---\nname: B\nemails: [b@example.org]\n---\n",
    ".teamwork/goals/g.md":
      "---\ntitle: A\nstatus: on-track\nowners: [ana, ben]\nwhy: b\n---\n- [ ] Print @ana\n- [ ] Paint @ben\n",
    ".teamwork/goals/h.md": "---\ntitle: B\nstatus: proposed\nparent: g\n---\n",
  ]

  @Test(
    arguments: [
      [:], ["goals/h.md": "---\ntitle: C\nstatus: lost\nparent: g\n---\n"], ["people/ben.md": nil], ["goals/g.md": nil],
      ["people/cho.md": "---\nname: C\nemails: [c@example.org]\n---\n"],
      [
        "teamwork.md":
          "---\nname: K\nvision: V\nformat: 1\nextra-fields: {goal: [status]}\nlimits: {file-size: 60}\n---\n"
      ],
    ] as [[String: String?]])
  func findsWhatReadingAnewFinds(_ edits: [String: String?]) {
    var edited = Self.files
    for (path, text) in edits { edited[".teamwork/" + path] = text }
    let now = Workspace(NamedSource(edited), folder: ".teamwork")
    let anew = Workspace(NamedSource(Self.files), folder: ".teamwork")
    let shared = Workspace(NamedSource(Self.files), folder: ".teamwork", sharing: now)
    #expect(Validation(shared).findings.map(\.message) == Validation(anew).findings.map(\.message))
    #expect(
      shared.records.flatMap(\.tasks).map { [$0.text] + $0.owners.map(\.text) }
        == anew.records.flatMap(\.tasks).map { [$0.text] + $0.owners.map(\.text) })
    #expect(shared.records.map(\.path) == anew.records.map(\.path))
  }

  @Test func doesNotReadTwice() throws {
    let now = Workspace(NamedSource(Self.files), folder: ".teamwork")
    let shared = Workspace(NamedSource(Self.files), folder: ".teamwork", sharing: now)
    #expect(shared.record(.goal, "g") === now.record(.goal, "g"))
  }
}
