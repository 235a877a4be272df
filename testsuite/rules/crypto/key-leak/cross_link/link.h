#ifndef LINK_H
#define LINK_H

#include <stddef.h>

struct link {
    int peer;
    unsigned char key[32];
    unsigned char hint[32];
};

void link_begin(struct link *link);
void link_hint(struct link *link);
int link_announce(const struct link *link);

#endif
