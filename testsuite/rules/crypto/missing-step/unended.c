/* Data are given to the verification of a signature, which a jump leaves out. */
#include <openssl/evp.h>

struct letter {
    const unsigned char *head, *body, *signature;
    size_t nhead, nbody, nsignature;
};

int bad_jump(EVP_PKEY *key, const struct letter *letter) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int failed = EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) != 1;
    if (failed)
        goto end;
    if ((failed = EVP_DigestVerifyUpdate(context, letter->head, letter->nhead) != 1))
        goto end;
    if ((failed = EVP_DigestVerifyUpdate(context, letter->body, letter->nbody) != 1))
        goto end;
    goto end;
    failed = EVP_DigestVerifyFinal(context, letter->signature, letter->nsignature) != 1;
end:
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_MD_CTX_free(context);
    return failed;
}

int good_jump(EVP_PKEY *key, const struct letter *letter) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int failed = EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) != 1;
    if (failed)
        goto end;
    if ((failed = EVP_DigestVerifyUpdate(context, letter->head, letter->nhead) != 1))
        goto end;
    if ((failed = EVP_DigestVerifyUpdate(context, letter->body, letter->nbody) != 1))
        goto end;
    failed = EVP_DigestVerifyFinal(context, letter->signature, letter->nsignature) != 1;
end:
    EVP_MD_CTX_free(context);
    return failed;
}

/* Where something goes wrong the work ends early. */
int good_early(EVP_PKEY *key, const struct letter *letter) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) != 1 ||
        EVP_DigestVerifyUpdate(context, letter->head, letter->nhead) != 1) {
        EVP_MD_CTX_free(context);
        return -1;
    }
    int result = EVP_DigestVerifyFinal(context, letter->signature, letter->nsignature);
    EVP_MD_CTX_free(context);
    return result == 1 ? 0 : -1;
}

/* Who began it goes on with it. */
EVP_MD_CTX *good_handed_out(EVP_PKEY *key, const struct letter *letter) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
        EVP_DigestVerifyUpdate(context, letter->head, letter->nhead) == 1)
        return context;
    EVP_MD_CTX_free(context);
    return NULL;
}
