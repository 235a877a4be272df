/* One wrapper, called with the key of a file and, before, with numbers whose result is known. */
// report: nothing
#include "box.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

int box_mac(const unsigned char *key, size_t nkey, const unsigned char *in, size_t size,
            unsigned char mac[32]) {
    return HMAC(EVP_sha256(), key, (int)nkey, in, size, mac, NULL) ? 0 : -1;
}
