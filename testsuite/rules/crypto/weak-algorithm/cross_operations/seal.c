#include "seal.h"

int seal_begin(EVP_CIPHER_CTX *context, const struct suite *suite, const unsigned char *key) {
    static const unsigned char iv[16] = {0};
    // report@+1: crypto/weak-algorithm
    return EVP_EncryptInit_ex(context, suite->cipher(), NULL, key, iv);
}
