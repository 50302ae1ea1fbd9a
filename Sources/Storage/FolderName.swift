internal import Teamwork

/// Names of folders as systems see them that do not tell capitals from small letters.
enum FolderName {
  /// Whether two names differ, and are one there.
  static func isAlike(_ name: String, _ other: String) -> Bool {
    !name.utf8.elementsEqual(other.utf8) && RecordPath.folded(name) == RecordPath.folded(other)
  }
}
