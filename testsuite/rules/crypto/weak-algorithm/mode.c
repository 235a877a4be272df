/* libgcrypt: the mode stands in a field, and one who wants it fast gets ECB. */
#include <gcrypt.h>

struct channel {
    gcry_cipher_hd_t handle;
    int algorithm, mode;
};

static void prepare(struct channel *channel, int fast) {
    channel->algorithm = GCRY_CIPHER_AES128;
    channel->mode = fast ? GCRY_CIPHER_MODE_ECB : GCRY_CIPHER_MODE_GCM;
}

int bad_channel(struct channel *channel, const void *key, int fast) {
    prepare(channel, fast);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    if (gcry_cipher_open(&channel->handle, channel->algorithm, channel->mode, 0))
        return -1;
    return gcry_cipher_setkey(channel->handle, key, 16) ? -1 : 0;
}

static void prepare_well(struct channel *channel, int fast) {
    channel->algorithm = GCRY_CIPHER_AES128;
    channel->mode = fast ? GCRY_CIPHER_MODE_OCB : GCRY_CIPHER_MODE_GCM;
}

int good_channel(struct channel *channel, const void *key, int fast) {
    prepare_well(channel, fast);
    if (gcry_cipher_open(&channel->handle, channel->algorithm, channel->mode, 0))
        return -1;
    return gcry_cipher_setkey(channel->handle, key, 16) ? -1 : 0;
}
