import Foundation
import TestSupport
import Testing

/// `tw rename`.
@Suite struct RenameTests {
  static let refusals: [(name: String, words: [String])] = [
    ("rename-unknown", ["rename", "tram-stop", "stops"]),
    ("rename-refused-id", ["rename", "tram-stops", "Stops"]),
    ("rename-refused-taken", ["rename", "tram-stops", "lift-feed"]),
    ("rename-refused-other-kind", ["rename", "tram-stops", "samir"]),
    ("rename-refused-same", ["rename", "tram-stops", "tram-stops"]),
    ("rename-refused-status", ["rename", "2026-W47/farai", "2026-W48/farai"]),
    ("rename-refused-task", ["rename", "tram-stops^platform edges", "edges"]),
    ("rename-refused-anchor", ["rename", "tram-stops^line-7", "Line 7"]),
    ("rename-refused-anchor-same", ["rename", "tram-stops^line-7", "tram-stops^line-7"]),
    ("rename-refused-anchor-taken", ["rename", "tram-stops^line-7", "^line-2"]),
    ("rename-refused-charter", ["rename", "charter", "us"]),
  ]

  @Test func whatIsRefusedChangesNothing() throws {
    let repository = try ScratchRepository.example()
    for (name, words) in Self.refusals {
      let answer = repository.run(words)
      #expect(answer.status != 0 && answer.output.isEmpty, "\(name)")
      #expect(try repository.git("status", "--porcelain").isEmpty, "\(name)")
      try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
    }
  }

  /// A goal, a person, a team and a role, there and back: what is found is the same, and every byte comes back.
  @Test(arguments: [
    ("tram-stops", "halts"), ("@samir", "sam"), ("teams/street", "road"), ("data-steward", "2027"),
    ("test-chairs", "chairs"),
  ])
  func thereAndBack(_ old: String, _ new: String) throws {
    let repository = try ScratchRepository.example()
    repository.variables["TW_PERSON"] = nil
    let before = repository.tw("validate", "--format", "concise")
    let answer = repository.tw("rename", old, new)
    #expect(answer.status == 0, "\(answer.errors)")
    try expectGolden(answer, "rename-\(new)", command: "tw rename \(old) \(new)")
    let after = repository.tw("validate", "--format", "concise")
    #expect(
      after.status == before.status
        && after.output.split(separator: "\n").count == before.output.split(separator: "\n").count, "\(after.output)")
    let id = String(old.split(separator: "/").last ?? "").replacingOccurrences(of: "@", with: "")
    #expect(repository.tw("rename", new, id).status == 0)
    // Quotes that the number needed stay, and say the same.
    if new != "2027" { #expect(try repository.git("status", "--porcelain").isEmpty) }
  }

  @Test func everyWayToReferIsFound() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/goals/fair.md",
      "\u{FEFF}---\r\ntitle: Spring fair, samir\r\nstatus: on-track\r\nowners: ['samir', \"samir\"] # samir\r\nresources:\r\n- street\r\n- the street\r\n---\r\n"
        + "Ask @samir. or [him](../people/samir.md#how \"samir\"), `@samir`, [[samir]], [[ people/samir | samir ]], [[2026-W47/samir]], [[samir.md]], [[people/samir.md#how|him]], [[samir#how]] and [them][s].\r\n"
        + "\r\n- [ ] Go @samir, @samirr needs:tram-stops^line-7 ^samir\r\n\r\n[s]: <../people/samir.md>\r\n")
    #expect(repository.tw("rename", "@samir", "sam").status == 0)
    let found = repository.bytes(".teamwork/goals/fair.md")
    let expected =
      "\u{FEFF}---\r\ntitle: Spring fair, samir\r\nstatus: on-track\r\nowners: ['sam', \"sam\"] # samir\r\nresources:\r\n- street\r\n- the street\r\n---\r\n"
      + "Ask @sam. or [him](../people/sam.md#how \"samir\"), `@samir`, [[sam]], [[ people/sam | samir ]], [[2026-W47/sam]], [[sam.md]], [[people/sam.md#how|him]], [[sam#how]] and [them][s].\r\n"
      + "\r\n- [ ] Go @sam, @samirr needs:tram-stops^line-7 ^samir\r\n\r\n[s]: <../people/sam.md>\r\n"
    #expect(found == Array(expected.utf8), "\(String(decoding: found, as: UTF8.self))")
    #expect(
      repository.exists(".teamwork/status/2026-W47/sam.md") && !repository.exists(".teamwork/status/2026-W47/samir.md"))
    #expect(repository.tw("rename", "tram-stops", "halts").status == 0)
    #expect(repository.tw("rename", "teams/street", "road").status == 0)
    let next = repository.bytes(".teamwork/goals/fair.md")
    #expect(
      next
        == Array(
          expected.replacingOccurrences(of: "needs:tram-stops^", with: "needs:halts^").replacingOccurrences(
            of: "\r\n- street", with: "\r\n- road"
          ).utf8))
  }

  @Test func recordsOfTwoKindsMayHaveOneID() throws {
    let repository = try ScratchRepository.example()
    try repository.write(".teamwork/people/kim.md", "---\nname: Kim\n---\n")
    try repository.write(
      ".teamwork/roles/sam.md", "---\ntitle: Sam\nholders: [kim]\nresponsibilities: [Being Sam]\n---\n")
    #expect(repository.tw("rename", "@kim", "sam").status == 0)
    #expect(try repository.read(".teamwork/roles/sam.md").contains("holders: [sam]"))
    // By its id alone it is no longer said which is meant.
    try repository.write(
      ".teamwork/notes/odd.md", "---\ntitle: Odd\nkind: idea\nby: ines\ndate: 2026-11-01\n---\n[[sam]]\n")
    #expect(repository.tw("rename", "person/sam", "kim").status == 2)
    #expect(repository.exists(".teamwork/people/sam.md"))
  }

  @Test func whatCannotBeChangedSafelyIsRefused() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/notes/odd.md", "---\ntitle: Odd\nkind: idea\nby: \"sam\\u0069r\"\ndate: 2026-11-01\n---\n")
    let answer = repository.tw("rename", "@samir", "sam")
    #expect(answer.status == 2 && answer.errors.contains("notes/odd.md`, line 4"), "\(answer.errors)")
    #expect(try repository.git("status", "--porcelain") == "?? .teamwork/notes/odd.md\n")
    try repository.write(".teamwork/notes/odd.md", "---\ntitle: [\n---\n")
    #expect(repository.tw("rename", "@samir", "sam").status == 2)
    #expect(try repository.git("status", "--porcelain") == "?? .teamwork/notes/odd.md\n")
    // What was a broken link would lead somewhere.
    try repository.write(
      ".teamwork/notes/odd.md", "---\ntitle: Odd\nkind: idea\nby: ines\ndate: 2026-11-01\n---\n[[sam]]\n")
    #expect(repository.tw("rename", "@samir", "sam").status == 2)
    #expect(try repository.git("status", "--porcelain") == "?? .teamwork/notes/odd.md\n")
  }

  @Test func templatesAndReadMesFollow() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/templates/goal.md",
      "---\ntitle: {{What?}}\nparent: tram-stops # or tram-stops-2\n# needs: [tram-stops]\n---\nSee [[tram-stops]], [it](../goals/tram-stops.md), `tram-stops`.\n\n- [ ] {{First}} needs:tram-stops^line-7\n"
    )
    try repository.write(
      ".teamwork/templates/status.md",
      "---\ngoals: [tram-stops]\n---\n## Done\n\n- [{{What}}](../../goals/tram-stops.md)\n")
    try repository.write(
      ".teamwork/README.md",
      "# tram-stops\r\n[one](goals/tram-stops.md#tasks) [two](../goals/tram-stops.md) [[goals/tram-stops^line-7]]\r\n")
    try repository.write(".teamwork/summaries/2026-W40.md", "[[tram-stops]] [one](../goals/tram-stops.md)\n")
    try repository.write(
      "README.md", "# Ours\n\n[stops](.teamwork/goals/tram-stops.md) and `[x](.teamwork/goals/tram-stops.md)`\n")
    try repository.write(
      "docs/a b.md",
      "tram-stops.md\n\n[s][s] [other](../goals/tram-stops.md)\n\n[s]: ../.teamwork/goals/tram-stops.md\n")
    try repository.write("docs/new.md", "[stops](../.teamwork/goals/tram-stops.md)\n")
    try repository.commit("More")
    let answer = repository.tw("rename", "tram-stops", "halts")
    try expectGolden(answer, "rename-templates", command: "tw rename tram-stops halts")
    #expect(
      try repository.read(".teamwork/templates/goal.md")
        == "---\ntitle: {{What?}}\nparent: tram-stops # or tram-stops-2\n# needs: [tram-stops]\n---\nSee [[halts]], [it](../goals/halts.md), `tram-stops`.\n\n- [ ] {{First}} needs:halts^line-7\n"
    )
    #expect(
      try repository.read(".teamwork/templates/status.md")
        == "---\ngoals: [halts]\n---\n## Done\n\n- [{{What}}](../../goals/halts.md)\n")
    #expect(
      repository.bytes(".teamwork/README.md")
        == Array(
          "# tram-stops\r\n[one](goals/halts.md#tasks) [two](../goals/tram-stops.md) [[goals/halts^line-7]]\r\n".utf8))
    #expect(try repository.read(".teamwork/summaries/2026-W40.md") == "[[tram-stops]] [one](../goals/tram-stops.md)\n")
    #expect(try repository.git("status", "--porcelain", "README.md", "docs").isEmpty)
  }

  @Test func tasksAreRenamed() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/goals/fair.md",
      "---\r\ntitle: Fair\r\nstatus: on-track\r\nowners: [samir]\r\nwhy: Fun\r\n---\r\nAfter [[tram-stops^line-7|line-7]], `[[tram-stops^line-7]]`, [[^line-7]], [[tram-stops#^line-7]].\r\n"
        + "\r\n- [ ] Go @samir needs:goals/tram-stops^line-7,line-7,tram-stops^line-2\r\n- [ ] Other line-7 ^line-7\r\n"
    )
    try repository.write(
      ".teamwork/templates/goal.md", "---\ntitle: {{What}}\n---\n- [ ] {{First}} needs:tram-stops^line-7 ^line-7\n")
    try repository.commit("More")
    let before = repository.tw("validate", "--format", "concise")
    let answer = repository.tw("rename", "tram-stops^line-7", "hill")
    try expectGolden(answer, "rename-anchor", command: "tw rename tram-stops^line-7 hill")
    #expect(
      repository.bytes(".teamwork/goals/fair.md")
        == Array(
          ("---\r\ntitle: Fair\r\nstatus: on-track\r\nowners: [samir]\r\nwhy: Fun\r\n---\r\nAfter [[tram-stops^hill|line-7]], `[[tram-stops^line-7]]`, [[^line-7]], [[tram-stops#^hill]].\r\n"
            + "\r\n- [ ] Go @samir needs:goals/tram-stops^hill,line-7,tram-stops^line-2\r\n- [ ] Other line-7 ^line-7\r\n")
            .utf8))
    #expect(
      try repository.read(".teamwork/templates/goal.md")
        == "---\ntitle: {{What}}\n---\n- [ ] {{First}} needs:tram-stops^hill ^line-7\n")
    let after = repository.tw("validate", "--format", "concise")
    #expect(after.output.split(separator: "\n").count == before.output.split(separator: "\n").count, "\(after.output)")
    #expect(repository.tw("rename", "hill", "tram-stops^line-7").status == 0)
    #expect(try repository.git("status", "--porcelain").isEmpty)
    // What was a broken link would lead somewhere.
    try repository.write(
      ".teamwork/notes/odd.md", "---\ntitle: Odd\nkind: idea\nby: ines\ndate: 2026-11-01\n---\n[[tram-stops^hill]]\n")
    #expect(repository.tw("rename", "tram-stops^line-7", "hill").status == 2)
    #expect(try repository.git("status", "--porcelain") == "?? .teamwork/notes/odd.md\n")
  }
}
