#include "code.h"

void code_end(struct code *c, uint8_t out[32]) {
    uint8_t block[64];
    engine_end(&c->engine, out);
    for (int i = 0; i < 64; i++)
        block[i] = c->key[i] ^ 0x5c;
    engine_start(&c->engine);
    engine_more(&c->engine, block, 64);
    engine_more(&c->engine, out, 32);
    engine_end(&c->engine, out);
}

void other_end(struct engine *e, const uint8_t key[32], uint8_t out[32]) {
    uint8_t block[64] = {0};
    for (int i = 0; i < 32; i++)
        block[i] = key[i];
    for (int i = 0; i < 64; i++)
        block[i] ^= 0x5c;
    engine_end(e, out);
    engine_start(e);
    engine_more(e, block, 64);
    engine_more(e, out, 32);
    engine_end(e, out);
}
