#include "leaf.h"

#include <string.h>

void read_leaf(struct leaf *leaf, const char *data) {
    leaf->flags = data[0] == data[9] && data[1] > data[8] ? 0x400 : 2;
    leaf->title = data + 16;
    leaf->body = data + 80;
    keep_leaf(leaf);
}
