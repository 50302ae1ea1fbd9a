#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Commands

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

func terminalWidth(_ variables: [String: String]) -> Int {
  var size = winsize()
  if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 { return Int(size.ws_col) }
  return variables["COLUMNS"].flatMap { Int($0) }.map { max(20, $0) } ?? 80
}

// A reader that has gone away is told by `write`, not by a signal that ends us with a status of its own.
signal(SIGPIPE, SIG_IGN)

let environmentVariables = variables()
let outcome = Tool.run(
  Array(CommandLine.arguments.dropFirst()),
  in: Environment(
    directory: currentFolder(), variables: environmentVariables, now: Int64(time(nil)),
    outputIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
    width: terminalWidth(environmentVariables),
    progress: { text in _ = writeAll(Array("\r\u{1B}[K\(text ?? "")".utf8), to: STDERR_FILENO) }))

let errorsWritten = writeAll(outcome.errors, to: STDERR_FILENO)
if writeAll(outcome.output, to: STDOUT_FILENO) {
  exit(outcome.status)
}
if errno != EPIPE || !errorsWritten {
  _ = writeAll(Array("error: standard output cannot be written: \(String(cString: strerror(errno)))\n".utf8), to: STDERR_FILENO)
}
exit(2)
