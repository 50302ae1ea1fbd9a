#include <git2.h>
#include <git2/sys/repository.h>
#include <git2/sys/odb_backend.h>

#include <stdint.h>
#include <string.h>
#include <zlib.h>

// Whether the file of an object, `KIND SIZE NUL CONTENT` as a zlib stream, goes on to its end and holds as much as it says.
// libgit2 1.5 waits for ever for the rest of one that is cut short, and writes past its memory with one that holds more.
// With `header_alone`, whether it begins as it should.
static inline int cgit2_is_whole_object(const unsigned char *bytes, size_t count, int header_alone) {
  unsigned char out[16384];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit(&stream) != Z_OK) return 0;
  stream.next_in = (unsigned char *)bytes;
  stream.avail_in = (unsigned int)count;
  uint64_t header = 0, size = 0, total = 0;
  int code;
  do {
    stream.next_out = out;
    stream.avail_out = sizeof out;
    code = inflate(&stream, Z_NO_FLUSH);
    size_t got = sizeof out - stream.avail_out;
    if (header == 0) {
      // libgit2 looks for the end of the header in as many bytes.
      const unsigned char *end = memchr(out, 0, got < 64 ? got : 64);
      const unsigned char *digit = end ? memchr(out, ' ', end - out) : NULL;
      if (!digit || digit + 1 == end || end - digit > 20) break;
      while (++digit < end && *digit >= '0' && *digit <= '9') size = size * 10 + (*digit - '0');
      if (digit < end) break;
      header = end + 1 - out;
      if (header_alone) break;
    }
    total += got;
  } while (code == Z_OK && total <= header + size);
  inflateEnd(&stream);
  return header != 0 && (header_alone || (code == Z_STREAM_END && total == header + size));
}

// Swift cannot call a function with a variable number of arguments.
static inline int cgit2_disable_caching(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}

// A backend of objects, and what it belongs to.
typedef struct {
  git_odb_backend backend;
  void *owner;
} cgit2_owned_backend;
