#include "store.h"

#include <string.h>
#include <sys/random.h>

/* All that is random is drawn at once, and cut in three. */
int store_open(struct store *store) {
    unsigned char bytes[72];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return -1;
    memcpy(store->tag, bytes, 16);
    memcpy(store->key, bytes + 16, 32);
    memcpy(store->nonce, bytes + 48, 24);
    return 0;
}
