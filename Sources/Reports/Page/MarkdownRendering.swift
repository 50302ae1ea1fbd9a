internal import Text

extension Page {
  /// The page as Markdown. Links are seen from `folder`, relative to the repository's top ("" for the top).
  package func markdown(from folder: String = "") -> [UInt8] {
    let writer = MarkdownWriter(folder: folder)
    var text = ""
    var needsGap = false
    for block in blocks {
      if needsGap { text += "\n" }
      needsGap = true
      switch block {
      case .title(let line): text += "# \(writer.write(line))\n"
      case .heading(let words): text += "## \(writer.write(Line(words)))\n"
      case .subheading(let line): text += writer.write(line) + "\n"
      case .paragraph(let line): text += writer.write(line) + "\n"
      case .list(let items):
        for item in items {
          text += "- \(writer.write(item.line))\n"
          for detail in item.details { text += "  - \(writer.write(detail))\n" }
        }
      case .table(let table): text += writer.write(table)
      case .footnote(let line): text += "<sub>\(writer.write(line))</sub>\n"
      }
    }
    return Array(text.utf8)
  }
}

extension Line {
  /// As Markdown that says the same again when it is read.
  package var markdown: String { MarkdownWriter(folder: "").write(self) }
}

/// Writes running text as Markdown that says the same again when it is read.
struct MarkdownWriter {
  let folder: String

  func write(_ line: Line) -> String {
    let text = written(line.parts)
    // What stands at the beginning of a line could begin a list, a heading or a quotation. Signs of code blocks are escaped.
    guard let first = text.unicodeScalars.first, "#>+-=|".unicodeScalars.contains(first) else { return text }
    return "\\" + text
  }

  func write(_ table: Table) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    // Within a table a bar would end the cell, also in code.
    func cell(_ line: Line) -> String {
      let text = write(line)
      let bar = UInt8(ascii: "|")
      guard text.utf8.contains(bar) else { return text }
      return String(decoding: text.utf8.flatMap { $0 == bar ? [UInt8(ascii: "\\"), bar] : [$0] }, as: UTF8.self)
    }
    return row(table.columns.map { cell(Line($0.title)) }) + "|"
      + table.columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n"
      + table.rows.map { row($0.map(cell)) }.joined()
  }

  private func written(_ parts: [Line.Part]) -> String {
    parts.reduce(into: "") { text, part in
      let next = write(part)
      // A picture would begin there.
      if text.hasSuffix("!"), next.hasPrefix("[") { text.insert("\\", at: text.index(before: text.endIndex)) }
      text += next
    }
  }

  private func write(_ part: Line.Part) -> String {
    switch part {
    case .text(let text): return escaped(text)
    case .code(let text): return code(text)
    case .emphasis(let inner): return wrapped(inner, "*")
    case .struck(let inner): return wrapped(inner, "~~")
    case .strong(let inner): return wrapped(inner, "**")
    case .link(let inner, .place(let place)) where place.hasPrefix(Line.Target.goalPlace): return wrapped(inner, "*")
    case .link(let inner, .commit), .link(let inner, .place): return written(inner)
    case .link(let inner, let target): return "[\(written(inner))](\(address(of: target)))"
    case .state(let text, _): return escaped(text)
    case .quiet(let inner): return written(inner)
    }
  }

  private func wrapped(_ inner: [Line.Part], _ mark: String) -> String {
    let text = written(inner)
    return text.isEmpty ? "" : mark + text + mark
  }

  /// Escapes what Markdown would take for its own.
  private func escaped(_ text: String) -> String {
    let text = visible(text)
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "[", "]", "<": result += "\\"
      case "_":
        // Within a word it is a letter.
        let isInside =
          index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
          && scalars[index + 1].properties.isAlphabetic
        if !isInside { result += "\\" }
      case "&":
        // `&amp;` in a text is meant as it stands.
        if scalars[(index + 1)...].prefix(12).contains(";") { result += "\\" }
      case "~": if index + 1 < scalars.count, !scalars[index + 1].properties.isWhitespace { result += "\\" }
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "_"), UInt8(ascii: "&"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private func code(_ text: String) -> String {
    let text = visible(text)
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  private func address(of target: Line.Target) -> String {
    switch target {
    case .file(let path): PagePath.relative(path, from: folder)
    case .commit, .place: ""
    case .address(let address):
      // `&copy;` in an address is meant as it stands.
      PagePath.encoded(address, keeping: ":/?#[]@!$&'*+,=%~" + (address.contains("&") ? "" : ";"))
    }
  }
}

/// Paths as links.
enum PagePath {
  /// A path of the repository, seen from one of its folders, percent-encoded.
  static func relative(_ path: String, from folder: String) -> String {
    var target = path.split(separator: "/")
    var base = folder.split(separator: "/")
    while let first = target.first, let other = base.first, first == other, target.count > 1 {
      target.removeFirst()
      base.removeFirst()
    }
    let up = Array(repeating: Substring(".."), count: base.count)
    return (up + target).map { encoded(String($0), keeping: "~") }.joined(separator: "/")
  }

  static func encoded(_ text: String, keeping: String) -> String {
    var result = ""
    let kept = Set(keeping.utf8)
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
        || byte == 0x2E || byte == 0x5F
        || kept.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
