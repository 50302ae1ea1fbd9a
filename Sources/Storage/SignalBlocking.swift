#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Does something that a polite stop (Ctrl-C, a closed terminal, `kill`) waits for: it comes before or after.
///
/// The threads of Dispatch take no such signal, so that it is enough for this one not to.
func withSignalsBlocked<Result>(_ body: () throws -> Result) rethrows -> Result {
  var stops = sigset_t()
  var before = sigset_t()
  sigemptyset(&stops)
  for stop in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&stops, stop) }
  pthread_sigmask(SIG_BLOCK, &stops, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try body()
}
