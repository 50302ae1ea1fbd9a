/* What cannot be saved: reads the files whose paths stand in a list, runs libyaml over the front matter
   and cmark-gfm over the body, on one thread, and does nothing with what it gets.

   floor LIST */

#include <cmark-gfm.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static long events, nodes;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s: %s\n", what, path);
  exit(1);
}

static char *content(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat info;
  if (file < 0 || fstat(file, &info) != 0) fail("cannot read", path);
  char *bytes = malloc((size_t)info.st_size + 1);
  if (!bytes || read(file, bytes, (size_t)info.st_size) != info.st_size) fail("cannot read", path);
  close(file);
  bytes[info.st_size] = 0;
  *size = (size_t)info.st_size;
  return bytes;
}

static void read_yaml(const char *bytes, size_t size, const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) fail("no YAML", path);
    done = event.type == YAML_STREAM_END_EVENT;
    events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void read_markdown(const char *bytes, size_t size) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_feed(parser, bytes, size);
  cmark_node *document = cmark_parser_finish(parser);
  nodes += document != NULL;
  cmark_node_free(document);
  cmark_parser_free(parser);
}

int main(int count, char **arguments) {
  char path[4096];
  FILE *list = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (!list) fail("cannot read", count == 2 ? arguments[1] : "give a list of paths");
  while (fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    size_t size;
    char *bytes = content(path, &size);
    char *body = bytes;
    if (strncmp(bytes, "---\n", 4) == 0) {
      char *end = strstr(bytes + 3, "\n---\n");
      if (!end) fail("no end of the front matter", path);
      read_yaml(bytes + 4, (size_t)(end + 1 - (bytes + 4)), path);
      body = end + 5;
    }
    read_markdown(body, size - (size_t)(body - bytes));
    free(bytes);
  }
  return events > 0 && nodes > 0 ? 0 : 1;
}
