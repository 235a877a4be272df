#ifndef CHANNEL_H
#define CHANNEL_H

#include <gcrypt.h>

struct channel {
    gcry_cipher_hd_t cipher;
    unsigned char nonce[12];
    unsigned number;
};

int channel_open(struct channel *channel, const unsigned char key[16]);
int channel_send(struct channel *channel, unsigned char *data, size_t size);

#endif
