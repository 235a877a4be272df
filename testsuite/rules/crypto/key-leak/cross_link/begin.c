#include "link.h"

#include <sodium.h>

void link_begin(struct link *link) {
    randombytes_buf(link->key, sizeof link->key);
}
