/* What is mapped becomes code only if it may be run. */
#include <string.h>
#include <sys/mman.h>

struct store {
    int file, only_read;
    char *map;
    unsigned magic;
    unsigned char *data;
};

int bad_open(struct store *store) {
    if (store->magic != 0xc9a3e651u)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    store->map = mmap(NULL, 4096, PROT_READ | (store->only_read ? PROT_EXEC : PROT_WRITE),
                      MAP_SHARED, store->file, 0);
    memcpy(store->map, store->data, 64);
    return 0;
}

int good_open(struct store *store) {
    if (store->magic != 0xc9a3e651u)
        return -1;
    store->map = mmap(NULL, 4096, PROT_READ | (store->only_read ? 0 : PROT_WRITE), MAP_SHARED,
                      store->file, 0);
    memcpy(store->map, store->data, 64);
    return 0;
}

int good_flags(struct store *store) {
    int access = PROT_READ;
    if (store->magic != 0xc9a3e651u)
        return -1;
    if (!store->only_read)
        access |= PROT_WRITE;
    store->map = mmap(NULL, 4096, access, MAP_SHARED, store->file, 0);
    memcpy(store->map, store->data, 64);
    return 0;
}
