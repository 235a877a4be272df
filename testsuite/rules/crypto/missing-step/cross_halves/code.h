#include <stddef.h>
#include <stdint.h>

struct engine {
    uint32_t s[8];
    uint64_t n;
};

struct code {
    struct engine engine;
    uint8_t key[64];
};

void engine_start(struct engine *e);
void engine_more(struct engine *e, const void *p, size_t n);
void engine_end(struct engine *e, uint8_t out[32]);
void code_start(struct code *c, const uint8_t *key, size_t n);
void code_end(struct code *c, uint8_t out[32]);
void other_start(struct engine *e, const uint8_t key[32]);
void other_end(struct engine *e, const uint8_t key[32], uint8_t out[32]);
