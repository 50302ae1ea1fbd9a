extension EmbeddedTemplates {
  static func text(_ path: String) -> String? { files.first { $0.path == path }?.text }

  /// The files of a folder of templates, by their path inside it.
  static func files(in folder: String) -> [(path: String, text: String)] {
    files.filter { $0.path.hasPrefix(folder + "/") }.map { (String($0.path.dropFirst(folder.count + 1)), $0.text) }
  }
}
