#include "setup.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

int main(int argc, char **argv) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    setup_read(argc, argv);
    if (EVP_PKEY_keygen_init(context) != 1)
        return 1;
    // report@+1: crypto/short-key
    if (EVP_PKEY_CTX_set_rsa_keygen_bits(context, setup.bits) != 1)
        return 1;
    return EVP_PKEY_keygen(context, &key) != 1;
}
