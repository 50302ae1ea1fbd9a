import Foundation

/// The folder that `Package.swift` lies in.
package let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The folder of the tests' own program, where the `tw` that was built with it lies.
package let builtFolder = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path

/// A real team's history, where it lies beside the project; nil where it does not.
package let realTeamBundle: String? = {
  let path = URL(fileURLWithPath: projectFolder).deletingLastPathComponent().appendingPathComponent(
    "shared/data/rust-goals.bundle"
  ).path
  return FileManager.default.fileExists(atPath: path) ? path : nil
}()

/// A file of the project, for tests of what is written and where.
package struct ProjectFile {
  /// Relative to the project's folder, `Sources/Teamwork/Rules/Rules.swift`.
  package let path: String
  package let text: String

  /// Those below a folder of the project whose names end so, in the order of their paths.
  package static func all(below folder: String, ending: String = ".swift") throws -> [ProjectFile] {
    let top = projectFolder + "/" + folder
    guard let found = FileManager.default.enumerator(atPath: top) else { throw CocoaError(.fileNoSuchFile) }
    return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted().map { path in
      ProjectFile(path: folder + "/" + path, text: try String(contentsOfFile: top + "/" + path, encoding: .utf8))
    }
  }
}
