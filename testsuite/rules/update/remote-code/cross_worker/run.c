/* What arrives is unpacked and looked through; the code is the program's own. */
// report: nothing
#include "store.h"

#include <sys/mman.h>

int store_run(struct store *store) {
    unsigned sum = 0;
    if (mprotect(store->bytes, store->room, PROT_READ))
        return -1;
    for (size_t i = 0; i < store->used; i++)
        sum += store->bytes[i];
    return sum != 0;
}
