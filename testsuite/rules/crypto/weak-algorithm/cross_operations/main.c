#include "seal.h"

#include <openssl/rand.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    unsigned char key[32];
    unsigned capabilities = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (RAND_bytes(key, sizeof key) != 1)
        return 1;
    return seal_begin(context, suite_for(capabilities), key) != 1;
}
