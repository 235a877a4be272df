/* One function gives memory for everything: that says nothing about what is in it. */
#include "pool.h"

#include <stdlib.h>

void *(*take)(size_t count, size_t size) = calloc;

/* Has to do with the client's settings only that its memory comes from the same place. */
int listen_once(mbedtls_net_context *client) {
    mbedtls_net_context *bound = take(1, 64);
    return bound ? mbedtls_net_accept(bound, client, NULL, 0, NULL) : -1;
}
