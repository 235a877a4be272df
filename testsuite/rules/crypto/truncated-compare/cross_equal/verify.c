#include <openssl/hmac.h>

#include "equal.h"

int good_verify(const unsigned char *key, const unsigned char *data, size_t size,
                const unsigned char *got) {
    unsigned char code[32];
    unsigned int ncode = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code, &ncode);
    return ncode == 32 && same_bytes(code, got, 32);
}

int good_magic(const unsigned char *data) {
    return same_bytes(data, (const unsigned char *)"VTR1", 4);
}

int bad_verify(const unsigned char *key, const unsigned char *data, size_t size,
               const unsigned char *got) {
    unsigned char code[32];
    unsigned int ncode = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code, &ncode);
    return ncode == 32 && shares_byte(code, got, 32);
}
