internal import CMarkdown

/// The extensions that libcmark-gfm registers once for the process. Each costs time, and is asked for only where its signs
/// are in the text.
enum MarkdownExtensions {
  struct Signs: OptionSet {
    let rawValue: UInt8
    /// `[^`
    static let footnote = Signs(rawValue: 1)
    /// `[ ]`, `[x]`
    static let box = Signs(rawValue: 2)
    /// `~`
    static let tilde = Signs(rawValue: 4)
    /// `://`, `www.`
    static let address = Signs(rawValue: 8)
    /// `@`
    static let mail = Signs(rawValue: 16)
  }

  static func signs(in text: UnsafeBufferPointer<UInt8>) -> Signs {
    var signs: Signs = []
    var index = 0
    while let open = memoryIndex(of: UInt8(ascii: "["), in: text, from: index, to: text.count - 1) {
      if text[open + 1] == UInt8(ascii: "^") { signs.insert(.footnote) }
      if open + 2 < text.count, text[open + 2] == UInt8(ascii: "]") { signs.insert(.box) }
      index = open + 1
    }
    if memoryContains(text, UInt8(ascii: "~")) { signs.insert(.tilde) }
    if memoryIndex(of: "://", in: text, from: 0, to: text.count) != nil
      || memoryIndex(of: "www.", in: text, from: 0, to: text.count) != nil
    {
      signs.insert(.address)
    }
    return signs
  }

  /// - Parameter tables: whether there are any.
  static func attach(_ signs: Signs, to parser: OpaquePointer, tables: Bool) {
    if tables { attach(table, parser) }
    if signs.contains(.tilde) { attach(strikethrough, parser) }
    if !signs.isDisjoint(with: [.address, .mail]) { attach(autolink, parser) }
    if signs.contains(.box) { attach(taskList, parser) }
  }

  private static func attach(_ found: OpaquePointer?, _ parser: OpaquePointer) {
    if let found { cmark_parser_attach_syntax_extension(parser, found) }
  }

  // Written once, under the lock of a global's initialisation, and only read by cmark afterwards.
  nonisolated(unsafe) private static let table = named("table")
  nonisolated(unsafe) private static let strikethrough = named("strikethrough")
  nonisolated(unsafe) private static let autolink = named("autolink")
  nonisolated(unsafe) static let taskList = named("tasklist")

  private static func named(_ name: String) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension(name)
  }
}
