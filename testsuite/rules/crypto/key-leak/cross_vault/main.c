/* The fields beside the key are public, the key goes under the key of its receiver. */
// report: nothing
#include "vault.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/socket.h>

int vault_send(int peer, const struct vault *vault, const unsigned char *text, size_t size) {
    unsigned char out[512 + crypto_secretbox_MACBYTES];
    if (size > 512 || crypto_secretbox_easy(out, text, size, vault->nonce, vault->key))
        return -1;
    if (send(peer, vault->nonce, sizeof vault->nonce, 0) < 0 ||
        send(peer, vault->salt, sizeof vault->salt, 0) < 0)
        return -1;
    return send(peer, out, size + crypto_secretbox_MACBYTES, 0) < 0 ? -1 : 0;
}

int main(void) {
    struct vault vault;
    unsigned char page[512], receiver[32], wrapped[32 + crypto_box_SEALBYTES];
    size_t size = fread(page, 1, sizeof page, stdin);
    vault_begin(&vault);
    if (recv(3, receiver, sizeof receiver, 0) != (ssize_t)sizeof receiver ||
        crypto_box_seal(wrapped, vault.key, sizeof vault.key, receiver))
        return 1;
    if (send(3, wrapped, sizeof wrapped, 0) < 0)
        return 1;
    return vault_send(3, &vault, page, size);
}
