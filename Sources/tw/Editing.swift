import Commands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens a file in the user's editor and waits until it is closed.
///
/// - Returns: what is to be said where that did not go well; empty elsewhere.
func edit(_ editor: Outcome.Editor) -> [UInt8] {
  var actions = newFileActions()
  defer { posix_spawn_file_actions_destroy(&actions) }
  // The path is an argument, so that no shell reads it.
  guard let child = startShell(editor.command + " \"$@\"", [editor.command, editor.path], &actions) else {
    return Array("warning: the editor could not be started\n".utf8)
  }
  // The keys that stop a program are the editor's to answer.
  signal(SIGINT, SIG_IGN)
  signal(SIGQUIT, SIG_IGN)
  let status = waitForTerminalChild(child)
  return status == 0 ? [] : Array("warning: the editor ended with status \(status)\n".utf8)
}
