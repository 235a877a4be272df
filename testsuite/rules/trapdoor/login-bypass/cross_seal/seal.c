/* What a parcel's seal is worth. */
#include "seal.h"

int is_sealed(EVP_PKEY *key, const struct parcel *parcel) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good =
        context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
        EVP_DigestVerify(context, parcel->seal, parcel->seal_size, parcel->body, parcel->size) == 1;
    EVP_MD_CTX_free(context);
    return good;
}
