#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that runs beside us, started without a shell.
///
/// Its three streams are served together, so that neither side waits for the other with a full pipe.
final class ChildProcess {
  /// What it has written and nobody has taken yet.
  var output: [UInt8] = []
  /// The end of what it has complained about.
  private(set) var errors: [UInt8] = []

  private let process: pid_t
  private var input: Int32
  private var outputEnd: Int32
  private var errorEnd: Int32
  private var status: Int32?

  private static let outputLimit = 512 << 20

  /// - Parameters:
  ///   - executable: a path; nothing is searched for.
  ///   - arguments: without the program's name.
  ///   - environment: the whole of it.
  init(executable: String, arguments: [String], environment: [String: String]) throws {
    // Sockets instead of pipes: writing to one whose reader is gone fails, and kills nobody.
    let toChild = try Self.socketPair()
    let fromChild = try Self.socketPair()
    let complaints = try Self.socketPair()
    (input, outputEnd, errorEnd) = (toChild.0, fromChild.0, complaints.0)
    let childEnds = [toChild.1, fromChild.1, complaints.1]
    defer { for descriptor in childEnds { close(descriptor) } }

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      var yes: Int32 = 1
      setsockopt(input, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in childEnds.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // The child gets the signals as a shell would give them, whatever we ignore.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Self.flags)

    var argumentList = ([executable] + arguments).map { strdup($0) } + [nil]
    var variableList = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in argumentList + variableList { free(text) } }
    var started: pid_t = 0
    let code = posix_spawn(&started, executable, &actions, &attributes, &argumentList, &variableList)
    process = started
    guard code == 0 else {
      status = 127 << 8
      throw GitError(.failure, "cannot start \(executable): \(String(cString: strerror(code)))")
    }
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    closeInput()
    for descriptor in [outputEnd, errorEnd] where descriptor >= 0 { close(descriptor) }
    _ = wait()
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Sends `bytes` and takes in what comes back until `isEnough` says so or the child has closed its output.
  ///
  /// - Parameter thenClose: ends the child's input after `bytes`.
  /// - Returns: whether it was enough.
  func exchange(
    _ bytes: [UInt8] = [], thenClose: Bool = false, until isEnough: ([UInt8]) throws -> Bool
  ) throws -> Bool {
    var rest = bytes[...]
    if rest.isEmpty && thenClose { closeInput() }
    while true {
      if rest.isEmpty, try isEnough(output) { return true }
      if outputEnd < 0 && errorEnd < 0 { return false }
      var ends = [
        pollfd(fd: rest.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ends, nfds_t(ends.count), -1) >= 0 || errno == EINTR else { throw Self.error("wait for a program") }
      if ends[0].revents != 0 {
        let sent = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Self.noSignal) }
        if sent >= 0 {
          rest = rest.dropFirst(sent)
        } else if errno != EINTR && errno != EAGAIN {
          // It does not want to read on; its output or its status tells why.
          rest = []
        }
        if rest.isEmpty && thenClose { closeInput() }
      }
      if ends[1].revents != 0 { Self.take(from: &outputEnd, into: &output) }
      if ends[2].revents != 0 {
        Self.take(from: &errorEnd, into: &errors)
        if errors.count > 1 << 16 { errors.removeFirst(errors.count - 1 << 12) }
      }
      guard output.count <= Self.outputLimit else {
        throw GitError(.failure, "a program wrote more than \(Self.outputLimit) bytes; reading it was stopped")
      }
    }
  }

  /// Waits for the end: the exit status, or 128 and the number of the signal.
  func wait() -> Int32 {
    if status == nil {
      var raw: Int32 = 0
      while waitpid(process, &raw, 0) < 0 && errno == EINTR {}
      status = raw
    }
    let raw = status ?? 0
    return raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
  }

  private static func take(from descriptor: inout Int32, into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      close(descriptor)
      descriptor = -1
    }
  }

  /// Two connected ends, none of them one of the three standard descriptors.
  private static func socketPair() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, socketType, 0, &ends) == 0 else { throw error("make a socket") }
    for index in ends.indices where ends[index] < 3 {
      let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 3)
      close(ends[index])
      ends[index] = moved
    }
    guard !ends.contains(-1) else { throw error("make a socket") }
    return (ends[0], ends[1])
  }

  private static func error(_ doing: String) -> GitError {
    GitError(.failure, "cannot \(doing): \(String(cString: strerror(errno)))")
  }

  // No other child may inherit our ends, not even one that another thread starts at this moment: it would keep
  // a stream open that we wait to see closed.
  #if canImport(Glibc)
    private static let noSignal = Int32(MSG_NOSIGNAL)
    private static let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    private static let socketType = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  #else
    private static let noSignal: Int32 = 0
    private static let flags =
      Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    private static let socketType = SOCK_STREAM
  #endif
}
