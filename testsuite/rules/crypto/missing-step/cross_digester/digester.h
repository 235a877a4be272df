#include <stddef.h>

struct digester {
    void (*begin)(void *state);
    void (*add)(void *state, const void *data, size_t size);
    void (*end)(void *state, unsigned char *digest);
};

extern const struct digester digester;
