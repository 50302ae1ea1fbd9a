internal import Documents
internal import Git
internal import Storage
internal import Teamwork
internal import Text

extension Session {
  private static let mostFiles = 5_000
  private static let mostBytes = 32 << 20
  /// How many lines are told.
  private static let mostLines = 20

  /// Tells which Markdown files that Git tracks outside the workspace still link to files that have moved: they are not ours to
  /// change.
  ///
  /// - Parameter moved: the old paths, relative to the repository's top.
  func noteLinksFromElsewhere(to moved: [String], _ workspace: Workspace) {
    if moved.isEmpty { return }
    do {
      let links = try linksFromElsewhere(to: moved, workspace)
      for link in links.prefix(Self.mostLines) {
        note("\(visible(link.path)):\(link.line) still links to `\(link.target)`.")
      }
      if links.count > Self.mostLines { note("… and \(counted(links.count - Self.mostLines, "link")) more.") }
    } catch {
      warn("links from outside the workspace were not looked for: \(Failure(error).message)")
    }
  }

  private func linksFromElsewhere(to moved: [String], _ workspace: Workspace) throws -> [(
    path: String, line: Int, target: String
  )] {
    let targets = Set(moved.map { Name($0) })
    // What cannot be written otherwise stands in the file as it is.
    let names = moved.map { Array(($0.utf8.split(separator: UInt8(ascii: "/")).last ?? $0.utf8[...])) }
    let isPlain = names.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
    let inside = [workspace.folder, workspace.charter.summaries].compactMap { $0 }.map {
      Array(($0.hasSuffix("/") ? $0 : $0 + "/").utf8)
    }
    let files = try repository().indexEntries().entries.filter { entry in
      entry.path.suffix(3).elementsEqual(".md".utf8) && (entry.mode == .regular || entry.mode == .executable)
        && entry.fault == nil
        && !inside.contains { entry.path.starts(with: $0) }
    }
    let reader = FileReader(top: try top())
    var links: [(path: String, line: Int, target: String)] = []
    let skipped = try skippedFiles()
    var read = 0
    var unread = 0
    for (number, file) in files.enumerated() {
      if number == Self.mostFiles || read > Self.mostBytes {
        warn("only the first \(number) of \(files.count) Markdown files outside the workspace were looked at for links")
        break
      }
      let path = String(decoding: file.path, as: UTF8.self)
      // What is not there, or is no text, links to nothing.
      guard let bytes = try? reader.read(path, limit: workspace.charter.limits.fileSize) else {
        if skipped.contains(path) { unread += 1 }
        continue
      }
      read += bytes.count
      if isPlain, !names.contains(where: { bytes.holds($0) }) { continue }
      let document = Document(bytes, limits: workspace.charter.limits)
      for reference in document.body?.references ?? [] {
        let link: String
        switch reference.target {
        case .file(let path), .picture(let path): link = path
        case .mention, .wiki: continue
        }
        guard let target = workspace.path(of: link, linkedFrom: path), targets.contains(Name(target)) else { continue }
        links.append((path, document.source.line(at: reference.range.lowerBound), target))
      }
    }
    if unread > 0 {
      warn("\(counted(unread, "Markdown file")) that Git has not checked out here may link to what moved")
    }
    return links
  }
}

extension [UInt8] {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first), place + word.count <= endIndex {
      if self[place..<(place + word.count)].elementsEqual(word) { return true }
      start = place + 1
    }
    return false
  }
}
