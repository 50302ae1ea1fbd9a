internal import Documents

extension Rule {
  static let brokenLink = Rule(
    "broken-link", .error, "a link to nothing: `[[…]]`, or a path",
    why: """
      A link is a promise to the reader. The record was renamed or removed, or the path counts from \
      another folder: it counts from the file that the link stands in.
      """,
    bad: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      It would help «[[public-beta]]».
      """,
    good: """
      @@ notes/cache.md
      ---
      title: Cache the calendar
      kind: idea
      by: ana
      date: 2026-11-02
      ---

      It would help [[platform]], and [Ana](../people/ana.md) agrees.
      """,
    check: .record(nil) { record, workspace, findings in
      for reference in record.document.body?.references ?? [] {
        switch reference.target {
        case .mention: break
        case .wiki(let kind, let id, let anchor):
          if let fault = workspace.fault(ofWikiLink: kind, id, anchor, in: record) {
            findings.add(fault.message, at: reference.range, help: fault.help, wanted: fault.wanted)
          }
        case .file(let path), .picture(let path):
          guard let target = workspace.path(of: path, linkedFrom: record.path) else {
            findings.add("the link to `\(path)` leads out of the repository", at: reference.range, help: "link to a file of this repository, or give its web address")
            continue
          }
          if !workspace.pathExists(target) {
            findings.add("there is no file `\(target)`", at: reference.range, help: "paths count from the folder of this file")
          }
        }
      }
    })
}
