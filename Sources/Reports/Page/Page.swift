/// A piece of running text with links: what Markdown, terminal and HTML each write in their own way.
package struct Line: Sendable {
  package indirect enum Part: Sendable, Hashable {
    case text(String)
    case code(String)
    case emphasis([Part])
    case strong([Part])
    case struck([Part])
    case link([Part], Target)
    /// A state of a goal, told by its words and a colour or mark.
    case state(String, Tone)
    /// Of less weight: dates, sources.
    case quiet([Part])
  }

  package enum Target: Sendable, Hashable {
    /// Relative to the repository's top.
    case file(String)
    case address(String)
    /// A commit, by its whole id.
    case commit(String)
    /// A place in the same document: `s-goals`, `m-goals-done`, `g-public-beta`, `c-3f2a1b0`.
    case place(String)

    /// What the place of a goal begins with.
    package static let goalPlace = "g-"
  }

  package enum Tone: String, Sendable, Hashable {
    case good, attention, bad, plain
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = Self.merged(parts) }
  package init(_ text: String) { parts = [.text(text)] }

  /// The program's own sentences, in which backticks stand around names of fields and commands.
  package init(marked sentence: String) {
    parts = sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap { index, words in
      words.isEmpty ? nil : index % 2 == 0 ? .text(String(words)) : .code(String(words))
    }
  }

  package static func merged(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if case .text(let next) = part, case .text(let last)? = result.last {
        result[result.count - 1] = .text(last + next)
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// The words alone.
  package var plain: String { Self.plain(parts) }

  static func plain(_ parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .text(let text), .code(let text), .state(let text, _): text
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .quiet(let inner), .link(let inner, _):
        plain(inner)
      }
    }.joined()
  }
}

extension Line: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  /// Interpolated lines and parts stay what they are; strings become text.
  package struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.text(literal)) } }
    package mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    package mutating func appendInterpolation(_ number: Int) { parts.append(.text(String(number))) }
    package mutating func appendInterpolation(_ part: Part) { parts.append(part) }
    package mutating func appendInterpolation(_ parts: [Part]) { self.parts += parts }
    package mutating func appendInterpolation(_ line: Line) { parts += line.parts }
  }

  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }
}

/// A page: headings, paragraphs and lists, in order.
package struct Page: Sendable {
  package enum Block: Sendable {
    case title(Line)
    case heading(String)
    /// Opens what the lists below are about: a goal.
    case subheading(Line)
    case paragraph(Line)
    case list([Item])
    case table(Table)
    /// Where it comes from, small.
    case footnote(Line)
  }

  package struct Item: Sendable {
    package var line: Line
    package var details: [Line]

    package init(_ line: Line, details: [Line] = []) {
      self.line = line
      self.details = details
    }
  }

  package var blocks: [Block]

  package init(_ blocks: [Block]) { self.blocks = blocks }
}
