/// How much a finding weighs. An error fails `tw validate`; a warning is told.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}

/// A place in a text: line and column from 1, columns counted in Unicode code points.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// From `start` up to, but not with, `end`.
package struct PositionRange: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

/// A place in a file, with what a reader sees there.
package struct Place: Sendable, Hashable {
  /// Relative to the repository's top, with `/`.
  package var path: String
  package var range: PositionRange
  /// The whole line where the range starts, without its line end; nil where there is no text to show
  /// (a missing file, bytes that are no text).
  package var excerpt: String?

  package init(path: String, range: PositionRange, excerpt: String?) {
    self.path = path
    self.range = range
    self.excerpt = excerpt
  }
}

/// One thing that is wrong, as data. Nothing is thrown for a fault in the content.
package struct Finding: Sendable {
  /// The record it is about, where there is one.
  package struct Subject: Sendable, Hashable {
    /// The kind's name in the singular, `goal`.
    package var kind: String
    package var id: String

    package init(kind: String, id: String) {
      self.kind = kind
      self.id = id
    }
  }

  /// Another place that belongs to the same finding, and what it has to do with it.
  package struct Related: Sendable, Hashable {
    package var place: Place
    package var message: String

    package init(place: Place, message: String) {
      self.place = place
      self.message = message
    }
  }

  /// A mechanical cure: texts to put in the place of byte ranges of the finding's file.
  package struct Fix: Sendable, Hashable {
    package struct Splice: Sendable, Hashable {
      /// UTF-8 offsets into the file.
      package var range: Range<Int>
      package var replacement: String

      package init(range: Range<Int>, replacement: String) {
        self.range = range
        self.replacement = replacement
      }
    }

    /// What it does, in the imperative: "write `due` with two digits".
    package var title: String
    /// A safe fix cannot change what the record says; only safe ones are applied by `--fix`.
    package var isSafe: Bool
    package var splices: [Splice]

    package init(title: String, isSafe: Bool, splices: [Splice]) {
      self.title = title
      self.isSafe = isSafe
      self.splices = splices
    }
  }

  /// The rule's name, `unknown-reference`.
  package var rule: String
  package var severity: Severity
  /// One sentence without a full stop, names in backquotes.
  package var message: String
  package var place: Place
  /// What stands under the carets of the excerpt, a few words; nil where the message says it all.
  package var label: String?
  package var subject: Subject?
  /// The front matter field, where it is about one.
  package var field: String?
  /// What to do about it: "did you mean `ben`?"
  package var help: String?
  package var related: [Related]
  package var fix: Fix?
  /// What makes it the same fault in another version of the tree, where the message does not.
  package var identity: String?
  /// Stays the same while the fault is the same, also when lines move: 16 hex digits.
  package var fingerprint: String

  package init(
    rule: String, severity: Severity, message: String, place: Place, label: String? = nil,
    subject: Subject? = nil, field: String? = nil, help: String? = nil, related: [Related] = [],
    fix: Fix? = nil, fingerprint: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.subject = subject
    self.field = field
    self.help = help
    self.related = related
    self.fix = fix
    self.fingerprint = fingerprint
  }
}
