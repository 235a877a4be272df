#include "bytes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

int bytes_mac(const unsigned char *in, size_t size, unsigned char mac[32]) {
    unsigned char key[32];
    bytes_draw(key, sizeof key);
    // report@+1: crypto/random-failure-ignored
    return HMAC(EVP_sha256(), key, sizeof key, in, size, mac, NULL) ? 0 : -1;
}
