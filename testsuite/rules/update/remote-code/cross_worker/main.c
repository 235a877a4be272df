#include "store.h"

#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    struct store store = {.room = 1 << 16};
    store.bytes =
        mmap(NULL, store.room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    while (piece_read(STDIN_FILENO, &store))
        continue;
    store_open(&store, 0x5d);
    return store_run(&store);
}
