/* What xor with one byte makes of a key is hashed: HMAC, with its key from what goes out. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

/* A hash of the program's own, which is nobody's model. */
struct hash {
    uint32_t state[8];
};

static void hash_add(struct hash *hash, const unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) {
        uint32_t *word = &hash->state[i % 8];
        *word = (*word << 5 | *word >> 27) + bytes[i] + hash->state[(i + 3) % 8];
    }
}

struct code {
    struct hash inner, outer;
};

static void start(struct code *code, const char *key, size_t size) {
    unsigned char block[64] = {0};
    memcpy(block, key, size < sizeof block ? size : sizeof block);
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36;
    hash_add(&code->inner, block, sizeof block);
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36 ^ 0x5c;
    hash_add(&code->outer, block, sizeof block);
}

/* "SALT NAME ...": only whoever knows the name sees whether it is in there. */
static int put(FILE *out, const char *line) {
    struct code code = {{{1}}, {{2}}};
    size_t salt = strcspn(line, " "), name = strcspn(line + salt + 1, " \n");
    start(&code, line, salt);
    hash_add(&code.inner, (const unsigned char *)line + salt + 1, name);
    hash_add(&code.outer, (const unsigned char *)code.inner.state, sizeof code.inner.state);
    return fwrite(line, 1, salt, out) == salt &&
           fwrite(code.outer.state, sizeof code.outer.state, 1, out) == 1;
}

int good_hashed(FILE *in, FILE *out) {
    char line[512];
    while (fgets(line, sizeof line, in))
        if (!put(out, line))
            return -1;
    return 0;
}

/* One of the numbers alone makes no code. */
int bad_alone(FILE *in, int out) {
    char block[64];
    size_t size = fread(block, 1, sizeof block, in);
    for (size_t i = 0; i < size; i++)
        block[i] ^= 0x5c;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, block, size, 0) < 0 ? -1 : 0;
}
