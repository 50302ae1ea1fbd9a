/// The forms that findings come in: `tw validate --format`.
package enum FindingFormat: String, Sendable, CaseIterable {
  case full, concise, json, sarif, github, gitlab, junit
}

extension ValidationReport {
  /// The report in a format, ready to be written. Width and colours matter to the formats for people only.
  package func bytes(as format: FindingFormat, width: Int = 80, colored: Bool = false) -> [UInt8] {
    switch format {
    case .full: full(width: width).bytes(colored: colored)
    case .concise: concise().bytes(colored: colored)
    case .json: json().bytes()
    case .sarif: sarif().bytes()
    case .github: Array(github().utf8)
    case .gitlab: gitlab().bytes()
    case .junit: Array(junit().utf8)
    }
  }
}
