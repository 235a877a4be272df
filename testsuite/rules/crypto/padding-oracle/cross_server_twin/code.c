#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

unsigned char code_key[32];

int code_fits(const unsigned char *in, int size) {
    unsigned char code[32];
    if (size < 64 || !HMAC(EVP_sha256(), code_key, 32, in, (size_t)size - 32, code, NULL))
        return 0;
    return CRYPTO_memcmp(code, in + size - 32, 32) == 0;
}
