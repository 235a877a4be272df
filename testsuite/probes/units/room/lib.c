#include "room.h"
#include <stdlib.h>

static void grow(struct buffer *buffer) {
    if (buffer->size - buffer->length < 128)
        buffer->bytes = realloc(buffer->bytes, buffer->size += 128);
}

char *room_of(struct buffer *buffer, long *size) {
    grow(buffer);
    *size = buffer->size - buffer->length;
    return buffer->bytes + buffer->length;
}

int get_room(struct buffer *buffer, char **room, long *size) {
    grow(buffer);
    *size = buffer->size - buffer->length;
    *room = buffer->bytes + buffer->length;
    return 0;
}

int get_other(struct buffer *buffer, char **room) {
    *room = malloc(buffer->size);
    return 0;
}

static struct settings own, defaults;

struct settings *default_settings(void) {
    return &defaults;
}

int get_settings(struct settings **out) {
    *out = &own;
    return 0;
}

void look_at_settings(void) {
    // expected-remark@+1 {{memory: fgets.}}
    vt_probe_memory(own.secret);
    // expected-remark@+1 {{memory: read.}}
    vt_probe_memory(defaults.secret);
}
