/* What is drawn goes into rooms that another unit hands out. */
#include "message.h"

#include <stdio.h>
#include <unistd.h>

uint32_t arc4random(void);
void arc4random_buf(void *buf, size_t n);

static int good_pad(struct message *message, unsigned size) {
    uint32_t left = 0;
    for (unsigned i = 0; i < size; i++, left >>= 8) {
        if (i % 4 == 0)
            left = arc4random();
        if (message_put_byte(message, (uint8_t)left) < 0)
            return -1;
    }
    return 0;
}

static int good_nonce(struct message *message) {
    uint8_t nonce[32];
    arc4random_buf(nonce, sizeof nonce);
    return message_put(message, nonce, sizeof nonce);
}

static int good_pair(struct message *message) {
    uint8_t secret[32], *shown;
    if (message_room(message, 32, &shown) < 0)
        return -1;
    key_pair(secret, shown);
    return 0;
}

static int bad_pad(struct message *message, unsigned size) {
    for (unsigned i = 0; i < size; i++)
        // report@+1: crypto/entropy-dropped
        if (message_skip(message, (uint8_t)arc4random()) < 0)
            return -1;
    return 0;
}

int main(void) {
    static uint8_t bytes[256];
    struct message message = {bytes, 0, sizeof bytes, getpid()};
    if (good_pad(&message, 16) || good_nonce(&message) || good_pair(&message) ||
        bad_pad(&message, 16))
        return 2;
    return fwrite(message.bytes, 1, message.used, stdout) != message.used;
}
