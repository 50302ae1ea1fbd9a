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
      // A link that stands a thousand times is looked up once.
      var faults: [String: Workspace.FileLinkFault] = [:]
      for reference in record.document.body?.references ?? [] {
        switch reference.target {
        case .mention: break
        case .wiki(let kind, let id, let anchor):
          if let fault = workspace.fault(ofWikiLink: kind, id, anchor, in: record) {
            findings.add(fault.message, at: reference.range, help: fault.help, misspelling: fault.misspelling)
          }
        case .file(let path), .picture(let path):
          let fault = faults[path] ?? workspace.fault(ofLink: path, in: record)
          faults[path] = fault
          if let message = fault.message { findings.add(message, at: reference.range, help: fault.help) }
        }
      }
    })
}
