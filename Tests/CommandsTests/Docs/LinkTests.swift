import Foundation
import TestSupport
import Testing

/// That links within the project lead somewhere: in `README.md`, the other pages at its top, and `docs/`.
@Suite struct Links {
  static let pages: [String] = {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: projectFolder)) ?? []
    return Set(top.filter { $0.hasSuffix(".md") } + Documentation.pages).sorted()
  }()

  @Test func everyLinkLeadsSomewhere() throws {
    var known: [String: [String]] = [:]
    for path in Self.pages {
      for link in Self.links(try Documentation.text(path)) {
        if let fault = Self.fault(link.target, from: path, &known) {
          Issue.record("\(path):\(link.line): \(link.target): \(fault)")
        }
      }
    }
  }

  /// Every question has its line in the page's own list, and in the list of all.
  @Test(arguments: Documentation.pages.filter { $0.hasPrefix("docs/howto/") && !$0.hasSuffix("README.md") })
  func everyQuestionIsListed(_ path: String) throws {
    let name = String(path.dropFirst("docs/howto/".count))
    let page = try Documentation.text(path)
    let own = Self.links(page).map(\.target)
    let all = Self.links(try Documentation.text("docs/howto/README.md")).map(\.target)
    #expect(all.contains(name))
    for anchor in Self.anchors(page).dropFirst() {
      #expect(own.contains("#" + anchor))
      #expect(all.contains("\(name)#\(anchor)"))
    }
  }

  @Test func anchorsAreMadeAsForgesMakeThem() {
    let page =
      "# How to …\n\n## `tw ask`, and *why*?\n\n## Same\n\n## Same\n\n```sh\n# no heading\n```\n\n## With [a link](x.md)\n"
    #expect(Self.anchors(page) == ["how-to-", "tw-ask-and-why", "same", "same-1", "with-a-link"])
  }

  @Test func aLinkToNothingIsFound() {
    var known: [String: [String]] = [:]
    #expect(Self.fault("format.md#goal", from: "docs/rules.md", &known) == nil)
    #expect(Self.fault("../README.md#in-ci", from: "docs/rules.md", &known) == nil)
    #expect(Self.fault("format.md#goals-of-others", from: "docs/rules.md", &known) == "no such heading")
    #expect(Self.fault("nowhere.md", from: "docs/rules.md", &known) == "no such file")
    #expect(Self.fault("#duplicate-task", from: "docs/rules.md", &known) == nil)
    #expect(Self.fault("#duplicate", from: "docs/rules.md", &known) == "no such heading")
    #expect(
      Self.links("[a](b.md) and [`c`](<d e.md>), `[no](code)`\n\n```\n[no](block)\n```\n<img src=\"f.png\">\n").map(
        \.target) == ["b.md", "d e.md", "f.png"])
  }

  // MARK: -

  /// - Parameter known: the anchors of pages that were looked at, by path.
  private static func fault(_ target: String, from page: String, _ known: inout [String: [String]]) -> String? {
    if target.contains("://") || target.hasPrefix("mailto:") { return nil }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].removingPercentEncoding ?? parts[0]
    let url = URL(fileURLWithPath: projectFolder + "/" + page)
    let file = name.isEmpty ? url : url.deletingLastPathComponent().appendingPathComponent(name).standardizedFileURL
    guard file.path.hasPrefix(projectFolder + "/") else { return "outside the project" }
    guard FileManager.default.fileExists(atPath: file.path) else { return "no such file" }
    guard parts.count == 2, file.pathExtension == "md" else { return nil }
    let found = known[file.path] ?? anchors((try? String(contentsOf: file, encoding: .utf8)) ?? "")
    known[file.path] = found
    return found.contains(parts[1]) ? nil : "no such heading"
  }

  private static func links(_ text: String) -> [(target: String, line: Int)] {
    prose(text).flatMap { line -> [(target: String, line: Int)] in
      guard line.text.contains("](") || line.text.contains("=\"") else { return [] }
      let plain = line.text.replacing(/`[^`]*`/, with: "code")
      let inText = plain.matches(of: /\]\((?:<([^>]*)>|([^)\s]*))[^)]*\)/).map { String($0.1 ?? $0.2 ?? "") }
      let inTags = plain.matches(of: /(?:src|srcset|href)="([^"]*)"/).map { String($0.1) }
      return (inText + inTags).map { ($0, line.number) }
    }
  }

  /// The names that GitHub and GitLab give to headings.
  private static func anchors(_ text: String) -> [String] {
    var seen: [String: Int] = [:]
    return prose(text).compactMap { line -> String? in
      guard line.text.hasPrefix("#"), let match = line.text.wholeMatch(of: /#{1,6} +(.*?)(?: +#+)? */) else {
        return nil
      }
      let title = match.1.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }.lowercased()
      let name = String(
        title.unicodeScalars.compactMap { scalar -> Character? in
          if scalar == " " { return "-" }
          return scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil ? Character(scalar) : nil
        })
      let number = seen[name, default: 0]
      seen[name] = number + 1
      return number == 0 ? name : "\(name)-\(number)"
    }
  }

  /// The lines outside code blocks.
  private static func prose(_ text: String) -> [(text: String, number: Int)] {
    var fence: String?
    return text.components(separatedBy: "\n").enumerated().compactMap { number, line in
      if line.contains("```") || line.contains("~~~"), let mark = line.prefixMatch(of: /\ *(`{3,}|~{3,})/) {
        let own = String(mark.1)
        if fence == nil { fence = own } else if let open = fence, own.hasPrefix(open) { fence = nil }
        return nil
      }
      return fence == nil ? (line, number + 1) : nil
    }
  }
}
