import TestSupport
import Testing

@testable import Teamwork

/// Equal tasks of one goal are the same work unless they stand under different things.
@Suite struct TaskContextsTests {
  private static let words = "Write the migration guide"

  private func rules(_ bodies: String...) -> [String] {
    var files: [String: String] = [:]
    for (index, body) in bodies.enumerated() { files["goals/g\(index).md"] = Tree.goal(body) }
    return Tree(files).rules
  }

  static let apart = [
    "## Alpha\n\n- [ ] STEP\n\n## Beta\n\n- [ ] STEP\n",
    "# Plan\n\n## Alpha\n\n- [ ] STEP\n\n## Beta\n\n### Later\n\n- [ ] STEP\n",
    "**Alpha**\n\n- [ ] STEP\n\n**Beta**\n\n- [ ] STEP\n",
    "__Alpha:__\n- [ ] STEP\n\n__Beta:__\n- [ ] STEP\n",
    "**Alpha**:\n\n- [ ] STEP\n\n**Beta**:\n\n- [ ] STEP\n",
    "## Tasks\n\n**Alpha**\n\nFirst of all.\n\n- [ ] STEP\n\n**Beta**\n\nThen the rest.\n\n- [ ] STEP\n",
    "For Alpha:\n\n- [ ] STEP\n\nFor Beta:\n\n- [ ] STEP\n",
    "- [ ] Alpha\n  - [ ] STEP\n- [ ] Beta\n  - [ ] STEP\n",
    "- Alpha\n  - [ ] STEP\n- Beta\n  - [ ] STEP\n",
    "- **Alpha**\n\n  - [ ] STEP\n- **Beta**\n\n  - [ ] STEP\n",
    "1. Alpha\n   - Draft\n     - [ ] STEP\n2. Beta\n   - Draft\n     - [ ] STEP\n",
    "- [x] Alpha\n  - [ ] STEP\n- [ ] Beta\n  - [ ] STEP\n",
    "<details><summary>Alpha</summary>\n\n- [ ] STEP\n\n</details>\n\n<details><summary>Beta</summary>\n\n- [ ] STEP\n\n</details>\n",
  ]

  @Test(arguments: apart)
  func stepsOfDifferentThingsAreNoDuplicates(_ body: String) {
    for text in [Self.words, "Document"] {
      #expect(rules(body.replacing("STEP", with: text)) == [])
    }
    let two = body.replacing("- [ ] STEP", with: "- [ ] STEP\n@@- [ ] Say goodbye to the old one")
    #expect(rules(indented(two).replacing("STEP", with: Self.words)) == [])
  }

  /// `@@` stands for the indentation of the line before.
  private func indented(_ text: String) -> String {
    var indentation = ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("@@") { return indentation + line.dropFirst(2) }
      indentation = String(line.prefix { $0 == " " })
      return String(line)
    }.joined(separator: "\n")
  }

  @Test(arguments: apart)
  func butTwiceUnderOneOfThemIs(_ body: String) {
    let first = body.split(separator: "\n", omittingEmptySubsequences: false).first { $0.contains("STEP") } ?? ""
    let twice = body.replacing(first, with: first + "\n" + first, maxReplacements: 1)
    #expect(rules(twice.replacing("STEP", with: Self.words)) == ["duplicate-task"])
    #expect(rules(twice.replacing("STEP", with: "Document")) == ["duplicate-task"])
  }

  @Test(arguments: [
    "- [ ] STEP\n- [ ] STEP\n",
    "- [ ] STEP\n\nIn between, some prose.\n\n- [ ] STEP\n",
    "## Alpha\n\n- [ ] STEP\n\nAnd later on.\n\n- [ ] STEP\n",
    "- [ ] Alpha\n  - [ ] STEP\n  - [ ] Other things\n  - [ ] STEP\n",
    "## Tasks\n\n- [ ] STEP\n\n## Next steps\n\n- [ ] STEP\n",
  ])
  func tasksOfOnePlaceAreDuplicates(_ body: String) {
    for text in [Self.words, "Document"] {
      #expect(rules(body.replacing("STEP", with: text)) == ["duplicate-task"])
    }
  }

  @Test(arguments: [
    "- [ ] STEP\n\n## Alpha\n\n- [ ] STEP\n",
    "## Alpha\n\n- [ ] STEP\n\n### Later\n\n- [ ] STEP\n",
    "- [ ] STEP\n  - [ ] STEP\n",
    "- [ ] STEP\n- [ ] Alpha\n  - [ ] STEP\n",
    "## Alpha\n\n- [ ] STEP\n\n## Ownership and team asks\n\n- [ ] STEP\n",
    "## Next steps:\n\n- [ ] STEP\n\n## Beta\n\n### To do\n\n- [ ] STEP\n",
  ])
  func tasksOfAPlaceAndAPartOfItAreWhereTheySayEnough(_ body: String) {
    #expect(rules(body.replacing("STEP", with: Self.words)) == ["duplicate-task"])
    #expect(rules(body.replacing("STEP", with: "Document")) == [])
  }

  @Test func inDifferentGoalsWhatTheyStandUnderDoesNotMatter() {
    let (alpha, beta) = ("## Alpha\n\n- [ ] \(Self.words)\n", "- Beta\n  - [ ] \(Self.words)\n")
    #expect(rules(alpha, beta) == ["duplicate-task"])
    #expect(rules(alpha, beta, "**Gamma**\n\n- [ ] \(Self.words)\n") == ["duplicate-task"])
    #expect(rules("## Alpha\n\n- [ ] Document\n", "- Beta\n  - [ ] Document\n") == [])
    // What is a step of several things here is no clear work elsewhere.
    #expect(rules(alpha + "\n## Beta\n\n- [ ] \(Self.words)\n", "- [ ] \(Self.words)\n") == [])
  }

  @Test func similarTasksFollowTheSameLine() {
    let other = "Writing guides for the migration"
    #expect(rules("- [ ] \(Self.words)\n- [ ] \(other)\n") == ["similar-task"])
    #expect(rules("- [ ] \(Self.words)\n- [ ] Alpha\n  - [ ] \(other)\n") == ["similar-task"])
    #expect(rules("- [ ] Alpha\n  - [ ] \(Self.words)\n- [ ] Beta\n  - [ ] \(other)\n") == [])
    #expect(rules("**Alpha**\n\n- [ ] \(Self.words)\n\n**Beta**\n\n- [ ] \(other)\n") == [])
    #expect(rules("## Alpha\n\n- [ ] \(Self.words)\n", "## Beta\n\n- [ ] \(other)\n") == ["similar-task"])
  }
}
