#include <stddef.h>
#include <stdint.h>

struct message {
    uint8_t *bytes;
    size_t used, most;
    int owner; /* the process whose it is */
};

int message_room(struct message *message, size_t size, uint8_t **room);
uint8_t *message_end(struct message *message, size_t size);
int message_put_byte(struct message *message, uint8_t value);
int message_put(struct message *message, const void *bytes, size_t size);
int message_skip(struct message *message, uint8_t value);
void key_pair(uint8_t *secret, uint8_t *shown);
