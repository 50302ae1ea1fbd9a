import Foundation
import Testing

@testable import Similarity

/// The words under `Sources/Similarity/Words` stand in one order, so that two who add some at the same time
/// seldom touch the same line, and each stands once, so that who takes it out has taken it out.
@Suite struct WordFilesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Similarity/Words/en").standardizedFileURL

  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  /// Of these each line is a class: words that can stand for one another.
  static let classes = [
    "abbreviations.txt", "calendar.txt", "nouns-of-fields.txt", "nouns-of-trades.txt", "nouns.txt", "people.txt",
    "places.txt", "verbs.txt",
  ]

  private static func lines(_ name: String) throws -> [String] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    #expect(text.hasSuffix("\n"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    return Array(lines.drop { $0.hasPrefix("#") })
  }

  private static func isAscending(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test(arguments: names)
  func linesAreInOrder(_ name: String) throws {
    let lines = try Self.lines(name)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { !$0.isEmpty && !$0.hasPrefix("#") && $0 == $0.trimmingCharacters(in: .whitespaces) })
    for (line, next) in zip(lines, lines.dropFirst()) where !line.utf8.lexicographicallyPrecedes(next.utf8) {
      Issue.record("\(name): “\(next)” stands after “\(line)”")
    }
  }

  @Test(arguments: classes)
  func classesAreInOrderAndSayNothingTwice(_ name: String) throws {
    var linesOfWord: [String: [Set<String>]] = [:]
    for line in try Self.lines(name) {
      let words = line.components(separatedBy: ", ")
      #expect(words.count > 1, "\(name): “\(line)” is no class")
      #expect(Self.isAscending(words), "\(name): the words of “\(line)”")
      let set = Set(words)
      for word in words {
        for other in linesOfWord[word, default: []] {
          #expect(!other.isSuperset(of: set) && !set.isSuperset(of: other), "\(name): “\(line)” says nothing new")
        }
      }
      for word in words { linesOfWord[word, default: []].append(set) }
    }
  }

  @Test func irregularFormsBelongToOneWord() throws {
    var wordOfForm: [String: String] = [:]
    for line in try Self.lines("irregular.txt") {
      let forms = line.components(separatedBy: " ")
      #expect(Self.isAscending(Array(forms.dropFirst())), "\(line)")
      for form in Set(forms) {
        if let other = wordOfForm.updateValue(forms[0], forKey: form) {
          Issue.record("“\(form)” is a form of “\(other)” and of “\(forms[0])”")
        }
      }
    }
  }

  @Test func functionWordsSayWhatTheyAre() throws {
    for line in try Self.lines("function-words.txt") {
      let parts = line.utf8.split(separator: 0x20)
      #expect(parts.count > 1, "\(line)")
      for part in parts.dropFirst() { #expect(!Lexicon.Surface(named: ArraySlice(part)).isEmpty, "\(line)") }
    }
  }

  @Test func ordinaryWordsAreInNoOtherFile() throws {
    var others = Set<String>()
    for name in Self.names where !["ordinary.txt", "function-words.txt", "irregular.txt"].contains(name) {
      for line in try Self.lines(name) { others.formUnion(line.components(separatedBy: ", ")) }
    }
    for word in try Self.lines("ordinary.txt") where others.contains(word) { Issue.record("“\(word)”") }
  }

  /// A word that takes part in more classes than a token can hold would silently be in some only.
  @Test func noWordIsInTooManyClasses() {
    #expect(Lexicon.shared.crowded == 0)
  }
}
