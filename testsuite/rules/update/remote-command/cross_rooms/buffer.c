#include "buffer.h"

#include <stdlib.h>

/* Where LEAST bytes may be put. */
char *buffer_room(struct buffer *buffer, size_t least) {
    if (buffer->size - buffer->used < least) {
        char *more = realloc(buffer->data, buffer->used + least);
        if (!more)
            return NULL;
        buffer->data = more;
        buffer->size = buffer->used + least;
    }
    return buffer->data + buffer->used;
}

void buffer_took(struct buffer *buffer, size_t count) {
    buffer->used += count;
}
