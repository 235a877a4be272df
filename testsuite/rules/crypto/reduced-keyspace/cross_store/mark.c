#include "store.h"

#include <string.h>

/* The tag is public, and short on purpose: the key behind it is not touched. */
void store_mark(struct store *store) {
    memset(store->tag + 4, 0, sizeof store->tag - 4);
    for (size_t i = 0; i < 4; i++)
        store->tag[i] &= 0x3f;
}
