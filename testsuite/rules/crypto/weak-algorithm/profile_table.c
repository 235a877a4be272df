/* A table of names: what matters is the entry that is used, not what else the table lists. */
#include <openssl/evp.h>

enum profile { PROFILE_COMPATIBLE, PROFILE_STANDARD };

static const struct {
    const char *title;
    const char *digest;
} profiles[] = {
    [PROFILE_COMPATIBLE] = {"compatible", "MD5"},
    [PROFILE_STANDARD] = {"standard", "SHA256"},
};

int bad_verify(EVP_MD_CTX *context, EVP_PKEY *key) {
    const EVP_MD *digest = EVP_get_digestbyname(profiles[PROFILE_COMPATIBLE].digest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_DigestVerifyInit(context, NULL, digest, NULL, key);
}

int good_verify(EVP_MD_CTX *context, EVP_PKEY *key) {
    const EVP_MD *digest = EVP_get_digestbyname(profiles[PROFILE_STANDARD].digest);
    return EVP_DigestVerifyInit(context, NULL, digest, NULL, key);
}
