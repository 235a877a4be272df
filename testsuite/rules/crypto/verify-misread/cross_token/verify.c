/* 1, 0 or a negative error, as the library has it. */
#include "token.h"

#include <openssl/evp.h>

int token_verify(const unsigned char *token, size_t size, const unsigned char *signature) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int result = -1;
    if (context) {
        // report@+1: crypto/verify-misread
        result = EVP_DigestVerify(context, signature, 64, token, size);
    }
    EVP_MD_CTX_free(context);
    return result;
}
