import Foundation
import TestSupport
import Testing

@testable import Documents

private func read(_ text: String, _ limits: Limits = Limits()) -> Document {
  Document(Array(text.utf8), limits: limits)
}

private func mapping(_ document: Document) throws -> YAMLMapping {
  guard case .mapping(let mapping) = document.frontMatter else {
    throw Failure(description: "no mapping: \(document.diagnostics.map(\.message))")
  }
  return mapping
}

private struct Failure: Error, CustomStringConvertible { var description: String }

/// Keys and values as they stand in the file, collections written as their items' sources.
private func sources(_ node: YAMLNode, _ document: Document) -> String {
  switch node.content {
  case .scalar: document.text(node.range)
  case .sequence(let items): "[" + items.map { sources($0, document) }.joined(separator: ",") + "]"
  case .mapping(let mapping):
    "{" + mapping.entries.map { document.text($0.keyRange) + "=" + sources($0.value, document) }.joined(separator: ",")
      + "}"
  }
}

@Suite struct FrontMatterPlaces {
  @Test(arguments: [
    ("a: plain text  # why\n", "{a=plain text}"),
    ("a:   x\nb:\ty\n", "{a=x,b=y}"),
    ("a: 'it''s'\nb: \"q\\\"\"\n", "{a='it''s',b=\"q\\\"\"}"),
    ("'a': x\n\"b\": y\n", "{'a'=x,\"b\"=y}"),
    ("a: [x, 'y', [z]]\nb: {c: d, e: [f]}\n", "{a=[x,'y',[z]],b={c=d,e=[f]}}"),
    ("a:\n  - x\n  - b: y\n    c: z\n", "{a=[x,{b=y,c=z}]}"),
    ("a:\n- x\n- y\nb: z\n", "{a=[x,y],b=z}"),
    ("a: one\n  two\nb: y\n", "{a=one\n  two,b=y}"),
    ("a: |\n  one\n  two\n\nb: y\n", "{a=|\n  one\n  two,b=y}"),
    ("a: >-\n  one\n  two\nb: y\n", "{a=>-\n  one\n  two,b=y}"),
    ("äö: éß 😀\nb: ü\n", "{äö=éß 😀,b=ü}"),
    ("a: 😀\nb: [ä, x]\nc: \"ö\"\n", "{a=😀,b=[ä,x],c=\"ö\"}"),
    ("a:\nb: ''\nc: ~\n", "{a=,b='',c=~}"),
  ])
  func areThoseOfTheFile(_ text: String, _ expected: String) throws {
    for (start, end) in [("", "\n"), ("\u{FEFF}", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n")] {
      let lines = { (text: String) in
        end == "\n" ? text : String(decoding: text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
      }
      let document = read(start + lines("---\n" + text + "---\nbody\n"))
      let root = YAMLNode(content: .mapping(try mapping(document)), range: 0..<0)
      #expect(Array(sources(root, document).utf8) == Array(lines(expected).utf8))
      #expect(document.diagnostics.isEmpty)
      #expect(document.frontMatterRange.map { document.text($0).utf8.count } == lines(text).utf8.count)
      #expect(document.body.map { document.text($0.range) } == lines("body\n"))
    }
  }

  @Test func collectionsReachFromBracketToBracket() throws {
    let document = read("---\na: [x, y] # c\nb: {c: d}\nc:\n  - x\n  - y\n\nd: z\n---\n")
    let values = try mapping(document).entries.map { document.text($0.value.range) }
    #expect(values == ["[x, y]", "{c: d}", "- x\n  - y", "z"])
  }

  @Test(arguments: [
    ("no", "no"), ("012", "012"), ("1e3", "1e3"), ("2026-11-20", "2026-11-20"), ("~", "~"), ("null", "null"),
    ("'it''s'", "it's"), ("\"a\\tb\\u00e9\"", "a\tbé"), ("|\n  a\n  b\n", "a\nb\n"), (">-\n  a\n  b\n", "a b"),
    ("a\n  b", "a b"),
  ])
  func textsAreNotGuessedAt(_ source: String, _ text: String) throws {
    #expect(try mapping(read("---\na: \(source)\n---\n"))["a"]?.text == text)
  }
}

@Suite struct Fence {
  @Test(arguments: [
    "---\na: b\n---\nx", "---  \na: b\n--- \t\nx", "---\na: b\n---\nx\n---\ny", "---\t\r\na: b\r\n---\r\nx",
  ])
  func closes(_ text: String) throws {
    let document = read(text)
    #expect(try mapping(document)["a"]?.text == "b")
    #expect(document.body.map { document.text($0.range).first } == "x")
  }

  @Test(arguments: ["---\n---\n", "---\n\n---", "---\n# only\n# comments\n---\n"])
  func mayHoldNothing(_ text: String) throws {
    let document = read(text)
    #expect(try mapping(document).entries.isEmpty)
    #expect(document.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "---\na: b\n", "---\na: b\n ---\n", "---\na: b\n----\n", "---\na: b\n--- x\n", "---", "---\na: b\n...\n",
  ])
  func mustClose(_ text: String) {
    let document = read(text)
    #expect(document.diagnostics.map(\.code) == [.unterminatedFrontMatter])
    #expect(document.diagnostics.first?.range == 0..<3)
    #expect(document.body == nil)
  }

  @Test(arguments: ["", "\n---\na: b\n---\n", " ---\n---\n", "----\n----\n", "--- a\n---\n", "text\n"])
  func isOnTheFirstLineOnly(_ text: String) {
    let document = read(text)
    guard case .absent = document.frontMatter else { return #expect(Bool(false)) }
    #expect(document.diagnostics.isEmpty)
    #expect(document.body != nil)
  }
}

@Suite struct Refusals {
  @Test(arguments: [
    ("a: *b\n", "*b", "a YAML alias"), ("a: &b c\n", "&b", "a YAML anchor"), ("a: &b [c]\n", "&b", "a YAML anchor"),
    ("a: &b {c: d}\n", "&b", "a YAML anchor"),
    ("&a b: c\n", "&a", "a YAML anchor"), ("a: &x [*x]\n", "&x", "a YAML anchor"),
    ("a: !!str b\n", "!!str", "a YAML tag"), ("a: !b c\n", "!b", "a YAML tag"), ("a: ! c\n", "!", "a YAML tag"),
    ("a: !!seq [b]\n", "!!seq", "a YAML tag"),
    ("!!map {a: b}\n", "!!map", "a YAML tag"), ("<<: {a: b}\n", "<<", "a YAML merge key"),
    ("? [a]\n: b\n", "[a]", "a key that is not a text"), ("? {a: b}\n: c\n", "{a: b}", "a key that is not a text"),
    ("'': b\n", "''", "a value without a key"),
    ("- a\n", "- a", "the front matter is not a mapping"), ("a\n", "a", "the front matter is not a mapping"),
    ("[a]\n", "[a]", "the front matter is not a mapping"),
    ("%YAML 1.2\na: b\n", "a", "YAML"), ("%TAG ! x\n", "", "YAML"), ("a: b\n...\nc: d\n", "c", "YAML"),
    ("a: @b\n", "@", "this is not YAML"), ("a: `b`\n", "`", "this is not YAML"),
    ("a: \"b\n", "", "this is not YAML"), ("a: [b\n", "", "this is not YAML"), ("a: b: c\n", ":", "this is not YAML"),
    ("\ta: b\n", "\t", "this is not YAML"),
    ("a: b\n c: d\n", ":", "this is not YAML"),
  ])
  func areOneFaultAtThePlace(_ text: String, _ place: String, _ message: String) throws {
    let document = read("---\n" + text + "---\nbody\n")
    let fault = try #require(document.diagnostics.first)
    #expect(document.diagnostics.count == 1)
    #expect(fault.code == .invalidYAML)
    #expect(fault.message.contains(message), "\(fault.message)")
    #expect(document.text(fault.range).hasPrefix(place), "\(document.text(fault.range))")
    #expect(
      document.frontMatterRange.map {
        fault.range.lowerBound >= $0.lowerBound && fault.range.upperBound <= $0.upperBound
      } == true)
    // What is wrong with the front matter takes nothing from the body.
    #expect(document.body?.hasProse == true)
    guard case .unreadable = document.frontMatter else { return #expect(Bool(false)) }
  }

  @Test func keysOver1024Characters() throws {
    #expect(try mapping(read("---\n\(String(repeating: "k", count: 1_000)): a\n---\n")).entries.count == 1)
    let fault = try #require(read("---\n\(String(repeating: "k", count: 1_100)): a\n---\n").diagnostics.first)
    #expect(fault.message == "a key is longer than 1,024 characters, which YAML does not allow")
  }

  @Test func depthIsReachedAndPassed() throws {
    func nested(_ depth: Int) -> String {
      "---\na: " + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1) + "\n---\n"
    }
    #expect(read(nested(32)).diagnostics.isEmpty)
    let fault = try #require(read(nested(33)).diagnostics.first)
    #expect(fault.message == "more than 32 collections inside each other")
    #expect(fault.range == 38..<39)
    var limits = Limits()
    limits.depth = 40
    #expect(read(nested(40), limits).diagnostics.isEmpty)
    #expect(read(nested(41), limits).diagnostics.count == 1)
  }

  @Test func duplicateKeysAreToldWithBothPlaces() throws {
    let document = read("---\na: 1\nb: {c: 2, d: 3, 'c': 4}\na: 5\n---\n")
    #expect(document.diagnostics.map(\.code) == [.duplicateField, .duplicateField])
    #expect(document.diagnostics.map { document.text($0.range) } == ["c", "a"])
    #expect(document.diagnostics.map { $0.related.map { document.text($0.range) } } == [["'c'"], ["a"]])
    #expect(document.diagnostics.map(\.field) == ["b", "a"])
    // The first counts.
    #expect(try mapping(document)["a"]?.text == "1")
    // Equal to Swift's `String`, but not the same bytes.
    #expect(try mapping(read("---\n\u{E9}: 1\ne\u{301}: 2\n---\n")).entries.count == 2)
  }

  @Test(arguments: [
    "\u{85}", "\u{2028}", "\u{2029}", "\r", "\u{200B}", "\u{202E}", "\u{1B}", "\u{7F}", "\u{FEFF}", "\u{E0041}",
  ])
  func hiddenCharactersAreTold(_ character: String) {
    let document = read("---\na: b\(character)c: d\n---\n")
    #expect(document.diagnostics.contains { $0.code == .hiddenCharacters && document.text($0.range) == character })
  }

  @Test(arguments: ["\\e[31m", "\\0", "\\N", "\\L", "\\P", "\\r", "\\u202e", "\\x07", "\\U000E0041"])
  func escapesThatHideAreTold(_ escape: String) {
    let document = read("---\na: \"x\(escape)y\"\n---\n")
    #expect(document.diagnostics.map(\.code) == [.hiddenCharacters])
    #expect(document.diagnostics.first.map { document.text($0.range) } == "\"x\(escape)y\"")
    #expect(document.diagnostics.first?.message.contains("after its escapes are read") == true)
  }

  @Test(arguments: ["\\t", "\\n", "\\\"", "\\u00e9", "\\r\\n"])
  func otherEscapesAreFine(_ escape: String) { #expect(read("---\na: \"x\(escape)y\"\n---\n").diagnostics.isEmpty) }

  @Test(
    arguments: [
      [0x00], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func bytesThatAreNoUTF8(_ bytes: [UInt8]) {
    let document = Document(Array("---\na: b".utf8) + bytes + Array("\n---\n".utf8))
    #expect(document.diagnostics.map(\.code) == [.notUTF8])
    #expect(document.diagnostics.first?.range.lowerBound == 8)
    #expect(document.body == nil)
  }

  @Test func otherEncodings() {
    for start in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      let document = Document(start + "---\na: b\n---\n".utf8.flatMap { start[0] == 0xFF ? [$0, 0] : [0, $0] })
      #expect(document.diagnostics.map(\.code) == [.notUTF8])
    }
  }

  @Test func limitsAreReachedAndPassedByOneByte() {
    let text = "---\na: b\n---\nbody\n"
    var limits = Limits()
    limits.fileSize = text.utf8.count
    limits.frontMatterSize = 5
    #expect(read(text, limits).diagnostics.isEmpty)
    limits.frontMatterSize = 4
    #expect(read(text, limits).diagnostics.map(\.message) == ["the front matter has 5 bytes; the limit is 4"])
    #expect(read(text, limits).body != nil)
    limits.frontMatterSize = 5
    limits.fileSize -= 1
    #expect(read(text, limits).diagnostics.map(\.message) == ["the file has 18 bytes; the limit is 17"])
    #expect(read(text, limits).body == nil)
  }
}

/// Our reader and PyYAML, which knows nothing of it, over front matter that people wrote.
@Suite struct AnotherReader {
  private static let program = """
    import json, sys, yaml
    def plain(value):
        if isinstance(value, dict): return [[plain(k), plain(v)] for k, v in value.items()]
        if isinstance(value, list): return {"list": [plain(v) for v in value]}
        return value
    for line in sys.stdin:
        value = yaml.load(json.loads(line), Loader=yaml.BaseLoader)
        print(json.dumps(plain(value if value is not None else {})))
    """

  private static let isThere = ChildRun.succeeds("python3", "-c", "import yaml")

  /// The Markdown files of the example and of a real team's goals, where they are.
  private static func files() -> [[UInt8]] {
    var files: [[UInt8]] = []
    func add(_ folder: URL) {
      for case let url as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
      where url.pathExtension == "md" {
        if let data = try? Data(contentsOf: url) { files.append([UInt8](data)) }
      }
    }
    add(URL(fileURLWithPath: projectFolder + "/.teamwork-example"))
    if let bundle = realTeamBundle {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tw-\(UUID().uuidString)")
      if ChildRun.succeeds("git", "clone", "--quiet", "-b", "main", bundle, folder.path) { add(folder) }
      try? FileManager.default.removeItem(at: folder)
    }
    return files
  }

  private static func plain(_ node: YAMLNode) -> Any {
    switch node.content {
    case .scalar(let text, _): text
    case .sequence(let items): ["list": items.map(plain)]
    case .mapping(let mapping): mapping.entries.map { [$0.key.text, plain($0.value)] as [Any] }
    }
  }

  @Test(.enabled("needs python3 with PyYAML") { isThere })
  func readsTheSame() throws {
    var input = Data()
    var ours: [(text: String, value: Any)] = []
    let written = [
      "a: 'it''s'\nb: \"x\\ty\"\n", "a: |\n  one\n   two\n\n\nb: >\n  x\n  y\n\n  z\n",
      "a: >-\n  x\nb: |+\n  y\n\nc: [d, {e: f}, [g]]\n",
      "# c\na: b # c\n\nd:\n- e\n-  - f\n   - g\n", "a: one\n  two\n\n  three\nb: 'x\n  y'\n",
      "äö: \"\\u00e9\\n\"\nb:\n", "a: {b: c, d: }\ne: [f,]\n", "? a\n: b\n",
    ].map { Array("---\n\($0)---\n".utf8) }
    for bytes in written + Self.files() {
      let document = Document(bytes)
      guard case .mapping(let mapping) = document.frontMatter, document.diagnostics.isEmpty,
        let range = document.frontMatterRange
      else { continue }
      ours.append((document.text(range), Self.plain(YAMLNode(content: .mapping(mapping), range: range))))
      input +=
        try JSONSerialization.data(withJSONObject: document.text(range), options: .fragmentsAllowed) + Data("\n".utf8)
    }
    #expect(ours.count >= written.count)
    let output = Data(try ChildRun(["python3", "-c", Self.program], input: [UInt8](input)).output)
    let lines = output.split(separator: 0x0A)
    #expect(lines.count == ours.count)
    for (line, (text, value)) in zip(lines, ours) {
      let theirs = try JSONSerialization.jsonObject(with: line)
      #expect(NSArray(object: theirs) == NSArray(object: value), "\(text)")
    }
  }
}

@Suite struct OneFaultForOneCause {
  @Test(arguments: ["\u{07}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}"])
  func aHiddenCharacterIsNotAlsoInvalidYAML(_ character: String) {
    let document = Document(Array("---\ntitle: a\(character)b\nstatus: proposed\n---\n".utf8))
    #expect(document.diagnostics.map(\.code) == [.hiddenCharacters])
  }

  @Test func markersOfAConflict() {
    func kinds(_ text: String) -> [Diagnostic.Code] { Document(Array(text.utf8)).diagnostics.map(\.code) }
    #expect(kinds("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n") == [.conflictMarkers])
    #expect(kinds("a\n=======\nc\n>>>>>>> x\n") == [.conflictMarkers])
    // A quotation seven deep, and an underlined heading.
    #expect(kinds(">>>>>>> quoted\n\nHeading\n=======\n").isEmpty)
  }
}
