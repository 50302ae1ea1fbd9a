import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct MergeFileTests {
  private static let labels = (ours: "ours", theirs: "the other one")

  private func merge(_ base: String, _ ours: String, _ theirs: String, size: Int = 7) throws -> (
    text: String, isClean: Bool
  ) {
    let merged = try MergeFile.merge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), labels: Self.labels, markerSize: size)
    return (String(decoding: merged.bytes, as: UTF8.self), merged.isClean)
  }

  @Test func whatDoesNotCollideIsMerged() throws {
    let merged = try merge("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n")
    #expect(merged.isClean && merged.text == "A\nb\nc\nd\nE\n")
    let both = try merge("a\n", "b\n", "b\n")
    #expect(both.isClean && both.text == "b\n")
  }

  @Test(arguments: [7, 3, 20]) func whatCollidesStandsBetweenMarkers(size: Int) throws {
    let merged = try merge("a\nb\nc\n", "a\nB\nc\n", "a\n\u{df}\nc\n", size: size)
    func marker(_ sign: String) -> String { String(repeating: sign, count: size) }
    #expect(!merged.isClean)
    #expect(merged.text == "a\n\(marker("<")) ours\nB\n\(marker("="))\n\u{df}\n\(marker(">")) the other one\nc\n")
  }

  @Test func emptyFilesAndMissingLineEnds() throws {
    #expect(try merge("", "", "").text == "")
    #expect(try merge("a\n", "", "a\n").text == "")
    let added = try merge("", "a\n", "b\n")
    #expect(!added.isClean && added.text.contains("a\n=======\nb\n"))
    let unended = try merge("a\nb\n", "a\nb", "a\nb\n")
    #expect(unended.isClean && unended.text == "a\nb")
    // Without an end a line is another one.
    let conflict = try merge("a", "b", "c")
    #expect(conflict.text.contains("<<<<<<< ours\nb\n=======\nc\n>>>>>>> the other one"))
  }

  @Test func bytesThatAreNoTextAreKept() throws {
    let merged = try MergeFile.merge(
      base: [0x61, 0x0A, 0x62, 0x0A, 0x63, 0x0A, 0x64, 0x0A], ours: [0xFF, 0x0A, 0x62, 0x0A, 0x63, 0x0A, 0x64, 0x0A],
      theirs: [0x61, 0x0A, 0x62, 0x0A, 0x63, 0x0A, 0xFE, 0x0D, 0x0A], labels: Self.labels)
    #expect(merged.isClean)
    #expect(merged.bytes == [0xFF, 0x0A, 0x62, 0x0A, 0x63, 0x0A, 0xFE, 0x0D, 0x0A])
  }

  /// The same as the real `git merge-file` makes of it.
  @Test func agreesWithGit() throws {
    let repository = try ScratchRepository()
    var state: UInt64 = 7
    func random(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    func changed(_ lines: [String]) -> [String] {
      var lines = lines
      for _ in 0...random(3) {
        let place = Int(random(UInt64(lines.count)))
        switch random(3) {
        case 0: lines[place] = "changed \(random(5))"
        case 1: lines.insert("new \(random(5))", at: place)
        default: if lines.count > 2 { lines.remove(at: place) }
        }
      }
      return lines
    }
    for round in 0..<25 {
      let base = (0..<8).map { "line \($0 % 6)" }
      let texts = [base, changed(base), changed(base)].map { $0.joined(separator: "\n") + "\n" }
      for (name, text) in zip(["o", "a", "b"], texts) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: repository.top + "/" + name))
      }
      let merged = try merge(texts[0], texts[1], texts[2])
      // It ends with the number of conflicts.
      let script = "git merge-file -p -L ours -L base -L 'the other one' a o b; exit 0"
      let expected = try repository.git(["-c", "alias.merged=!\(script)", "merged"])
      #expect(merged.text == String(decoding: expected, as: UTF8.self), "round \(round)")
      #expect(merged.isClean == !merged.text.contains("<<<<<<<"), "round \(round)")
    }
  }
}
