/* The same, and the caller asks. */
// report: nothing
#include "bytes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

int bytes_mac(const unsigned char *in, size_t size, unsigned char mac[32]) {
    unsigned char key[32];
    if (bytes_draw(key, sizeof key))
        return -1;
    return HMAC(EVP_sha256(), key, sizeof key, in, size, mac, NULL) ? 0 : -1;
}
