#include "channel.h"

#include <string.h>

int channel_open(struct channel *channel, const unsigned char key[16]) {
    memset(channel->nonce, 0, sizeof channel->nonce);
    channel->number = 0;
    if (gcry_cipher_open(&channel->cipher, GCRY_CIPHER_AES128, GCRY_CIPHER_MODE_GCM, 0))
        return -1;
    return gcry_cipher_setkey(channel->cipher, key, 16) ? -1 : 0;
}
