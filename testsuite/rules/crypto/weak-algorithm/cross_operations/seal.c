#include "seal.h"

#include <openssl/rand.h>

int seal_begin(EVP_CIPHER_CTX *context, const struct suite *suite, const unsigned char *key) {
    unsigned char iv[16];
    if (RAND_bytes(iv, sizeof iv) != 1)
        return 0;
    // report@+1: crypto/weak-algorithm
    return EVP_EncryptInit_ex(context, suite->cipher(), NULL, key, iv);
}
