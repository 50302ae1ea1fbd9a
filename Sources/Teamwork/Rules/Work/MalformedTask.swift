internal import Documents
internal import Text

extension Rule {
  static let malformedTask = Rule(
    "malformed-task", .warning, "what looks like a task, and is none",
    why: """
      A task begins with a marker, a blank, a box and a blank: `- [ ] words`. What differs from that by a character is text \
      to GitHub and to `tw`: nobody is reminded of it, and no summary tells that it is done. In the box stands a blank, \
      `x` or `-`; links, footnotes and numbers in brackets are none.
      """,
    fix: "writes the box as it is written, where only one can be meant",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide @ana
      - «[]» Invite the testers @ben
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide @ana
      - [ ] Invite the testers @ben
      - [1] is what the others do
      """,
    check: .record(Kind.withTasks) { record, _, findings in
      guard let body = record.document.body else { return }
      for item in body.items where item.checkbox == nil && !item.isInQuote && !item.beginsWithLink {
        guard let found = NearCheckbox(item, in: record.document) else { continue }
        findings.add(found.message, at: found.range, help: found.help, fix: found.fix)
      }
      for range in body.strayCheckboxes {
        let found = NearCheckbox(stray: range, in: record.document)
        findings.add(found.message, at: found.range, help: found.help, fix: found.fix)
      }
    })
}

/// What is nearly the box of a task.
private struct NearCheckbox {
  let range: Range<Int>
  let message: String
  var help: String?
  var fix: Diagnostic.Fix?

  private static let longest = 12

  /// What an item begins with that has no box.
  init?(_ item: ListItem, in document: Document) {
    let bytes = document.bytes
    let start = item.content
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "["),
      let close = bytes[(start + 1)...].prefix(Self.longest).firstIndex(of: UInt8(ascii: "]")),
      // Further in it is code.
      bytes[..<start].reversed().prefix(while: isBlank).count < 5
    else { return nil }
    range = start..<(close + 1)
    let inner = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    let written = document.text(range)
    let next = close + 1 < bytes.count ? bytes[close + 1] : 0x0A
    let isParted = isSpace(next)
    switch Self.reading(inner) {
    case nil: return nil
    case .box(let box) where !isParted:
      // A link, or a definition.
      if "([:.,;".utf8.contains(next) || (inner.isEmpty && !isParted) { return nil }
      message = "`\(written)` is no box, because there is no blank behind it"
      help = "write `\(box) ` and then the words"
      fix = Self.fix("put a blank behind the box", range, box + " ")
    case .box(let box):
      let line = bytes[(close + 1)...].prefix { $0 != 0x0A && $0 != 0x0D }
      if line.allSatisfy(isBlank) || (written == box && item.paragraph.isEmpty) {
        message = "nothing stands behind this box on its line, and so it is no task"
        help = "write what is to be done behind it, or take it out"
      } else if written == box {
        message = "this box stands behind two markers, and only behind one it makes a task"
        help = "give the task a line of its own"
      } else {
        message = "`\(written)` is no box"
        help = "write `\(box)`"
        fix = Self.fix("write it as `\(box)`", range, box)
      }
    case .nothing:
      if !isParted { return nil }
      message = "`\(written)` is no box: `\(inner)` means nothing in it"
      help = "`[ ]` is open, `[x]` is done, `[-]` is dropped"
    }
  }

  /// A line of running text that begins like an item.
  init(stray range: Range<Int>, in document: Document) {
    self.range = range
    let bytes = document.bytes
    let open = bytes[range].firstIndex(of: UInt8(ascii: "[")) ?? range.lowerBound
    let marker = bytes[range.lowerBound..<open]
    let inner = String(decoding: bytes[(open + 1)..<(range.upperBound - 1)], as: UTF8.self)
    var box = "[ ]"
    if case .box(let found)? = Self.reading(inner) { box = found }
    let isMarker = marker.last.map { "-*+.)".utf8.contains($0) } ?? false
    if marker.isEmpty {
      message = "`\(document.text(range))` begins a line of text, and makes no task without a marker before it"
      help = "write `- \(box)`"
      fix = Self.fix("put a marker before it", range, "- " + box)
    } else if isMarker {
      message = "`\(document.text(range))` is no task, because there is no blank between marker and box"
      let whole = String(decoding: marker, as: UTF8.self) + " " + box
      help = "write `\(whole)`"
      fix = Self.fix("put a blank between them", range, whole)
    } else if marker.first.map({ $0 >= 0x80 }) ?? false {
      message = "`\(document.text(range))` is no task, because its line begins with no marker of a list"
      help = "write `- \(box)`"
      fix = Self.fix("write the marker as `-`", range, "- " + box)
    } else {
      message = "`\(document.text(range))` is a part of the text above it, and no task"
      help = "it stands too far to the right for an item: indent it like the others, or leave a line empty before it"
    }
  }

  private static func fix(_ title: String, _ range: Range<Int>, _ text: String) -> Diagnostic.Fix {
    .init(title: title, isSafe: true, edits: [.init(range: range, replacement: text)])
  }

  // MARK: What stands in the brackets

  private enum Reading {
    /// One that only this can be meant with.
    case box(String)
    /// A letter or mark without a meaning.
    case nothing
  }

  private static let done: Set<Unicode.Scalar> = ["x", "X", "✓", "✔", "☑", "✅", "√", "х", "Х", "ｘ", "Ｘ"]
  private static let dropped: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—", "−"]

  /// Nil for words, numbers, links and footnotes.
  private static func reading(_ inner: String) -> Reading? {
    let inner = inner.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FE0F}" && $0 != "\u{FE0E}" }
    guard let mark = inner.first else { return .box("[ ]") }
    if inner.count > 1 || ("0"..."9").contains(mark) || mark == "^" || mark == "[" { return nil }
    if done.contains(mark) { return .box(mark == "X" ? "[X]" : "[x]") }
    return dropped.contains(mark) ? .box("[-]") : .nothing
  }
}
