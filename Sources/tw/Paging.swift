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
  var actions = newFileActions()
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  posix_spawn_file_actions_addclose(&actions, ends[1])
  let child = startShell(command, [], &actions)
  close(ends[0])
  guard let child else {
    close(ends[1])
    return false
  }
  // The keys that stop a program are the pager's to answer.
  signal(SIGINT, SIG_IGN)
  signal(SIGQUIT, SIG_IGN)
  _ = writeAll(bytes, to: ends[1])
  close(ends[1])
  // 127: the shell found no such program.
  return waitForTerminalChild(child) != 127
}
