// Loaded into `tw` before the C library: counts the calls that change files, and lets one of them go wrong.
//
// TW_FAULT_LOG  a file that gets a line for each call
// TW_FAULT      the number of the call, from 1
// TW_FAULT_KIND "error": it fails; "kill": the process ends before it; "torn": after it, or in the midst of a write;
//               "broken": it fails, and so do all behind it; "stop": the process is asked to end just before it
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int count;

// Whoever starts the program may have left signals blocked.
__attribute__((constructor)) static void take_signals(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

enum { GO, FAIL, TEAR };

static int meet(const char *name) {
  if (strcmp(program_invocation_short_name, "tw") != 0) return GO;
  int number = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
  const char *log = getenv("TW_FAULT_LOG"), *wanted = getenv("TW_FAULT"), *kind = getenv("TW_FAULT_KIND");
  if (log) {
    int (*open_file)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    ssize_t (*write_bytes)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    int descriptor = open_file(log, O_WRONLY | O_APPEND | O_CREAT, 0644);
    char line[64];
    write_bytes(descriptor, line, (size_t)snprintf(line, sizeof line, "%s\n", name));
    close(descriptor);
  }
  if (!wanted || !kind || number < atoi(wanted)) return GO;
  if (strcmp(kind, "broken") == 0) return FAIL;
  if (number != atoi(wanted)) return GO;
  if (strcmp(kind, "stop") == 0) {
    kill(getpid(), SIGTERM);
    return GO;
  }
  if (strcmp(kind, "kill") == 0) kill(getpid(), SIGKILL);
  return strcmp(kind, "torn") == 0 ? TEAR : FAIL;
}

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)
#define CALL(name, ...) \
  int fate = meet(#name); \
  if (fate == FAIL) { errno = EIO; return -1; } \
  int answer = real(__VA_ARGS__); \
  if (fate == TEAR) kill(getpid(), SIGKILL); \
  return answer

int mkstemp(char *template) { REAL(int, mkstemp, char *); CALL(mkstemp, template); }
int fchmod(int file, mode_t mode) { REAL(int, fchmod, int, mode_t); CALL(fchmod, file, mode); }
int fsync(int file) { REAL(int, fsync, int); CALL(fsync, file); }
int rename(const char *from, const char *to) { REAL(int, rename, const char *, const char *); CALL(rename, from, to); }
int link(const char *from, const char *to) { REAL(int, link, const char *, const char *); CALL(link, from, to); }
int unlink(const char *path) { REAL(int, unlink, const char *); CALL(unlink, path); }
int mkdir(const char *path, mode_t mode) { REAL(int, mkdir, const char *, mode_t); CALL(mkdir, path, mode); }

ssize_t write(int file, const void *bytes, size_t size) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (file <= STDERR_FILENO) return real(file, bytes, size);
  switch (meet("write")) {
  case FAIL: errno = ENOSPC; return -1;
  case TEAR: real(file, bytes, size / 2); kill(getpid(), SIGKILL);
  }
  return real(file, bytes, size);
}
