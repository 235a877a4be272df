// report: nothing
/* An HMAC whose halves stand in two units. */
#include "code.h"
#include <string.h>

void code_start(struct code *c, const uint8_t *key, size_t n) {
    uint8_t block[64];
    memset(c->key, 0, 64);
    memcpy(c->key, key, n > 64 ? 64 : n);
    for (int i = 0; i < 64; i++)
        block[i] = c->key[i] ^ 0x36;
    engine_start(&c->engine);
    engine_more(&c->engine, block, 64);
}

void other_start(struct engine *e, const uint8_t key[32]) {
    uint8_t block[64] = {0};
    for (int i = 0; i < 32; i++)
        block[i] = key[i];
    for (int i = 0; i < 64; i++)
        block[i] ^= 0x36;
    engine_start(e);
    engine_more(e, block, 64);
}
