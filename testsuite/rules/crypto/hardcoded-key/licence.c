/* The bytes of a key that are put together by a small loop are as constant as before. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char left[16] = {0x10, 0x9a, 0x44, 0xd3, 0x5e, 0x27, 0xbc, 0x81,
                                       0x6f, 0xe2, 0x38, 0x0d, 0xc5, 0x71, 0xf9, 0x16};

unsigned char *bad_stamp(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[16];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)(left[i] ^ (0x5a + 3 * i));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}

/* The environment gives the key; the loop only undoes its transport form. */
unsigned char *good_stamp(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[16] = {0};
    const char *text = getenv("STAMP_KEY");
    if (!text || strlen(text) < sizeof key)
        return NULL;
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)(text[i] ^ left[i]);
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}
