/* Pieces come one by one. */
#include "store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int piece_read(int in, struct store *store) {
    unsigned char piece[256];
    ssize_t got = recv(in, piece, sizeof piece, 0);
    if (got <= 0 || store->used + (size_t)got > store->room)
        return 0;
    memcpy(store->bytes + store->used, piece, (size_t)got);
    store->used += (size_t)got;
    return 1;
}
