#include "store.h"

#include <sys/mman.h>

int store_run(struct store *store) {
    // report@+1: update/remote-code
    if (mprotect(store->bytes, store->room, PROT_READ | PROT_EXEC))
        return -1;
    return ((int (*)(void))(void *)store->bytes)();
}
