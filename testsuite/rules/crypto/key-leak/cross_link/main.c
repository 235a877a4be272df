#include "link.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/socket.h>

int link_announce(const struct link *link) {
    // report@+1: crypto/key-leak
    return send(link->peer, link->hint, sizeof link->hint, 0) < 0 ? -1 : 0;
}

int main(void) {
    struct link link = {.peer = 3};
    unsigned char page[512], out[512 + crypto_secretbox_MACBYTES], nonce[24];
    size_t size = fread(page, 1, sizeof page, stdin);
    link_begin(&link);
    link_hint(&link);
    randombytes_buf(nonce, sizeof nonce);
    if (link_announce(&link) || crypto_secretbox_easy(out, page, size, nonce, link.key))
        return 1;
    return fwrite(out, 1, size, stdout) != size;
}
