import Teamwork
import Testing

@testable import Reports

struct ResponsibilitiesSectionTests {
  private func value(_ name: String, _ section: Section) -> String {
    section.measures.first { $0.definition.name == name }?.shown ?? "none of that name"
  }
  private func make(_ files: [String: String?]) -> Section {
    var story = ToldStory()
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three + files)
    return ResponsibilitiesSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
  }

  private func said(_ section: Section) -> String { section.finding.map(\.plain).joined(separator: "\n") }

  @Test func saysWhoCarriesWhatAndWhereNobodyIs() throws {
    let section = make(
      Team.goal("beta", "status: on-track\nowners: [ben]", "- [ ] Draw @ana\n- [ ] Cut\n- [-] Sew")
        + Team.goal("gamma", "status: proposed", "- [ ] Order role:buyer\n- [ ] Pay role:nobody-yet")
        + Team.goal("old", "status: done\nowners: [chi]", "- [ ] Forgotten")
        + [
          "roles/buyer.md": "---\ntitle: Buyer\nholders: [ana]\nresponsibilities: [Buys, {id: pay, does: Pays}]\n---\n",
          "roles/nobody-yet.md": "---\ntitle: Payer\nresponsibilities: [Pays well]\n---\n",
        ])
    guard case .matrix(let matrix)? = section.figures.first?.content else { throw Unexpected() }
    #expect(matrix.columns == ["Ana", "Ben"])
    #expect(matrix.groups.flatMap(\.rows).map(\.title) == ["Beta", "Gamma"])
    #expect(matrix.groups[0].rows[0].parts.mapValues(\.words) == [0: "has tasks", 1: "owner, no task"])
    #expect(matrix.groups[0].rows[1].parts.mapValues(\.words) == [0: "holds the role"])
    #expect(matrix.groups[0].rows.map(\.gaps) == [1, 1])
    #expect(section.figures.first?.title == "Two open tasks have nobody yet, and one goal no owner")
    #expect(
      said(section).hasPrefix(
        """
        Two people have a part in the two open goals, and one of them takes part in more than one and so joins the goals together.
        “Gamma” has no owner yet. Two open tasks name nobody yet; one of them lies in a goal with one owner, to whom it falls until somebody takes it. \
        In one goal an owner has no task of their own.
        """))
    #expect(
      said(section).contains(
        "Each of the two responsibilities has a single holder: who could stand in? “Payer” has nobody yet."))
    #expect(value("goals-owned", section) == "1 of 2")
    #expect(value("tasks-owned", section) == "2 of 4")
    #expect(value("responsibilities-held-by-one", section) == "2 of 2")
    #expect(value("vacant-roles", section) == "1")
    #expect(value("goals-resting-on-one", section) == "1 of 2")
  }

  @Test func saysWhoWaitsForWhom() throws {
    let section = make(
      Team.goal(
        "beta", "status: on-track\nowners: [ana]",
        "- [ ] Cook @ana needs:shop,gamma^water ^cook\n- [ ] Shop @ben due:2026-10-01 ^shop\n- [ ] Eat @ben @ana needs:cook"
      )
        + Team.goal(
          "gamma", "status: on-track\nowners: [chi]",
          "- [ ] Fetch water ^water\n- [x] Wood @chi ^wood\n- [ ] Fire @chi needs:wood"))
    #expect(
      said(section).contains(
        "One open task waits for a task of somebody else. One task that others wait for has nobody yet."))
    let table = try #require(section.figures.first { $0.id == "who-waits" }?.table)
    #expect(
      table.rows.map { $0.map(\.plain) } == [
        ["Ana", "Cook (Beta)", "Ben", "Shop, due 1 Oct"], ["Ana", "Cook (Beta)", "nobody yet", "Fetch water (Gamma)"],
      ])
  }

  /// Among four, everybody could be told by their number.
  @Test(arguments: [(4, false), (5, true)])
  func tellsLoadWithoutNamesAndOnlyOfFive(_ people: Int, _ isTold: Bool) throws {
    var files: [String: String?] = [:]
    for number in 0..<people { files = files + Team.person("p\(number)", "Person \(number)") }
    let tasks = (0..<people).flatMap { number in (0...number).map { "- [ ] Task \(number) \($0) @p\(number)" } }.joined(
      separator: "\n")
    let section = make(files + Team.goal("beta", "status: on-track\nowners: [p0]", tasks))
    let load = section.figures.first { $0.id == "load" }
    #expect((load != nil) == isTold)
    guard let load else { return }
    #expect(load.title == "Half of the open tasks lie with two of five people who have any")
    #expect(
      load.table.rows.map { $0.map(\.plain) } == [
        ["none", "3"], ["one", "1"], ["two or three", "2"], ["four to six", "2"],
      ])
    #expect(!load.table.rows.flatMap { $0 }.contains { $0.plain.contains("Person") })
  }

  @Test func keepsColumnsForThoseWhoJoinGoals() throws {
    var files: [String: String?] = [:]
    for number in 0..<40 { files = files + Team.person("p\(number)", "Person \(number + 10)") }
    // Everybody has two goals but the last ten, who have one.
    for number in 0..<40 {
      files =
        files
        + Team.goal(
          "g\(number)", "status: on-track\nowners: [p\(number)\(number < 30 ? ", p\((number + 1) % 30)" : "")]")
    }
    let section = make(files)
    guard case .matrix(let matrix)? = section.figures.first?.content else { throw Unexpected() }
    #expect(matrix.columns.count == 24)
    #expect(matrix.columns == matrix.columns.sorted())
    let rows = matrix.groups.flatMap(\.rows)
    #expect(rows.count == 40)
    // Nobody is lost: 30 goals with two owners, ten with one.
    #expect(rows.reduce(0) { $0 + $1.parts.count + $1.others.count } == 70)
  }

  @Test func tellsHowRolesFoundTheirHolders() {
    var story = ToldStory()
    func role(_ holders: String) -> [String: String?] {
      ["roles/buyer.md": "---\ntitle: Buyer\n\(holders)responsibilities: [Buys]\n---\n"]
    }
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three + role(""))
    story.commit("2026-09-03", by: "ana@example.com", "Take it", role("holders: [ana]\n"))
    story.commit("2026-09-09", by: "ana@example.com", "Hand over", role("holders: [ben]\n"))
    let section = ResponsibilitiesSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(
      said(section).contains(
        "“Buyer”, which nobody held, went to Ana on 3 September (0000002). “Buyer” went from Ana to Ben on 9 September (0000003)."
      ))
    #expect(section.missing.map(\.command) == ["tw new goal 'What will be true'"])
  }
}
