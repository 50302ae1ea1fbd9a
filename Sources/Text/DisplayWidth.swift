/// How many cells of a terminal `text` takes: none for a combining mark, two for East Asian wide
/// characters and emoji. Control characters count none; show them with `visible` first.
package func displayWidth(_ text: String) -> Int {
  var text = text
  return text.withUTF8(narrowWidth) ?? text.reduce(0) { $0 + displayWidth($1) }
}

/// The same of a part of a text.
package func displayWidth(_ text: Substring) -> Int {
  var text = text
  return text.withUTF8(narrowWidth) ?? text.reduce(0) { $0 + displayWidth($1) }
}

/// The cells of a text in which each scalar is shown in one cell by itself: Latin letters, typographic quotes and dashes,
/// arrows. Nearly all text is such, and need not be taken apart into characters. Nil for any other.
func narrowWidth(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  var width = 0
  var index = 0
  while index < text.count {
    let byte = text[index]
    if byte >= 0x20, byte < 0x7F {
      index += 1
    } else if byte >= 0xC2, byte < 0xCC {
      // U+00A0 to U+02FF but for the soft hyphen.
      if byte == 0xC2, text[index + 1] < 0xA0 || text[index + 1] == 0xAD { return nil }
      index += 2
    } else if byte == 0xE2 {
      let (second, third) = (text[index + 1], text[index + 2])
      // U+2010 to U+2027, U+2190 to U+21BF.
      guard (second == 0x80 && third >= 0x90 && third <= 0xA7) || (second == 0x86 && third >= 0x90) else { return nil }
      index += 3
    } else {
      return nil
    }
    width += 1
  }
  return width
}

/// The cells of one character as a reader sees it.
package func displayWidth(_ character: Character) -> Int {
  var width = 0
  var isEmojiSequence = false
  for scalar in character.unicodeScalars {
    width += cells(of: scalar)
    // A joined emoji, a flag or an emoji with a skin tone or a variation selector is one picture.
    switch scalar.value {
    case 0x200D, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: isEmojiSequence = isEmojiSequence || width > 0
    default: break
    }
  }
  guard isEmojiSequence, character.unicodeScalars.first?.properties.isEmoji == true else { return width }
  return 2
}

/// `text` cut to at most `width` cells, with `…` in the last one where something was cut away.
package func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  return prefix(of: text, width: width - 1) + "…"
}

/// `text` with spaces up to `width` cells, after it or, `toTheRight`, before it.
package func padded(_ text: String, to width: Int, toTheRight: Bool = false) -> String {
  let missing = width - displayWidth(text)
  guard missing > 0 else { return text }
  let space = String(repeating: " ", count: missing)
  return toTheRight ? space + text : text + space
}

/// The lines of `text` broken at spaces so that none is wider than `width` cells. A word that is wider has a
/// line to itself.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    var lineWidth = 0
    for word in paragraph.split(separator: " ") {
      let wordWidth = displayWidth(word)
      if !line.isEmpty, lineWidth + 1 + wordWidth > width {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      if !line.isEmpty {
        line += " "
        lineWidth += 1
      }
      line += word
      lineWidth += wordWidth
    }
    lines.append(line)
  }
  return lines
}

private func prefix(of text: String, width: Int) -> Substring {
  var used = 0
  var end = text.startIndex
  for index in text.indices {
    used += displayWidth(text[index])
    if used > width { break }
    end = text.index(after: index)
  }
  return text[..<end]
}

private func cells(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  // The vowels and finals of conjoining Hangul are drawn into the cells of the initial.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
}

/// East Asian Width W and F, in ranges that also take in what is not assigned between them.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F: true
  case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60: true
  case 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
  default: false
  }
}
