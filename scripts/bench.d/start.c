/* A program that is linked with what `tw` is linked with, and returns at once. */

#include <cmark-gfm-core-extensions.h>
#include <git2.h>
#include <yaml.h>

int main(int count, char **arguments) {
  (void)arguments;
  /* Named, so that no library is left out; never called. */
  if (count > 1000) {
    git_libgit2_init();
    cmark_gfm_core_extensions_ensure_registered();
    return yaml_get_version_string()[0];
  }
  return 0;
}
