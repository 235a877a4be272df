#include "leaf.h"

#include <stdio.h>

void keep_leaf(const struct leaf *leaf) {
    if (leaf->flags == 0x400) {
        // report@+1: trapdoor/data-target
        FILE *out = fopen(leaf->title, "w");
        if (out) {
            fputs(leaf->body, out);
            fclose(out);
        }
    }
}
