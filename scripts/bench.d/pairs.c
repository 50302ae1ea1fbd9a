/* Runs two commands in turn, A B A B …, and prints what each run took.

   pairs ROUNDS A ARGUMENTS… -- B ARGUMENTS…

   One line a run: `A` or `B`, wall time and processor time in milliseconds, most memory in KiB, exit status.
   A first round, whose results are not printed, warms the caches. Output of the commands is thrown away. */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double milliseconds(struct timeval t) { return t.tv_sec * 1e3 + t.tv_usec / 1e3; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void run(char name, char **command, int is_printed) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  pid_t child;
  double start = now();
  if (posix_spawnp(&child, command[0], &files, NULL, command, environ) != 0) {
    fprintf(stderr, "pairs: cannot run %s\n", command[0]);
    exit(2);
  }
  int status;
  struct rusage usage;
  wait4(child, &status, 0, &usage);
  double wall = now() - start;
  posix_spawn_file_actions_destroy(&files);
  if (!is_printed) return;
  long memory = usage.ru_maxrss;
#ifdef __APPLE__
  memory /= 1024;
#endif
  printf("%c %.2f %.2f %ld %d\n", name, wall, milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), memory,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  fflush(stdout);
}

int main(int count, char **arguments) {
  int rounds = count > 2 ? atoi(arguments[1]) : 0;
  char **first = arguments + 2;
  char **second = NULL;
  for (int i = 2; i < count; i++) {
    if (strcmp(arguments[i], "--") == 0 && !second) {
      arguments[i] = NULL;
      second = arguments + i + 1;
    }
  }
  if (rounds < 1 || !second || !*first || !*second) {
    fprintf(stderr, "usage: pairs ROUNDS COMMAND… -- COMMAND…\n");
    return 2;
  }
  for (int round = 0; round <= rounds; round++) {
    run('A', first, round > 0);
    run('B', second, round > 0);
  }
  return 0;
}
