/* The initialisation vector is filled by a function of another unit, with one byte. */
#include <mbedtls/aes.h>
#include <string.h>
#include <sys/socket.h>

void fill_with_pattern(unsigned char *at, size_t size);

struct link {
    int peer;
    mbedtls_aes_context aes;
    unsigned char vector[16];
};

int link_put(struct link *link, const unsigned char *block, size_t size) {
    unsigned char out[1024];
    if (size > sizeof out || size % 16)
        return -1;
    fill_with_pattern(link->vector, sizeof link->vector);
    // report@+1: crypto/constant-nonce
    if (mbedtls_aes_crypt_cbc(&link->aes, MBEDTLS_AES_ENCRYPT, size, link->vector, block, out))
        return -1;
    return send(link->peer, out, size, 0) == (ssize_t)size ? 0 : -1;
}
