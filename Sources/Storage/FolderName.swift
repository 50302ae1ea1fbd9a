internal import Teamwork

/// Names of folders as systems see them that take names less exactly.
enum FolderName {
  /// Whether two names differ, and are one there.
  static func isAlike(_ name: String, _ other: String) -> Bool {
    !name.utf8.elementsEqual(other.utf8) && RecordPath.foldedAsFile(name) == RecordPath.foldedAsFile(other)
  }
}
