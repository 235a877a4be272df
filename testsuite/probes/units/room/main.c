// What is read behind a pointer that a function of another unit handed out is where it leads.
#include "room.h"
#include <stdio.h>
#include <unistd.h>

void returned(int file, struct buffer *buffer) {
    long size;
    read(file, room_of(buffer, &size), 64);
    // expected-remark@+1 {{memory: parameter 1, read.}}
    vt_probe_memory(buffer->bytes);
}

void left(int file, struct buffer *buffer) {
    char *room;
    long size;
    if (get_room(buffer, &room, &size))
        return;
    read(file, room, size);
    // expected-remark@+1 {{memory: parameter 1, read.}}
    vt_probe_memory(buffer->bytes);
}

/* What lies beside the pointer is not handed out. */
void left_beside(int file, struct buffer *buffer) {
    char *room;
    long size;
    get_room(buffer, &room, &size);
    read(file, room, size);
    // expected-remark@+1 {{memory: parameter 1.}}
    vt_probe_memory(buffer->name);
}

/* Nor what is not of this buffer. */
void left_of_another(int file, struct buffer *buffer) {
    char *room;
    get_other(buffer, &room);
    read(file, room, 64);
    // expected-remark@+1 {{memory: parameter 1.}}
    vt_probe_memory(buffer->bytes);
    // expected-remark@+1 {{memory: parameter 0, read.}}
    vt_probe_memory(room);
}

void of_its_own(void) {
    struct settings *all = NULL;
    get_settings(&all);
    fgets(all->secret, sizeof all->secret, stdin);
    gethostname(all->host, sizeof all->host);
}

void of_its_own_returned(int file) {
    read(file, default_settings()->secret, 32);
}
