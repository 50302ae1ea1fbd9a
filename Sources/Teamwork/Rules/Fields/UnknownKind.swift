internal import Text

extension Rule {
  static let unknownKind = Rule(
    "unknown-kind", .warning, "a file or folder in the workspace that is no kind's",
    why: """
      `tw` did not read it, and you should know. Records end in `.md` and lie in the folder of their kind; \
      templates in `templates/`, summaries in `summaries/`. What differs from one of these by capitals alone, as \
      `Goals/` does, or by characters that nobody sees, is an error: on other systems it is read.
      """,
    bad: """
      @@ goal/public-beta.md
      ---
      title: Public beta
      status: proposed
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .workspace { workspace, findings in
      let folders = Kind.allCases.map(\.folder).filter { !$0.isEmpty }
      for stray in workspace.strays where stray.fault == nil {
        if let twin = stray.twin {
          findings.add(
            "`\(stray.path)` and `\(twin)` are one on some systems, and two on others", path: stray.path,
            help: "keep `\(twin)`: move there what is in the other", severity: .error)
          continue
        }
        let inside = workspace.pathInside(stray.path)
        let first = String(inside.prefix { $0 != "/" })
        if folders.contains(first) {
          findings.add(
            "`\(stray.path)` is no record", path: stray.path, help: "records end in `.md`; move or remove it")
        } else {
          let near = nearest(to: first, among: folders)
          findings.add(
            "`\(stray.path)` is no kind of record", path: stray.path,
            help: near.map { "did you mean `\($0)/`?" } ?? "the kinds are "
              + alternatives(folders.map { "`\($0)/`" }, last: "and"))
        }
      }
    })
}
