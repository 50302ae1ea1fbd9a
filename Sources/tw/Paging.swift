#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gives bytes to a pager, and waits until its reader has seen enough.
///
/// - Parameter command: run by the shell, as Git runs its pager: it is the user's own configuration.
/// - Returns: false where the pager could not be started, so that the bytes are still to be written.
func page(_ bytes: [UInt8], with command: String) -> Bool {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return false }
  // Git's own defaults: go away when all fits, keep colours, leave the screen as it is.
  setenv("LESS", "FRX", 0)
  setenv("LV", "-c", 0)
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  posix_spawn_file_actions_addclose(&actions, ends[1])
  #if canImport(Darwin)
    var attributes: posix_spawnattr_t?
  #else
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // What is ignored here is not for the pager to ignore.
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  let words = ["sh", "-c", command]
  var arguments = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var child = pid_t()
  let status = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ)
  close(ends[0])
  guard status == 0 else {
    close(ends[1])
    return false
  }
  // The keys that stop a program are the pager's to answer.
  signal(SIGINT, SIG_IGN)
  signal(SIGQUIT, SIG_IGN)
  _ = writeAll(bytes, to: ends[1])
  close(ends[1])
  var result: Int32 = 0
  while waitpid(child, &result, 0) < 0, errno == EINTR {}
  // 127: the shell found no such program.
  return result & 0x7F != 0 || (result >> 8) & 0xFF != 127
}
