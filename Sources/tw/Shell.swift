#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Starts the user's own command line, as Git starts its pager and its editor.
///
/// - Parameters:
///   - command: from the user's variables or configuration, for the shell.
///   - arguments: what the shell has as `$0` and `$@`; it does not read them as a command.
///   - actions: what is done to the descriptors before.
/// - Returns: nil where it could not be started.
func startShell(_ command: String, _ arguments: [String] = [], _ actions: inout FileActions) -> pid_t? {
  #if canImport(Darwin)
    var attributes: posix_spawnattr_t?
  #else
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // What is ignored here is not for the child to ignore.
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  var words = (["sh", "-c", command] + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var child = pid_t()
  return posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, environ) == 0 ? child : nil
}

/// Waits for a child to end, which has the terminal meanwhile.
///
/// - Returns: its exit status, or 128 and the number of the signal that ended it.
func waitForTerminalChild(_ child: pid_t) -> Int32 {
  var result: Int32 = 0
  while waitpid(child, &result, 0) < 0, errno == EINTR {}
  return result & 0x7F == 0 ? (result >> 8) & 0xFF : 128 + result & 0x7F
}

#if canImport(Darwin)
  typealias FileActions = posix_spawn_file_actions_t?
#else
  typealias FileActions = posix_spawn_file_actions_t
#endif

/// None yet; to be destroyed by whoever has it.
func newFileActions() -> FileActions {
  #if canImport(Darwin)
    var actions: FileActions
  #else
    var actions = FileActions()
  #endif
  posix_spawn_file_actions_init(&actions)
  return actions
}
