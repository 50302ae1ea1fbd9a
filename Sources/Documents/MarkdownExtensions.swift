internal import CMarkdown
internal import Synchronization

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
    let known = registered
    if tables { attach(known.table, parser) }
    if signs.contains(.tilde) { attach(known.strikethrough, parser) }
    if !signs.isDisjoint(with: [.address, .mail]) { attach(known.autolink, parser) }
    if signs.contains(.box) { attach(known.taskList, parser) }
  }

  /// Reads the inlines of what was fed.
  ///
  /// The characters at which extensions look stand in tables of the process. cmark enters them before it reads a text and
  /// takes them out afterwards, also from under a text that another thread reads (https://github.com/github/cmark-gfm/pull/176).
  /// Texts with a tilde are therefore read one after the other; what stands in the table for it is nothing to other texts.
  static func finish(_ parser: OpaquePointer, _ signs: Signs) -> OpaquePointer? {
    guard signs.contains(.tilde) else { return cmark_parser_finish(parser) }
    nonisolated(unsafe) let parser = parser
    nonisolated(unsafe) var document: OpaquePointer?
    tildes.withLock { _ in document = cmark_parser_finish(parser) }
    return document
  }

  private static let tildes = Mutex(())

  private static func attach(_ found: OpaquePointer?, _ parser: OpaquePointer) {
    if let found { cmark_parser_attach_syntax_extension(parser, found) }
  }

  static var taskList: OpaquePointer? { registered.taskList }

  // Made once, under the lock of a global's initialisation, and only read by cmark afterwards.
  nonisolated(unsafe) private static let registered = Registered()

  private struct Registered {
    let table: OpaquePointer?
    let strikethrough: OpaquePointer?
    let autolink: OpaquePointer?
    let taskList: OpaquePointer?

    init() {
      cmark_gfm_core_extensions_ensure_registered()
      table = cmark_find_syntax_extension("table")
      strikethrough = cmark_find_syntax_extension("strikethrough")
      autolink = cmark_find_syntax_extension("autolink")
      taskList = cmark_find_syntax_extension("tasklist")
      enterSpecialCharacters()
    }

    /// Those of bare addresses are entered here, and the extension is left with none to take out.
    private func enterSpecialCharacters() {
      guard let autolink, let parser = cmark_parser_new(0) else { return }
      defer { cmark_parser_free(parser) }
      cmark_parser_attach_syntax_extension(parser, autolink)
      cmark_manage_extensions_special_characters(parser, 1)
      cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    }
  }
}
