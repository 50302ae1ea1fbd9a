internal import Text

/// How much a diagnostic weighs. An error fails `tw validate`; a warning is told.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}

/// One thing that is wrong with a text, as data: nothing is thrown for a fault in the content.
///
/// Places are bytes of the source until a renderer shows them.
package struct Diagnostic: Sendable {
  /// What is wrong: the name of the rule that documents it.
  package struct Code: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let name: String

    package init(_ name: String) { self.name = name }

    package var description: String { name }

    package static func < (a: Code, b: Code) -> Bool { a.name < b.name }
  }

  /// Another place that belongs to the same fault, and what it has to do with it.
  package struct RelatedLocation: Sendable {
    package var source: SourceText
    package var range: Range<Int>
    package var message: String

    package init(_ source: SourceText, _ range: Range<Int>, _ message: String) {
      self.source = source
      self.range = range
      self.message = message
    }
  }

  /// A mechanical cure.
  package struct Fix: Sendable, Hashable {
    /// What it does, in the imperative: "write `due` with two digits".
    package var title: String
    /// A safe fix cannot change what the record says; only safe ones are applied by `--fix`.
    package var isSafe: Bool
    /// Of the diagnostic's source.
    package var edits: [TextEdit]

    package init(title: String, isSafe: Bool, edits: [TextEdit]) {
      self.title = title
      self.isSafe = isSafe
      self.edits = edits
    }
  }

  /// The record that it is about.
  package struct Subject: Sendable, Hashable {
    /// The kind's name in the singular, `goal`.
    package var kind: String
    package var id: String

    package init(kind: String, id: String) {
      self.kind = kind
      self.id = id
    }
  }

  /// What was written in the place of something that exists, for an offer of the nearest. Looking for it is dear, and done
  /// once, for the diagnostics that are told.
  package struct Misspelling: Sendable {
    package let written: String
    /// What is to be written before the nearest.
    package let prefix: String
    /// In an order that does not vary.
    package let candidates: @Sendable () -> [String]

    package init(_ written: String, prefix: String = "", candidates: @escaping @Sendable () -> [String]) {
      self.written = written
      self.prefix = prefix
      self.candidates = candidates
    }
  }

  package var code: Code
  package var severity: Severity
  package var source: SourceText
  /// UTF-8 offsets into the source.
  package var range: Range<Int>
  /// One sentence without a full stop, names in backquotes.
  package var message: String
  /// What stands under the carets of the excerpt, a few words; nil where the message says it all.
  package var label: String?
  /// What to do about it: "did you mean `ben`?"
  package var help: String?
  /// The top-level field of the front matter that it stands under, where there is one.
  package var field: String?
  package var subject: Subject?
  package var related: [RelatedLocation]
  package var fix: Fix?
  package var misspelling: Misspelling?
  /// What makes it the same fault in another version of the text, where the message does not.
  package var identity: String?
  /// Whether it stands for others that are not told one by one.
  package var isRest = false
  /// Whether it weighs what it says here, whatever the rule weighs in a workspace.
  package var hasOwnSeverity = false
  /// Stays the same while the fault is the same, also when lines move: 16 hex digits. `finished` makes it.
  package var fingerprint = ""

  package init(
    _ code: Code, _ severity: Severity = .error, in source: SourceText? = nil, at range: Range<Int>, _ message: String,
    label: String? = nil, field: String? = nil, help: String? = nil, subject: Subject? = nil,
    related: [RelatedLocation] = [],
    fix: Fix? = nil, misspelling: Misspelling? = nil, identity: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.source = source ?? .none
    self.range = range
    self.message = message
    self.label = label
    self.help = help
    self.field = field
    self.subject = subject
    self.related = related
    self.fix = fix
    self.misspelling = misspelling
    self.identity = identity
  }

  /// The same, found in a source that its finder did not know of.
  package func placed(in source: SourceText) -> Diagnostic {
    var placed = self
    placed.source = source
    placed.related = related.map { $0.source === SourceText.none ? RelatedLocation(source, $0.range, $0.message) : $0 }
    return placed
  }
}

extension Diagnostic.Code {
  /// Bytes that are not UTF-8, or NUL.
  package static let notUTF8 = Self("not-utf8")
  /// A character that a reader does not see, or that changes how the rest is shown.
  package static let hiddenCharacters = Self("hidden-characters")
  /// A conflict that Git left and nobody resolved.
  package static let conflictMarkers = Self("conflict-markers")
  /// A first `---` without a second.
  package static let unterminatedFrontMatter = Self("unterminated-front-matter")
  /// Front matter that is not a YAML mapping as the format allows it.
  package static let invalidYAML = Self("invalid-yaml")
  /// A key that a mapping already has.
  package static let duplicateField = Self("duplicate-field")
  /// Past a limit, or kept back by the system, so that a part was not read.
  package static let unreadableFile = Self("unreadable-file")

  /// Whether it tells that something was not read. What was not read was not checked: no charter and no comment can make
  /// that good.
  package var meansUnread: Bool {
    self == .unreadableFile || self == .notUTF8 || self == .unterminatedFrontMatter || self == .invalidYAML
  }
}

extension [Diagnostic] {
  /// Looking for the nearest name compares with all: past so many comparisons nothing more is offered.
  private static var mostComparisons: Int { 200_000 }

  /// In the one order that they are told in, by path, place, code and message, with the nearest names offered and a
  /// fingerprint that no other has.
  package func finished() -> [Diagnostic] {
    var comparisons = 0
    var seen: [String: Int] = [:]
    return sorted(by: Self.precedes).map { diagnostic in
      var diagnostic = diagnostic
      if let misspelling = diagnostic.misspelling {
        diagnostic.misspelling = nil
        if let fix = diagnostic.fix {
          diagnostic.help = "did you mean `\(fix.edits.first?.replacement ?? "")`?"
        } else if comparisons < Self.mostComparisons {
          let candidates = misspelling.candidates()
          comparisons += candidates.count
          if let near = misspelling.nearest(among: candidates) { diagnostic.help = "did you mean `\(near)`?" }
        }
      }
      let what = diagnostic.identity ?? diagnostic.message
      let key = [diagnostic.code.name, diagnostic.source.path, diagnostic.field ?? "", what].joined(separator: "\u{0}")
      let number = seen[key, default: 0]
      seen[key] = number + 1
      diagnostic.fingerprint = Self.fingerprint(key + "\u{0}\(number)")
      return diagnostic
    }
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let (first, second) = (Name(a.source.path), Name(b.source.path))
    if first != second { return first < second }
    return (a.range.lowerBound, a.code, a.message) < (b.range.lowerBound, b.code, b.message)
  }

  /// FNV-1a, 64 bits, in 16 hex digits.
  private static func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Diagnostic.Misspelling {
  /// As it is to be written. Another Unicode form of the same name is an equal `String`, and the nearest there is.
  fileprivate func nearest(among candidates: [String]) -> String? {
    (candidates.first { $0 == written } ?? Text.nearest(to: written, among: candidates)).map { prefix + $0 }
  }
}
