import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// The base judges: its charter, and the allow comments of those a record speaks for.
@Suite struct SwitchedOff {
  @Test func nobodySwitchesTheRuleOffInTheChangeThatNeedsIt() throws {
    let off = "rules: {impersonation: off, rewritten-record: off}\n"
    for (before, after, found) in [("", off, History.imposed), (off, "", [])] {
      let history = try History(charter: before)
      try history.write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n\(after)---\n")
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
      try history.commit(by: "ben")
      #expect(history.found() == found)
    }
    let history = try History.told(charter: "rules: {rewritten-record: error}\n")
    try history.write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n---\n")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(
      history.repository.tw("validate", "--since", "base", "--format", "concise").output.contains("error[rewritten"))
  }

  @Test func anAllowCountsWhereItIsTheirs() throws {
    let allow = "<!-- tw:allow rewritten-record: Ben keeps my notes -->"
    for author in ["ana", "ben"] {
      let history = try History.told()
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup.\n\n" + allow))
      try history.commit(by: author)
      #expect(history.found() == (author == "ana" ? [] : History.rewritten))
      // Also when it is in the base already.
      try history.base()
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing.\n\n" + allow))
      try history.commit(by: "ben")
      #expect(history.found() == (author == "ana" ? [] : History.rewritten))
      #expect(!history.repository.tw("validate").output.contains("unused-allow"))
    }
    let history = try History()
    let imposed = "For the soup.\n\n<!-- tw:allow impersonation: I may -->"
    try history.write("feedback/x.md", History.feedback("ana", "ben", imposed))
    try history.commit(by: "ben")
    #expect(history.found() == History.imposed)
  }
}
