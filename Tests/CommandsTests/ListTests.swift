import Foundation
import TestSupport
import Testing
import Text

@testable import Commands

@Suite struct ListTests {
  // Ids, states and dates are never cut, so a narrower terminal may break a line.
  @Test(arguments: [80, 100]) func fitsTheTerminal(width: Int) throws {
    let repository = try ScratchRepository.example()
    repository.outputIsTerminal = true
    repository.width = width
    for kind in ["goals", "people", "requests", "meetings", "notes", "decisions", "feedback", "teams"] {
      for line in repository.tw("list", kind).output.split(separator: "\n") {
        #expect(displayWidth(line) <= width, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func coloursStates() throws {
    let repository = try ScratchRepository.example()
    let colored = repository.tw("list", "goals", "--color", "always").output
    #expect(colored.contains("\u{1B}[1;31moff-track\u{1B}[0m"))
    #expect(!repository.tw("list", "goals").output.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"), ("plain", "plain"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("=a,b", "\"'=a,b\""), ("a\nb", "\"a\nb\""), ("", ""), ("\u{1B}[31m", "\\e[31m"),
  ])
  func guardsCells(text: String, cell: String) { #expect(csvCell(text) == cell) }

  @Test func guardsMarkdown() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    repository.tw("new", "goal", "a | b <b> [x](y) `c` *d*", "why=x", "id=x")
    let answer = repository.tw("list", "goals", "id=x", "--format", "markdown").output
    #expect(answer.contains("[a \\| b \\<b\\> \\[x\\](y) \\`c\\` \\*d\\*](.teamwork/goals/x.md)"), "\(answer)")
    #expect(markdownPath("a b/ü(1).md") == "a%20b/%C3%BC%281%29.md")
  }

  @Test func filters() throws {
    let repository = try ScratchRepository.example()
    func ids(_ words: String...) -> [String] {
      let output = repository.run(["list"] + words + ["--format", "csv"]).output
      return output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    }
    #expect(ids("requests", "to=teams/software").count == 2)
    #expect(ids("requests", "to=software") == ids("requests", "to=teams/software"))
    #expect(ids("requests", "to!=software").count == 8)
    #expect(ids("goals", "due=") == ["quiet-routes"])
    #expect(ids("goals", "due!=").count == 10)
    #expect(ids("goals", "parent=").count == 1)
    #expect(ids("goals", "district!=") == ["tram-stops"])
    #expect(ids("goals", "district=whole city") == ["tram-stops"])
    #expect(ids("goals", "due>2026-12-18").count == 2)
    #expect(ids("goals", "due=2026-12-18", "status=on-track") == ["kerb-inbox"])
    #expect(ids("goals", "owners=samir", "owners=ines") == ["trust-the-map"])
    #expect(ids("status", "week=2026-W47", "person=ines") == ["2026-W47/ines"])
    #expect(ids("people", "capacity<3") == ["samir"])
    #expect(ids("people", "emails=samir@kerbline.example") == ["samir"])
    #expect(ids("goal", "id=tram-stops") == ["tram-stops"])
    #expect(ids("goal", "id!=tram-stops").count == 10)
  }
}
