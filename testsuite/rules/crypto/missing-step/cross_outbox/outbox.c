/* The same, and compared. */
#include "mac.h"

#include <stdio.h>

static int take(const void *key, size_t length, const unsigned char *in, size_t size) {
    struct mac mac;
    if (size < 32 || mac_begin(&mac, key, length) || mac_add(&mac, in, size - 32))
        return -1;
    return mac_end(&mac, in + size - 32, 32);
}

int main(void) {
    unsigned char key[32], message[1024];
    size_t size;
    FILE *file = fopen("/etc/outbox.key", "rb");
    if (!file || fread(key, 1, sizeof key, file) != sizeof key)
        return 2;
    fclose(file);
    size = fread(message, 1, sizeof message, stdin);
    if (take(key, sizeof key, message, size))
        return 1;
    return fwrite(message, 1, size - 32, stdout) == size - 32 ? 0 : 2;
}
