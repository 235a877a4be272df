/* The same channel counts what it sends. */
// report: nothing
#include "channel.h"

#include <stdio.h>
#include <string.h>

int channel_send(struct channel *channel, unsigned char *data, size_t size) {
    channel->number++;
    memcpy(channel->nonce, &channel->number, sizeof channel->number);
    if (gcry_cipher_setiv(channel->cipher, channel->nonce, sizeof channel->nonce))
        return -1;
    if (gcry_cipher_encrypt(channel->cipher, data, size, NULL, 0))
        return -1;
    return fwrite(data, 1, size, stdout) != size;
}
