#include "store.h"

void store_open(struct store *store, unsigned char seed) {
    for (size_t i = 0; i < store->used; i++) {
        store->bytes[i] ^= seed;
        seed = (unsigned char)(seed * 5 + 1);
    }
}
