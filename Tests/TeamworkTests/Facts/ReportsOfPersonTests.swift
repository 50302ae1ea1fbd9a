import Testing
import Text

@testable import Teamwork

struct ReportsOfPersonTests {
  private static let weeks = (0..<4).map { Week(Day("2026-09-07")! + 7 * $0) }

  private func states(_ person: String, charter: String = "", reports: [String] = []) throws -> String {
    var files = [
      "people/ana.md": "---\nname: Ana\n\(person)\n---\n",
      "teamwork.md": "---\nname: T\nvision: V\nformat: 1\n\(charter)\n---\n",
    ]
    for week in reports { files["status/\(week)/ana.md"] = "---\n---\n\n## Done\n\n- Something\n" }
    let workspace = Workspace(
      MemorySource(Dictionary(uniqueKeysWithValues: files.map { (".teamwork/\($0.key)", Array($0.value.utf8)) })),
      folder: ".teamwork")
    return workspace.reports(of: "ana").states(in: Self.weeks).map { state in
      switch state {
      case .written: "x"
      case .unasked: "+"
      case .away: "-"
      case .none: "."
      case .notDue: " "
      }
    }.joined()
  }

  @Test func nobodyIsDueWhereNoRhythmWasAgreed() throws {
    #expect(try states("", reports: ["2026-W38"]) == " +  ")
    #expect(try states("", charter: "cadence: none", reports: ["2026-W38"]) == " +  ")
    #expect(try states("cadence: weekly", reports: ["2026-W38"]) == ".x..")
    #expect(try states("", charter: "cadence: weekly", reports: ["2026-W38"]) == ".x..")
    #expect(try states("away: {from: 2026-09-09, to: 2026-09-15}") == "-   ")
  }

  @Test func everySecondWeekIsCoveredByTheOneBefore() throws {
    #expect(try states("cadence: biweekly", reports: ["2026-W36", "2026-W38"]) == " x .")
    // Sooner than that nobody had asked for it.
    #expect(try states("cadence: biweekly", reports: ["2026-W36", "2026-W37"]) == "+ ..")
    #expect(try states("", charter: "cadence: biweekly", reports: ["2026-W37"]) == "x ..")
  }

  @Test func aMonthlyReportCoversThreeWeeks() throws {
    #expect(try states("cadence: monthly", reports: ["2026-W36"]) == "   .")
  }

  @Test func nobodyIsDueBeforeTheyComeAndAfterTheyLeave() throws {
    #expect(try states("cadence: weekly\nsince: 2026-09-16\nuntil: 2026-09-25") == " .. ")
  }

  @Test func threeWorkingDaysOfAbsenceExcuse() throws {
    #expect(try states("cadence: weekly\naway: {from: 2026-09-09, to: 2026-09-15}") == "-...")
    // A weekend is none of them.
    #expect(try states("cadence: weekly\naway: {from: 2026-09-12, to: 2026-09-15}") == "....")
  }

  @Test func anUntouchedTemplateIsNoReport() throws {
    let files = [
      ".teamwork/people/ana.md": "---\nname: Ana\n---\n",
      ".teamwork/status/2026-W37/ana.md": "---\n---\n\n## Done\n\n- {{what was done}}\n",
    ]
    let workspace = Workspace(MemorySource(files.mapValues { Array($0.utf8) }), folder: ".teamwork")
    let report = try #require(workspace.records.first { $0.kind == .status })
    #expect(!report.isWritten(in: workspace))
  }

  @Test func aTidyNothingSaysNothing() throws {
    let lines = ["None.", "n/a", "No blockers!", "No answer", "None of the 3"]
    let file = "---\n---\n\n## Blocked\n\n" + lines.map { "- \($0)\n" }.joined()
    let workspace = Workspace(MemorySource([".teamwork/status/2026-W37/ana.md": Array(file.utf8)]), folder: ".teamwork")
    let report = try #require(workspace.records.first { $0.kind == .status })
    #expect(report.statusEntries(in: workspace).map(\.saysNothing) == [true, true, true, false, false])
  }
}
