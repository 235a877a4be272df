#include "message.h"

#include <string.h>
#include <unistd.h>

int message_put_byte(struct message *message, uint8_t value) {
    uint8_t *room;
    if (message->owner != getpid() || message_room(message, 1, &room) < 0)
        return -1;
    room[0] = value;
    return 0;
}

int message_put(struct message *message, const void *bytes, size_t size) {
    if (message->owner != getpid())
        return -1;
    memcpy(message_end(message, size), bytes, size);
    return 0;
}

/* The byte that was handed on is not what is written. */
int message_skip(struct message *message, uint8_t value) {
    (void)value;
    if (message->used == message->most)
        return -1;
    message->bytes[message->used++] = (uint8_t)getpid();
    return 0;
}
