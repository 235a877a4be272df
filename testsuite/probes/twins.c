// Two pointers of one object that lead to the same memory: base and end, head and tail.
#include "probe.h"

#include <stdlib.h>
#include <string.h>

struct buffer {
    char *base, *end;
    char *other;
};

static void open_buffer(struct buffer *buffer, size_t size) {
    buffer->base = malloc(size);
    buffer->end = buffer->base;
    buffer->other = malloc(size);
}

static void put(struct buffer *buffer, const char *text) {
    strcpy(buffer->end, text);
    buffer->end += strlen(text);
}

static char *all(const struct buffer *buffer) {
    return buffer->base;
}

void written_at_the_end(void) {
    struct buffer buffer;
    open_buffer(&buffer, 64);
    put(&buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all(&buffer));
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(buffer.other);
}

void two_buffers(void) {
    struct buffer one, two;
    open_buffer(&one, 64);
    open_buffer(&two, 64);
    put(&one, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all(&one));
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(all(&two));
}

static struct buffer *new_buffer(void) {
    struct buffer *buffer = malloc(sizeof *buffer);
    open_buffer(buffer, 64);
    return buffer;
}

void made_by_a_function(void) {
    struct buffer *buffer = new_buffer();
    put(buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all(buffer));
}

static void set(char **pointer, char *to) {
    *pointer = to;
}

static void open_by_parts(struct buffer *buffer, size_t size) {
    char **rooms = malloc(4 * sizeof *rooms);
    for (int i = 0; i < 4; i++)
        rooms[i] = malloc(size);
    set(&buffer->base, rooms[1]);
    set(&buffer->end, rooms[1]);
}

void made_in_parts(void) {
    struct buffer buffer;
    open_by_parts(&buffer, 64);
    put(&buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all(&buffer));
}

static void start_over(struct buffer *buffer) {
    buffer->end = buffer->base;
}

void given_a_room(char *room) {
    struct buffer buffer = {room, NULL, NULL};
    start_over(&buffer);
    put(&buffer, vt_probe_text());
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(all(&buffer));
}

static struct buffer log_buffer;

void open_log(void) {
    open_buffer(&log_buffer, 4096);
}

void log_secret(void) {
    put(&log_buffer, vt_probe_text());
}

void send_log(void) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all(&log_buffer));
}
