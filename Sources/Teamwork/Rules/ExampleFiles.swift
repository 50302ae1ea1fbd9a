extension Example {
  /// The files that every example stands among.
  package static let team: [(path: String, text: String)] = [
    ("teamwork.md", "---\nname: Kitchen\nvision: Everyone eats\nformat: 1\n---\n"),
    ("people/ana.md", "---\nname: Ana\nemails: [ana@example.org]\n---\n"),
    ("people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n"),
    ("people/cho.md", "---\nname: Cho\nemails: [cho@example.org]\n---\n"),
    ("teams/platform.md", "---\nname: Platform\nmembers: [ana, ben, cho]\n---\n"),
  ]

  /// A place that is marked with `«…»`.
  package struct Mark: Sendable, Equatable {
    package let path: String
    package let range: Range<Int>
  }

  /// The example without its marks, as the reference page shows it.
  package var shown: String { text.filter { $0 != "«" && $0 != "»" } }

  /// The files of the example and the team around it, in a workspace of this folder.
  package func files(folder: String) -> (files: [String: [UInt8]], marks: [Mark]) {
    Self.files(of: text, folder: folder)
  }

  /// The files before the change.
  package func baseFiles(folder: String) -> [String: [UInt8]] { Self.files(of: base ?? "", folder: folder).files }

  private static func files(of text: String, folder: String) -> (files: [String: [UInt8]], marks: [Mark]) {
    var files: [String: [UInt8]] = [:]
    for (path, text) in team { files[folder + "/" + path] = Array(text.utf8) }
    var marks: [Mark] = []
    for part in ("\n" + text).splitting("\n@@ ").dropFirst() {
      let end = part.firstIndex(of: "\n") ?? part.endIndex
      let path = folder + "/" + part[..<end]
      let content = end == part.endIndex ? "" : String(part[part.index(after: end)...])
      if content == "(absent)" || content == "(absent)\n" {
        files[path] = nil
        continue
      }
      let (bytes, ranges) = decoded(content.hasSuffix("\n") ? content : content + "\n")
      files[path] = bytes
      marks += ranges.map { Mark(path: path, range: $0) }
    }
    return (files, marks)
  }

  /// Takes the marks out and reads `\xFF` and `\u{200B}`, which stand for what cannot be written here.
  private static func decoded(_ text: String) -> ([UInt8], [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    var rest = Substring(text)
    while let character = rest.unicodeScalars.first {
      if rest.hasPrefix("\\x"), let byte = UInt8(rest.dropFirst(2).prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("\\u{"), let close = rest.firstIndex(of: "}"),
        let value = UInt32(rest[..<close].dropFirst(3), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        bytes += Array(String(Character(scalar)).utf8)
        rest = rest[rest.index(after: close)...]
      } else {
        switch character {
        case "«": start = bytes.count
        case "»": ranges.append(start..<bytes.count)
        default: bytes += Array(String(Character(character)).utf8)
        }
        rest.unicodeScalars.removeFirst()
      }
    }
    return (bytes, ranges)
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func splitting(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(separator) {
        parts.append(self[start..<index])
        index = self.index(index, offsetBy: separator.count)
        start = index
      } else {
        index = self.index(after: index)
      }
    }
    return parts + [self[start...]]
  }
}
