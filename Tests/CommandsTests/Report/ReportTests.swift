import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Reports

/// What the command says of the example's quarter, to the byte.
@Suite struct ReportGoldens {
  @Test(arguments: [
    ("report", ["report"]),
    ("report-text", ["report", "--format", "text", "--from", "2026-11-02", "--to", "2026-11-22"]),
    ("report-before-everything", ["report", "--from", "2026-05-01", "--to", "2026-06-30"]),
    ("report-not-begun", ["report", "--from", "2027-01-01"]),
    ("report-backwards", ["report", "--from", "2026-11-20", "--to", "2026-11-02"]),
    ("report-measure", ["explain", "dates-moved"]),
    ("report-measure-json", ["explain", "dates-moved", "--format", "json"]),
  ])
  func staysTheSame(_ name: String, _ words: [String]) throws {
    let answer = try ExampleTeam.quarter.get().run(words)
    try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
  }
}

/// What every report keeps to.
@Suite struct ReportContract {
  private static func document(_ words: String...) throws -> [String: Any] {
    let answer = try ExampleTeam.quarter.get().run(["report", "--format", "json"] + words)
    #expect(answer.status == 0)
    return try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  private static func measures(_ document: [String: Any]) throws -> [[String: Any]] {
    try SectionID.allCases.flatMap { id in
      let section = try #require(document[id.rawValue] as? [String: Any], "\(id.rawValue) is no member")
      return try #require(section["measures"] as? [[String: Any]])
    }
  }

  @Test func everyMeasureIsThereOnceAndExplained() throws {
    let measures = try Self.measures(Self.document())
    #expect(measures.compactMap { $0["name"] as? String }.sorted() == MeasureDefinition.all.map(\.name).sorted())
    #expect(Set(MeasureDefinition.all.map(\.name)).count == MeasureDefinition.all.count)
    for definition in MeasureDefinition.all {
      let answer = try ExampleTeam.quarter.get().run(["explain", definition.name])
      #expect(answer.status == 0 && answer.output.hasPrefix(definition.name + "  a measure"), "\(definition.name)")
    }
  }

  @Test func aValueIsCountedFromSomethingOrSaysWhyNot() throws {
    for measure in try Self.measures(Self.document()) {
      let name = measure["name"] as? String ?? ""
      #expect((measure["definition"] as? String)?.isEmpty == false, "\(name)")
      if measure["value"] is NSNull {
        #expect((measure["reason"] as? String)?.hasSuffix(".") == true || measure["of"] as? Int == 0, "\(name)")
      }
    }
  }

  @Test func eventsOfMeasuresAreThoseOfTheLog() throws {
    let log = try ExampleTeam.quarter.get().run(["log", "--format", "json"])
    let events = try #require(
      (JSONSerialization.jsonObject(with: Data(log.output.utf8)) as? [String: Any])?["events"] as? [NSDictionary])
    let known = Set(events)
    var counted = 0
    for measure in try Self.measures(Self.document()) {
      for event in try #require(measure["events"] as? [NSDictionary]) {
        counted += 1
        #expect(known.contains(event))
      }
    }
    #expect(counted > 100)
  }

  @Test func datesMovedAreThoseThatTheFilesHad() throws {
    let moved = try #require(Self.measures(Self.document()).first { $0["name"] as? String == "dates-moved" })
    #expect(moved["value"] as? Int == 3)
    let events = try #require(moved["events"] as? [[String: Any]])
    #expect(
      events.map { "\(($0["record"] as? [String: Any])?["id"] ?? "") \($0["from"] ?? "") \($0["to"] ?? "")" } == [
        "slope-sensors 2026-11-27 2026-12-18", "read-aloud 2026-11-27 2026-12-11",
        "slope-sensors 2026-10-30 2026-11-27",
      ])
  }

  @Test func nobodyIsRankedAndNobodysFeedbackIsTold() throws {
    let repository = try ExampleTeam.quarter.get()
    let feedback = try #require(Self.document()["feedback"] as? [String: Any])
    let text = try String(decoding: JSONSerialization.data(withJSONObject: feedback), as: UTF8.self)
    for name in ["Samir", "Oddn", "Hedda", "Tomasz", "Farai", "Milena", "Wren", "Lotte", "samir", "oddny"] {
      #expect(!text.contains(name))
    }
    let deciding = try #require((Self.document()["deciding"] as? [String: Any])?["figures"] as? [[String: Any]])
    let concentration = try #require(deciding.first { $0["id"] as? String == "concentration" })
    let table = try String(decoding: JSONSerialization.data(withJSONObject: concentration), as: UTF8.self)
    #expect(!table.contains("Samir") && !table.contains("Carvalho"))
    #expect(repository.run(["report"]).output.contains("Moods are not shown"))
  }

  @Test func aShallowCloneSaysWhatItCannotSee() throws {
    let repository = try ScratchRepository()
    let quarter = try ExampleTeam.quarter.get()
    try repository.git("clone", "--quiet", "--depth", "20", "file://" + quarter.top, repository.top + "/shallow")
    repository.now = quarter.now
    let answer = repository.run(["report"], from: "shallow")
    #expect(answer.status == 0)
    #expect(answer.output.contains("History is cut at "))
  }

  @Test func standsWhereItIsAskedTo() throws {
    let quarter = try ExampleTeam.quarter.get()
    let file = quarter.top + "/../quarter-report.json"
    let answer = quarter.run(["report", "-o", file])
    #expect(answer.status == 0 && answer.output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == quarter.run(["report", "--format", "json"]).output)
  }
}
