// report: nothing
#define OPENSSL_SUPPRESS_DEPRECATED
#include "digester.h"

#include <openssl/sha.h>

static void begin(void *state) {
    SHA256_Init(state);
}

static void add(void *state, const void *data, size_t size) {
    SHA256_Update(state, data, size);
}

static void end(void *state, unsigned char *digest) {
    SHA256_Final(digest, state);
}

const struct digester digester = {begin, add, end};
