import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// Which addresses stand for whom.
@Suite struct Addresses {
  @Test func anAddressOfAForgeIsOneLikeOthers() throws {
    let history = try History()
    let address = "1234567+ana@users.noreply.github.com"
    try history.write("people/ana.md", "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n")
    try history.commit(by: "ana")
    try history.base()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: address)
    #expect(history.found() == [])
    try history.git("commit", "--quiet", "--amend", "--no-edit", "--author", "x <7654321+ana@users.noreply.github.com>")
    #expect(history.found() == History.imposed)
  }

  @Test func nobodyGainsAnAddress() throws {
    for (address, found) in [("eve@example.org", History.imposed), ("ben@example.org", History.imposed)] {
      let history = try History()
      try history.write("people/ana.md", "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n")
      try history.write("feedback/x.md", History.feedback("ana", "cho", "For the soup."))
      try history.commit(by: address)
      #expect(history.found() == found)
      // In a commit of its own it counts, but for an address that is somebody else's as well.
      try history.remove("feedback/x.md")
      try history.commit(by: address)
      try history.base()
      try history.write("feedback/x.md", History.feedback("ana", "cho", "For the soup."))
      try history.commit(by: address)
      #expect(history.found() == (address.hasPrefix("eve") ? [] : History.imposed))
    }
  }

  @Test func aNewcomerHasTheirOwnAddressesAndNobodyElses() throws {
    let history = try History()
    try history.write("people/dee.md", "---\nname: Dee\nemails: [dee@example.org, ben@example.org]\n---\n")
    try history.write("feedback/x.md", History.feedback("dee", "cho", "For the soup."))
    try history.commit(by: "dee")
    #expect(history.found() == [])
    try history.git("commit", "--quiet", "--amend", "--no-edit", "--author", "Ben <ben@example.org>")
    #expect(history.found() == History.imposed)
  }

  @Test(arguments: ["ben@example.org", "eve@example.org"])
  func aRenamedPersonKeepsTheAddressesOfTheBase(_ address: String) throws {
    let history = try History.told()
    #expect(history.repository.tw("rename", "person/ana", "ana-k").status == 0)
    for page in [
      "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n", "---\nname: Ana\nemails: [\(address)]\n---\n",
      "---\nname: A. K.\nemails: [\(address)]\n---\n",
    ] {
      try history.write("people/ana-k.md", page)
      try history.write("status/2026-W47/ana-k.md", History.report + "- And more.\n")
      try history.commit(by: address)
      #expect(history.found().contains("impersonation status/2026-W47/ana-k.md"), "\(page)")
      try history.git("reset", "--quiet", "--soft", "base")
      try history.commit(by: "ana")
      #expect(!history.found().contains("impersonation status/2026-W47/ana-k.md"), "\(page)")
      try history.git("reset", "--quiet", "--soft", "base")
    }
  }
}

/// Whose address Git has, and nobody's page.
@Suite struct UnknownAddress {
  @Test(arguments: ["Ben", "ben", "BEN"])
  func whoHasAKnownNameIsAsked(_ name: String) throws {
    let history = try WrittenHistory()
    history.become("ben@laptop")
    history.repository.variables["GIT_AUTHOR_NAME"] = name
    let answer = history.repository.tw("status", "--me")
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains("nobody in the workspace has your address, `ben@laptop`: are you `ben`?"))
    let command = "tw set person/ben emails+=ben@laptop"
    #expect(answer.errors.contains(command))
    let asked = try #require(answer.errors.range(of: command))
    let other = try #require(answer.errors.range(of: "tw new person"))
    #expect(asked.lowerBound < other.lowerBound)
    // What it shows works.
    #expect(history.repository.run(command.split(separator: " ").dropFirst().map(String.init)).status == 0)
    #expect(history.repository.tw("status", "--me").status == 0)
  }

  @Test func whoHasNoNameThereOrOneOfTwoIsNotTakenForAnybody() throws {
    let history = try WrittenHistory()
    history.become("dee@laptop")
    history.repository.variables["GIT_AUTHOR_NAME"] = "Dee"
    #expect(!history.repository.tw("status", "--me").errors.contains("are you"))
    try history.write("people/ben-2.md", "---\nname: ben\nemails: [other@example.org]\n---\n")
    history.repository.variables["GIT_AUTHOR_NAME"] = "Ben"
    let answer = history.repository.tw("status", "--me")
    #expect(!answer.errors.contains("are you") && answer.errors.contains("tw new person"))
  }
}
