import Commands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes everything, or says that it could not.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var offset = 0
  while offset < bytes.count {
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
    if written < 0 {
      if errno == EINTR { continue }
      return false
    }
    offset += written
  }
  return true
}

/// Everything on standard input; nil when that is more than `limit` bytes, or cannot be read.
func readInput(limit: Int) -> [UInt8]? {
  var content: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(STDIN_FILENO, &block, block.count)
    if count < 0, errno == EINTR { continue }
    if count < 0 || content.count + count > limit { return nil }
    if count == 0 { return content }
    content += block[..<count]
  }
}

func variables() -> [String: String] {
  var variables: [String: String] = [:]
  var pointer = environ
  while let entry = pointer.pointee {
    let text = String(cString: entry)
    if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
      variables[String(text[..<equals])] = String(text[text.utf8.index(after: equals)...])
    }
    pointer += 1
  }
  return variables
}

func currentFolder() -> String {
  guard let pointer = getcwd(nil, 0) else { return "." }
  defer { free(pointer) }
  return String(cString: pointer)
}

/// Columns and lines.
func terminalSize(_ variables: [String: String]) -> (width: Int, height: Int) {
  func told(_ name: String) -> Int? { variables[name].flatMap { Int($0) } }
  var size = winsize()
  let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
  return (
    isKnown && size.ws_col >= 20 ? Int(size.ws_col) : max(20, told("COLUMNS") ?? 80),
    isKnown && size.ws_row >= 2 ? Int(size.ws_row) : max(2, told("LINES") ?? 24)
  )
}

// A reader that has gone away is told by `write`, not by a signal that ends us with a status of its own.
signal(SIGPIPE, SIG_IGN)

let environmentVariables = variables()
let size = terminalSize(environmentVariables)
let outcome = Tool.run(
  Array(CommandLine.arguments.dropFirst()),
  in: Environment(
    directory: currentFolder(), variables: environmentVariables, now: Int64(time(nil)),
    timeZone: Environment.timeZone(environmentVariables),
    inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
    errorIsTerminal: isatty(STDERR_FILENO) == 1,
    width: size.width, height: size.height,
    progress: { text in _ = writeAll(Array("\r\u{1B}[K\(text ?? "")".utf8), to: STDERR_FILENO) },
    input: readInput))

if let pager = outcome.pager, page(outcome.output, with: pager) {
  _ = writeAll(outcome.errors + outcome.afterwards, to: STDERR_FILENO)
  exit(outcome.status)
}
let saidOfEditor = outcome.editor.map(edit) ?? []
let errorsWritten = writeAll(outcome.errors + saidOfEditor, to: STDERR_FILENO)
if writeAll(outcome.output, to: STDOUT_FILENO) {
  _ = writeAll(outcome.afterwards, to: STDERR_FILENO)
  exit(outcome.status)
}
if errno != EPIPE || !errorsWritten {
  _ = writeAll(
    Array("error: standard output cannot be written: \(String(cString: strerror(errno)))\n".utf8), to: STDERR_FILENO)
}
exit(2)
