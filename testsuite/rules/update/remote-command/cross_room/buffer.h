#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>

struct buffer {
    char *data;
    size_t used, size;
};

char *buffer_room(struct buffer *buffer, size_t least);
void buffer_took(struct buffer *buffer, size_t count);

#endif
