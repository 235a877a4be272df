// report: nothing
/* 1, 0 or a negative error, as the library has it. */
#include "ticket.h"

#include <openssl/evp.h>

int ticket_verify(const unsigned char *ticket, size_t size, const unsigned char *signature) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int result = -1;
    if (context) {
        result = EVP_DigestVerify(context, signature, 64, ticket, size);
    }
    EVP_MD_CTX_free(context);
    return result;
}
