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
    if path == "teamwork.md" {
      self = .record(.charter, id: "teamwork", week: nil)
      return
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0)! }
    if parts[0] == "templates" || path == "templates" {
      self = .ignored
      return
    }
    // Summaries among the records would hide them.
    let kindOfFolder = Kind.allCases.first { $0 != .charter && $0.folder == parts[0] }
    if let summaries, kindOfFolder == nil, path == summaries || path.hasPrefix(summaries + "/") {
      self = .ignored
      return
    }
    let name = parts[parts.count - 1]
    let isMarkdown = name.utf8.suffix(3).elementsEqual(".md".utf8)
    if parts.dropLast().contains(where: { $0.hasPrefix(".") }) || (name.hasPrefix(".") && !isMarkdown)
      || name == "README.md"
    {
      self = .ignored
      return
    }
    guard let kind = kindOfFolder else {
      self = .stray(parts[0])
      return
    }
    guard parts.count > 1, isMarkdown else {
      // An empty folder of a kind is nothing; a file that has its name is.
      self = .stray(path)
      return
    }
    let id = String(Substring(name.utf8.dropLast(3)))
    guard kind.declaration.isByWeek else {
      self = .record(kind, id: Name(id), week: nil)
      return
    }
    if parts.count == 3, let week = Week(parts[1]) {
      self = .record(kind, id: Name("\(week)/\(id)"), week: week)
    } else {
      self = .record(kind, id: Name(parts.dropFirst().dropLast().map { $0 + "/" }.joined() + id), week: nil)
    }
  }

  /// Where a record of a kind could lie, relative to the workspace.
  static func example(of kind: Kind) -> String {
    kind.folder.isEmpty ? "teamwork.md" : kind.folder + (kind.declaration.isByWeek ? "/week/x.md" : "/x.md")
  }

  /// What a path that is nobody's would be where capitals do not count; nil where it would be nobody's there, too.
  static func twin(of stray: String) -> String? {
    let names = Kind.allCases.map(\.folder).filter { !$0.isEmpty } + ["templates", "summaries", "teamwork.md"]
    let folded = folded(stray)
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
}
