#include "seal.h"

#include <sodium.h>
#include <string.h>

void seal_setup(struct seal *seal, const char *text) {
    memset(seal->key, 0, sizeof seal->key);
    memcpy(seal->key, text, strlen(text) < 32 ? strlen(text) : 32);
    randombytes_buf(seal->nonce, sizeof seal->nonce);
}
