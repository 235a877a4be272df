#include "leaf.h"

#include <stdio.h>
#include <string.h>

/* What is kept is kept below the folder of the library. */
void keep_leaf(const struct leaf *leaf) {
    char path[200] = "/var/lib/leaves/";
    if (leaf->flags == 0x400 && !strchr(leaf->title, '/')) {
        strncat(path, leaf->title, 100);
        FILE *out = fopen(path, "w");
        if (out) {
            fputs(leaf->body, out);
            fclose(out);
        }
    }
}
