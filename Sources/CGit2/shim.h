#include <git2.h>
#include <git2/sys/repository.h>
#include <git2/sys/odb_backend.h>

// Swift cannot call a function with a variable number of arguments.
static inline int cgit2_disable_caching(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}
