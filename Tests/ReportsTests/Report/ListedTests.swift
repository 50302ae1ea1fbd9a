import TestSupport
import Testing

@testable import Reports

/// What is declared is listed: a measure without a list is never explained, a section without one never told.
@Suite struct Listed {
  private static let report: Report = {
    var story = ToldStory()
    story.commit("2026-09-01", by: "ana@example.com", "Begin", Team.three)
    return Report(story.input(from: "2026-09-01", to: "2026-09-30"))
  }()

  @Test func everyMeasureThatIsDeclaredIsListedAndMade() throws {
    let declared = try ProjectFile.all(below: "Sources/Reports").flatMap { file in
      file.text.matches(of: /(?:MeasureDefinition|\.init)\(\s*"([a-z-]+)", "[^"]+", \.\w+,/).map { String($0.1) }
    }
    #expect(declared.sorted() == MeasureDefinition.all.map(\.name).sorted())
    let made = Self.report.sections.flatMap { $0.measures.map(\.definition.name) }
    #expect(Set(made) == Set(declared))
  }

  @Test func everySectionIsToldInItsPlace() {
    #expect(Self.report.sections.map(\.id) == SectionID.allCases)
  }

  @Test func everySectionThatMeasuresHasItsDefinitions() {
    #expect(Set(MeasureDefinition.all.map(\.section)) == Set(SectionID.allCases))
  }
}
