import Teamwork
import Testing

@testable import Reports

@Suite struct GraphTests {
  private func workspace(_ files: [String: String]) -> Workspace {
    var all: [String: [UInt8]] = [
      ".teamwork/teamwork.md": Array("---\nname: Kitchen\nvision: Everyone eats\nformat: 1\n---\n".utf8)
    ]
    for (path, text) in files { all[".teamwork/" + path] = Array(text.utf8) }
    return Workspace(MemorySource(all), folder: ".teamwork")
  }

  private func goal(_ title: String, _ fields: String = "", body: String = "") -> String {
    "---\ntitle: '\(title)'\nstatus: on-track\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"
  }

  @Test func goalsLeadUpAndNeedOthers() {
    let graph = Graph.goals(
      workspace([
        "goals/a.md": goal("Soup"), "goals/b.md": goal("Bread", "parent: a\nneeds: [c, gone]"),
        "goals/c.md": goal("Flour", "parent: a"), "goals/d.md": goal("Alone"),
      ]))
    #expect(
      graph.mermaid == """
        ---
        title: "The goals of Kitchen"
        ---
        flowchart BT
          n0["Soup<br>on track"]:::plain
          n1["Bread<br>on track"]:::plain
          n2["Flour<br>on track"]:::plain
          n3["Alone<br>on track"]:::plain
          n1 --> n0
          n1 -.-> n2
          n2 --> n0
          classDef plain stroke-width:1px

        """)
    #expect(graph.dot.contains("  \"goal/b\" -> \"goal/c\" [style=dashed]\n"))
    #expect(graph.svg.contains("<title>Bread needs Flour</title>"))
    #expect(graph.svg.contains(">Everyone eats</text>"))
    // Alone: no goal, and no why.
    #expect(graph.tree?.without.map(\.id) == ["d"])
  }

  @Test func labelsBringNoMarkup() {
    let graph = Graph.goals(
      workspace([
        "goals/a.md": goal("\"]; click n0 <b>&lt; %%{init}%% `x` \\\\N # _y_"), "goals/b.md": goal("1. - *x*"),
      ]))
    #expect(
      graph.mermaid.contains(
        "n0[\"#34;#93;#59; click n0 #60;b#62;#38;lt#59; #37;#37;#123;init#125;#37;#37; #96;x#96; #92;#92;N #35; #95;y#95;<br>on track\"]"
      ))
    #expect(graph.mermaid.contains("n1[\"1#46; #45; #42;x#42;<br>"))
    #expect(graph.dot.contains(#"[label="\"]; click n0 <b>&amp;lt; %%{init}%% `x` \\\\N # _y_\non track"]"#))
    let elements = MarkupReader.elements(of: graph.svg)
    #expect(!elements.contains { $0.name == "b" })
    #expect(
      elements.contains { $0.name == "text" && $0.text.contains("\"]; click n0 <b>&lt; %%{init}%% `x` \\\\N # _y_") })
  }

  @Test func tasksNeedTasksOfOtherGoals() {
    let graph = Graph.tasks(
      workspace([
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.org]\n---\n",
        "goals/a.md": goal(
          "Soup",
          body:
            "- [ ] Cook @ana needs:b^bake,cut ^cook\n- [x] Cut ^cut\n- [-] Never needs:cook\n- [ ] Eat needs:nothing,cook\n"
        ),
        "goals/b.md": goal("Bread", body: "- [ ] Bake ^bake\n"),
      ]))
    #expect(graph.nodes.map(\.id) == ["a^cook", "a^cut", "a^4", "b^bake"])
    #expect(graph.nodes.map(\.detail) == ["Ana", "nobody yet", "nobody yet", "nobody yet"])
    #expect(graph.groups == ["Soup", "Bread"])
    #expect(graph.edges.map { [$0.from, $0.to] } == [[0, 3], [0, 1], [2, 0]])
    #expect(graph.layers() == [1, 0, 2, 0])
    #expect(
      graph.mermaid.contains("  subgraph g1[\"Bread\"]\n    n3[\"Bake<br>nobody yet<br>open\"]:::planned\n  end\n"))
    #expect(!MarkupReader.elements(of: graph.svg).isEmpty)
  }

  @Test func ofManyTasksOnlyLinkedOnesAreDrawn() {
    let list = (0..<30).map { "- [ ] Task \($0)\($0 == 7 ? " needs:t3" : "") ^t\($0)\n" }.joined()
    let graph = Graph.tasks(workspace(["goals/a.md": goal("Soup", body: list)]))
    #expect(graph.nodes.map(\.id) == ["a^t3", "a^t7"])
    #expect(graph.edges.map { [$0.from, $0.to] } == [[1, 0]])
  }

  @Test func requestsHaveStatesAndTeams() {
    let graph = Graph.requests(
      workspace([
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.org]\nteams: [press]\n---\n",
        "teams/press.md": "---\nname: Press\n---\n",
        "requests/r.md": "---\ntitle: A poster\nfrom: ana\nto: press\nstatus: accepted\n---\n",
        "requests/s.md": "---\ntitle: Another\nfrom: gone\nto: ana\nstatus: open\n---\n",
      ]))
    #expect(graph.nodes.map(\.id) == ["person/ana", "team/press", "gone"])
    #expect(graph.nodes[0].detail == "Press")
    #expect(graph.mermaid.contains("  n0 -->|\"A poster<br>accepted\"| n1\n"))
    #expect(graph.dot.contains("  \"gone\" -> \"person/ana\" [label=\"Another\\nopen\"]\n"))
    #expect(graph.svg.contains("Ana asks Press: A poster, accepted"))
    #expect(!MarkupReader.elements(of: graph.svg).isEmpty)
  }

  @Test func circlesAndLongChainsAreDrawn() {
    let circle = Graph.goals(
      workspace([
        "goals/a.md": goal("A", "parent: b"), "goals/b.md": goal("B", "parent: a"),
        "goals/c.md": goal("C", "parent: c"),
      ]))
    #expect(circle.tree?.branches.map(\.id) == ["a"])
    #expect(circle.tree?.branches.first?.children.map(\.id) == ["b"])
    #expect(circle.tree?.without.map(\.id) == ["c"])
    var files: [String: String] = [:]
    for number in 0..<2000 {
      files["goals/g\(number).md"] = goal("G\(number)", "why: x\n" + (number > 0 ? "parent: g\(number - 1)" : ""))
    }
    let chain = Graph.goals(workspace(files))
    let tree = chain.tree.map { $0.branches.flatMap { [$0] + $0.descendants } } ?? []
    #expect(tree.count == 2000)
    #expect(chain.svg.utf8.count > 100_000)
    let tasks = Graph.tasks(
      workspace(["goals/a.md": goal("A", body: "- [ ] X needs:y ^x\n- [ ] Y needs:x ^y\n- [ ] Z needs:z ^z\n")]))
    #expect(tasks.edges.count == 2)
    #expect(Set(tasks.layers()) == [0, 1])
  }

  @Test func nothingIsADrawingThatSaysSo() {
    let empty = workspace([:])
    let loose = workspace(["goals/a.md": goal("A", body: (0..<30).map { "- [ ] Task \($0)\n" }.joined())])
    let graphs = [
      (Graph.goals(empty), "There is no goal yet."), (Graph.tasks(empty), "There is no task yet."),
      (Graph.requests(empty), "There is no request yet."),
      // There are tasks, only none to draw.
      (Graph.tasks(loose), "None of the 30 tasks needs another."),
    ]
    for (graph, absence) in graphs {
      #expect(graph.isEmpty && graph.absence == absence)
      let svg = graph.drawable.svg
      #expect(MarkupReader.elements(of: svg).contains { $0.name == "svg" }, "\(svg)")
      #expect(svg.contains(">\(absence)<"), "\(svg)")
      #expect(graph.drawable.dot.contains("\"nothing\" [label=\"\(absence)\"]"))
      #expect(graph.drawable.mermaid.contains("n0[\"\(absence)\"]"), "\(graph.drawable.mermaid)")
    }
    let one = Graph.tasks(workspace(["goals/a.md": goal("A", body: "- [ ] Task\n")]))
    #expect(!one.isEmpty && one.drawable.nodes.map(\.id) == one.nodes.map(\.id))
  }
}
