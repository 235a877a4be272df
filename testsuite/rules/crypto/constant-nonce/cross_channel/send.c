#include "channel.h"

#include <stdio.h>

int channel_send(struct channel *channel, unsigned char *data, size_t size) {
    if (gcry_cipher_setiv(channel->cipher, channel->nonce, sizeof channel->nonce))
        return -1;
    // report@+1: crypto/constant-nonce
    if (gcry_cipher_encrypt(channel->cipher, data, size, NULL, 0))
        return -1;
    return fwrite(data, 1, size, stdout) != size;
}
