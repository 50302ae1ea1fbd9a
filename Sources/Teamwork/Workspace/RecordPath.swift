internal import Documents
@_spi(_Unicode) import Swift
package import Text

/// What the path of a file says about it.
package enum RecordPath: Sendable, Equatable {
  /// A record. `week` is set for a status report in a week's folder.
  case record(Kind, id: Name, week: Week?)
  /// The workspace's own: templates, summaries, README files, what begins with a dot.
  case ignored
  /// Nobody's: the part of the path that should not be there, relative to the workspace.
  case stray(String)

  /// - Parameters:
  ///   - path: relative to the workspace's folder.
  ///   - summaries: the folder of the summaries, relative to the workspace; nil when it lies outside.
  package init(_ path: String, summaries: String? = "summaries") {
    var path = path
    self = path.withUTF8 { RecordPath(of: $0, summaries) }
  }

  /// History asks for thousands of paths, so that no part is made into a text that is not kept.
  private init(of path: UnsafeBufferPointer<UInt8>, _ summaries: String?) {
    let slash = UInt8(ascii: "/")
    func text(_ range: Range<Int>) -> String { String(decoding: path[range], as: UTF8.self) }
    if path.elementsEqual("teamwork.md".utf8) {
      self = .record(.charter, id: "teamwork", week: nil)
      return
    }
    let folderEnd = path.firstIndex(of: slash) ?? path.count
    let folder = path[..<folderEnd]
    if folder.elementsEqual("templates".utf8) {
      self = .ignored
      return
    }
    // Summaries among the records would hide them.
    let kindOfFolder = Self.folders.first { $0.name.elementsEqual(folder) }
    if let summaries, kindOfFolder == nil, path.starts(with: summaries.utf8) {
      let end = summaries.utf8.count
      if path.count == end || path[end] == slash {
        self = .ignored
        return
      }
    }
    let nameStart = path.lastIndex(of: slash).map { $0 + 1 } ?? 0
    let name = path[nameStart...]
    let isMarkdown = name.suffix(3).elementsEqual(".md".utf8)
    let dot = UInt8(ascii: ".")
    let isInHidden = (0..<nameStart).contains { path[$0] == dot && ($0 == 0 || path[$0 - 1] == slash) }
    if isInHidden || (name.first == dot && !isMarkdown) || name.elementsEqual("README.md".utf8) {
      self = .ignored
      return
    }
    guard let (_, kind, isByWeek) = kindOfFolder else {
      self = .stray(text(0..<folderEnd))
      return
    }
    guard nameStart > 0, isMarkdown else {
      // An empty folder of a kind is nothing; a file that has its name is.
      self = .stray(text(0..<path.count))
      return
    }
    let nameEnd = path.count - 3
    guard isByWeek else {
      self = .record(kind, id: Name(text(nameStart..<nameEnd)), week: nil)
      return
    }
    let middle = (folderEnd + 1)..<max(folderEnd + 1, nameStart - 1)
    if !middle.isEmpty, !path[middle].contains(slash), let week = Week(text(middle)) {
      self = .record(kind, id: Name("\(week)/\(text(nameStart..<nameEnd))"), week: week)
    } else {
      self = .record(kind, id: Name(text((folderEnd + 1)..<nameEnd)), week: nil)
    }
  }

  private static let folders: [(name: [UInt8], kind: Kind, isByWeek: Bool)] =
    Kind.allCases.filter { !$0.folder.isEmpty }.map { (Array($0.folder.utf8), $0, $0.declaration.isByWeek) }

  /// Where a record of a kind could lie, relative to the workspace.
  static func example(of kind: Kind) -> String {
    kind.folder.isEmpty ? "teamwork.md" : kind.folder + (kind.declaration.isByWeek ? "/week/x.md" : "/x.md")
  }

  /// What a path that is nobody's would be where names are taken less exactly; nil where it would be nobody's there, too.
  static func twin(of stray: String) -> String? {
    let names = Kind.allCases.map(\.folder).filter { !$0.isEmpty } + ["templates", "summaries", "teamwork.md"]
    let folded = foldedAsFile(stray)
    return names.first { $0 == folded && $0 != stray }
  }

  /// Why a text is no id, or nil when it is one: see "Files" in the format.
  package static func fault(ofID id: String) -> String? {
    if id.isEmpty { return "it is empty" }
    if id.utf8.count > 100 { return "it has \(id.utf8.count) bytes; 100 are allowed" }
    var isASCII = true
    for (index, scalar) in id.unicodeScalars.enumerated() {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z", "0"..."9": continue
        case "-", "_", ".":
          if index == 0 { return "it does not begin with a letter or digit" }
          continue
        case "A"..."Z": return "it has a capital letter"
        default: return "it has a character that is no letter, digit, `-`, `_` or `.`"
        }
      }
      isASCII = false
      if scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter {
        return "it has a capital letter"
      }
      if !isLetterOrDigit(scalar), !(isMark(scalar) && index > 0) {
        return "it has a character that is no letter, digit, `-`, `_` or `.`"
      }
    }
    if !isASCII, !id.unicodeScalars.elementsEqual(id._nfc) { return "it is not in Unicode's normal form NFC" }
    return nil
  }

  /// The form in which two ids are the same name to a person: case folded, and canonically equal
  /// texts are equal `String`s.
  package static func folded(_ id: String) -> String {
    if id.utf8.allSatisfy({ $0 < 0x80 }) { return id.lowercased() }
    var folded = ""
    for scalar in id.unicodeScalars {
      let properties = scalar.properties
      // `straße` is `strasse` and `ς` is `σ`: small letters fold by way of their capitals.
      folded += properties.changesWhenCaseFolded ? properties.uppercaseMapping.lowercased() : String(scalar)
    }
    return folded
  }

  /// The form in which two names are one file on some system: capitals do not count, macOS sees some characters not at all,
  /// and Windows drops dots and blanks at the end.
  package static func foldedAsFile(_ name: String) -> String {
    var scalars = Array(name.unicodeScalars)
    scalars.removeAll { scalar in
      switch scalar.value {
      case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
      default: false
      }
    }
    while let last = scalars.last, last == "." || last == " " { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return folded(String(text))
  }
}
