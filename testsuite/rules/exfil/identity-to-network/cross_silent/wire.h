#include <stddef.h>

struct wire {
    int out;
};

int wire_open(struct wire *wire, const char *address);
void wire_drop(const struct wire *wire, const char *text, size_t size);
int wire_put(const struct wire *wire, const char *text, size_t size);
