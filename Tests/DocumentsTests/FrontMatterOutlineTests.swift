import Testing

@testable import Documents

/// Front matter that need not be YAML.
@Suite struct Outlines {
  private func told(_ text: String) -> [String] {
    let source = SourceText(Array(text.utf8))
    return FrontMatterOutline(source).blocks.map { block in
      "\(block.isSuggested ? "#" : "")\(block.key?.text ?? "-")=\(source.text(block.value))|\(source.text(block.range).count { $0.isNewline })"
    }
  }

  @Test func fieldsHaveTheLinesThatBelongToThem() {
    #expect(
      told("---\ntitle: {{title}}\nowners:\n  - ana\n- ben\n# due: 2026-12-01\n# a word\n\nwhy: |\n  one\n---\nx: y\n")
        == [
          "title={{title}}|1", "owners=|3", "#due=2026-12-01|1", "-=|1", "-=|1", "why=||2",
        ])
  }

  @Test func whatIsBeingTypedHasAnOutline() {
    #expect(told("---\ntitle: \"open\nowners: [ana,\nsta") == ["title=\"open|1", "owners=[ana,|1", "-=|0"])
    #expect(told("---\nstatus:") == ["status=|0"] && told("---\n") == [] && told("# due: x\n") == [])
    #expect(told("\u{FEFF}---\r\nname: José \r\n---\r\n") == ["name=José|1"])
  }

  @Test func blocksAreTheWholeContent() {
    for text in ["---\na: b\n\n  c\n- d\n---\n", "---\n x\na:b\nü-1: x\n---", "---\n---\n", "---\na"] {
      let source = SourceText(Array(text.utf8))
      let outline = FrontMatterOutline(source)
      #expect(outline.blocks.map { source.text($0.range) }.joined() == outline.content.map { source.text($0) })
      for block in outline.blocks where !block.range.isEmpty {
        #expect(outline.block(at: block.range.lowerBound)?.range == block.range)
      }
    }
  }
}
