internal import Documents
internal import Text

/// A file of a workspace that is no record and may speak of some: a template, or a README file. Summaries are history, and stay.
struct AuxiliaryFile {
  /// Read as the record that would come of it, at the place where that would lie: there its links count from.
  let record: Record
  /// Relative to the repository's top.
  let path: String
  /// Whether its front matter is one with gaps, which need not be YAML.
  let isTemplate: Bool

  /// The lines of a template's front matter that hold a word which nobody changed: whether it is a reference there is not sure.
  func lines(naming word: Name, besides edits: Set<TextEdit>) -> [Int] {
    guard isTemplate, let front = record.document.frontMatterRange else { return [] }
    let bytes = record.document.bytes
    var lines: [Int] = []
    var line = record.document.source.line(at: front.lowerBound)
    var start = front.lowerBound
    while start < front.upperBound {
      let next = min(record.document.source.nextLine(start), front.upperBound)
      let places = start..<max(start, next - word.text.utf8.count + 1)
      let isNamed = places.contains { place in
        let end = place + word.text.utf8.count
        return bytes[place..<end].elementsEqual(word.text.utf8) && (place == 0 || !Self.isIDByte(bytes[place - 1]))
          && (end == bytes.count || !Self.isIDByte(bytes[end])) && !edits.contains { $0.range.upperBound == end }
      }
      if isNamed { lines.append(line) }
      line += 1
      start = next
    }
    return lines
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

extension AuxiliaryFile {
  /// The same with other bytes.
  func saying(_ bytes: [UInt8], in workspace: Workspace) -> AuxiliaryFile {
    AuxiliaryFile(record: record.saying(bytes, in: workspace), path: path, isTemplate: isTemplate)
  }
}

extension Workspace {
  /// In the order of their paths. What cannot be read is left out.
  func auxiliaryFiles() -> [AuxiliaryFile] {
    source.files.indices.compactMap { number in
      let file = source.files[number]
      let name = pathInside(file.path)
      let isTemplate = name.utf8.starts(with: "templates/".utf8) && name.utf8.suffix(3).elementsEqual(".md".utf8)
      let isReadMe = name == "README.md" || name.hasSuffix("/README.md")
      guard isTemplate || isReadMe, file.fault == nil,
        case .bytes(let bytes) = source.content(of: number, limit: charter.limits.fileSize)
      else { return nil }
      // What is no kind's has the charter's fields: none that names anything.
      let kind =
        isReadMe ? nil : Kind(named: String(Substring(name.utf8.dropFirst("templates/".utf8.count).dropLast(3))))
      let place = kind.map { path(of: RecordPath.example(of: $0)) } ?? file.path
      let record = Record(
        kind: kind ?? .charter, id: "", week: nil, document: Document(bytes, path: place, limits: charter.limits))
      return AuxiliaryFile(record: record, path: file.path, isTemplate: isTemplate)
    }
  }
}
