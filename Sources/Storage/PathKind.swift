/// What a path leads to, links followed.
package enum PathKind: Sendable {
  case file, folder

  /// Nil where it leads to nothing.
  package init?(_ path: String) {
    guard let real = realPath(path), let kind = FileKind(path: real) else { return nil }
    if case .folder = kind { self = .folder } else { self = .file }
  }
}
