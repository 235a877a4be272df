#ifndef LOOKUP_H
#define LOOKUP_H

struct lookup {
    char server[64];
    char domain[64];
};

int lookup_load(struct lookup *lookup, const char *path);
int lookup_ask(const struct lookup *lookup, const char *name);

#endif
