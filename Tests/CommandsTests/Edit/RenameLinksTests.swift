import Foundation
import TestSupport
import Testing

/// Links and pictures, in all the ways that Markdown has to write them, follow a rename.
@Suite struct RenameLinksTests {
  private static let head = "---\ntitle: Odd\nkind: idea\nby: ines\ndate: 2026-11-01\n---\n"

  /// `OLD` is the id where it is to change; what is written out is to stay.
  @Test(arguments: [
    "![plan](../goals/OLD.md)", "![a][r1]\n\n[r1]: ../goals/OLD.md", "[![b](../goals/OLD.md)](../goals/OLD.md)",
    "[![b](../goals/OLD.md \"x\")](<../goals/OLD.md>) ![b](<../goals/OLD.md#x>)",
    "[ref][r1] [r2]\n\n[r1]: ../goals/OLD.md\n[r2]: ../goals/OLD.md?x \"../goals/tram-stops.md\"",
    "[r1][] and [R1]\n\n[r1]:\n  ../goals/OLD.md\n  't'",
    "[a][r1]\n\n> [r1]: ../goals/OLD.md", "- x\n  [a][r1]\n\n- [r1]: <../goals/OLD.md>",
    "[a][ R  1 ]\n\n> 1. [r 1]: ./../goals/OLD.md",
    "[l](\n../goals/OLD.md \"t\")", "> a\n> [l](\n> ../goals/OLD.md)",
    "x\n  - y [l\n    m](../goals/OLD.md) ![n](../goals/OLD.md)",
    "[l](<../goals/OLD.md> \"title ../goals/tram-stops.md\")",
    "[../goals/tram-stops.md](../goals/OLD.md '../goals/tram-stops.md')",
    "`[x](../goals/tram-stops.md)` [a `]` \\] b](../goals/OLD.md) [``]`` `](../goals/OLD.md)",
    "[a](tram-stops.md) [b](../goals/OLD.md) [c](../goals/x-tram-stops.md)",
    "[a](b(../goals/tram-stops.md) [b](../goals/OLD.md)", "[a [b] c](../goals/OLD.md)[d]\n\n[d]: ../goals/OLD.md",
    "[a](not one) [b]\n\n[a]: ../goals/OLD.md\n[b]: ../goals/lift-feed.md",
    "| a | b |\n| - | - |\n| [x](../goals/OLD.md) | ![y][z] |\n\n[z]: ../goals/OLD.md\n[Z]: ../goals/tram-stops.md",
    "# [x](../goals/OLD.md)\n\n*[x](../goals/OLD.md)* **![y](/.teamwork/goals/OLD.md)**",
    "a\r\n[l](\r\n../goals/OLD.md \"t\")\r\n\r\n![a][r1]\r\n\r\n[r1]: ../goals/OLD.md\r\n",
  ])
  func theyFollow(_ form: String) throws {
    let repository = try ScratchRepository.example()
    let path = ".teamwork/notes/odd.md"
    let old = Self.head + form.replacingOccurrences(of: "OLD", with: "tram-stops") + "\n"
    try repository.write(path, old)
    func broken() -> Int {
      repository.tw("validate", "--format", "concise").output.split(separator: "\n").count {
        $0.contains("broken-link")
      }
    }
    let before = broken()
    let answer = repository.tw("rename", "tram-stops", "halts")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try repository.read(path) == Self.head + form.replacingOccurrences(of: "OLD", with: "halts") + "\n")
    #expect(broken() == before)
    #expect(repository.tw("rename", "halts", "tram-stops").status == 0)
    #expect(try repository.read(path) == old)
  }

  /// Where it cannot be sure, it says at which line, and nothing changes.
  @Test(arguments: [
    ("a\n\n[a](../goals/tram%2Dstops.md)", 9, "write the id there as it is"),
    ("[a][r]\n\n[r]: ../goals/tram&#45;stops.md", 9, "write the id there as it is"),
    (
      "```\n[r]: ../goals/tram-stops.md\n```\n\n[a][r]\n\n[r]: ../goals/tram-stops.md", 11,
      "write this reference in another way"
    ),
  ])
  func orItIsRefused(_ form: String, _ line: Int, _ advice: String) throws {
    let repository = try ScratchRepository.example()
    try repository.write(".teamwork/notes/odd.md", Self.head + form + "\n")
    let answer = repository.tw("rename", "tram-stops", "halts")
    #expect(
      answer.status == 2 && answer.errors.contains("notes/odd.md`, line \(line)") && answer.errors.contains(advice),
      "\(answer.errors)")
    #expect(try repository.git("status", "--porcelain") == "?? .teamwork/notes/odd.md\n")
  }

  /// A bare id that could be this record or another would be the other afterwards.
  @Test func whatCouldBeTwoIsSaid() throws {
    let repository = try ScratchRepository.example()
    try repository.write(".teamwork/teams/samir.md", "---\nname: Samir's\nmembers: [ines]\n---\n")
    try repository.write(".teamwork/notes/odd.md", Self.head + "Ask @samir.\n")
    try repository.write(".teamwork/notes/odder.md", Self.head + "\n[[samir]]\n")
    let bare = repository.tw("rename", "teams/samir", "sams")
    #expect(bare.status == 2)
    #expect(
      bare.errors.contains("`, line ")
        && bare.errors.contains(
          "says `samir`, which is a person and a team\nhelp: write `people/samir` or `teams/samir` there, then rename\n"
        ), "\(bare.errors)")
    try repository.git(
      "rm", "-qr", ".teamwork/requests", ".teamwork/feedback", ".teamwork/goals", ".teamwork/roles",
      ".teamwork/meetings", ".teamwork/decisions")
    let link = repository.tw("rename", "teams/samir", "sams")
    #expect(
      link.errors.contains(
        "notes/odder.md`, line 8, says `samir`, which is a person and a team\nhelp: write `[[people/samir]]` or `[[teams/samir]]` there"
      ), "\(link.errors)")
    try repository.write(".teamwork/notes/odder.md", Self.head + "\n[[teams/samir]]\n")
    #expect(repository.tw("rename", "teams/samir", "sams").status == 0)
    #expect(try repository.read(".teamwork/notes/odder.md") == Self.head + "\n[[teams/sams]]\n")
    #expect(try repository.read(".teamwork/notes/odd.md") == Self.head + "Ask @samir.\n")
  }
}
