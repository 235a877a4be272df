#include <stddef.h>

struct line {
    int fd;
    size_t used;
    char text[4096];
};

struct line *line_new(int fd);
int line_read(struct line *line);
