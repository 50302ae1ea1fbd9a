#include <git2.h>
#include <git2/sys/repository.h>
#include <git2/sys/odb_backend.h>

#include <string.h>
#include <zlib.h>

// Whether a zlib stream goes on to its end. libgit2 1.5 waits for ever for the rest of one that does not.
static inline int cgit2_is_whole_stream(const unsigned char *bytes, size_t count) {
  unsigned char rest[16384];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit(&stream) != Z_OK) return 0;
  stream.next_in = (unsigned char *)bytes;
  stream.avail_in = (unsigned int)count;
  int code;
  do {
    stream.next_out = rest;
    stream.avail_out = sizeof rest;
    code = inflate(&stream, Z_NO_FLUSH);
  } while (code == Z_OK);
  inflateEnd(&stream);
  return code != Z_BUF_ERROR;
}

// Swift cannot call a function with a variable number of arguments.
static inline int cgit2_disable_caching(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}
