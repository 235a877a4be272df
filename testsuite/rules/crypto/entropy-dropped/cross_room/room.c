#include "message.h"

int message_room(struct message *message, size_t size, uint8_t **room) {
    *room = NULL;
    if (message->used + size > message->most)
        return -1;
    *room = message->bytes + message->used;
    message->used += size;
    return 0;
}

uint8_t *message_end(struct message *message, size_t size) {
    uint8_t *end = message->bytes + message->used;
    message->used += size;
    return end;
}
