// report: nothing
#include <mbedtls/aes.h>
#include <string.h>
#include <sys/socket.h>

int fill_with_noise(unsigned char *at, size_t size);
void fill_rest(unsigned char *at, size_t used, size_t size);

struct link {
    int peer;
    mbedtls_aes_context aes;
    unsigned char vector[16];
};

int link_put(struct link *link, const unsigned char *text, size_t size) {
    unsigned char block[512], out[528];
    size_t whole = (size / 16 + 1) * 16;
    if (whole > sizeof block || fill_with_noise(link->vector, sizeof link->vector))
        return -1;
    memcpy(block, text, size);
    fill_rest(block, size, whole);
    memcpy(out, link->vector, 16);
    if (mbedtls_aes_crypt_cbc(&link->aes, MBEDTLS_AES_ENCRYPT, whole, link->vector, block,
                              out + 16))
        return -1;
    return send(link->peer, out, whole + 16, 0) == (ssize_t)whole + 16 ? 0 : -1;
}
