/* Results of three values, read as if they were of two. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <sodium.h>

int bad_not(EVP_MD_CTX *context, const unsigned char *signature, unsigned size, EVP_PKEY *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (!EVP_VerifyFinal(context, signature, size, key))
        return -1;
    return 0;
}

int bad_truth(EVP_MD_CTX *context, const unsigned char *signature, size_t size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    return EVP_DigestVerifyFinal(context, signature, size) ? 0 : -1;
}

int good_not(EVP_MD_CTX *context, const unsigned char *signature, unsigned size, EVP_PKEY *key) {
    if (EVP_VerifyFinal(context, signature, size, key) <= 0)
        return -1;
    return 0;
}

int good_equal(EVP_MD_CTX *context, const unsigned char *signature, size_t size) {
    return EVP_DigestVerifyFinal(context, signature, size) == 1 ? 0 : -1;
}

/* These have two values indeed. */
int good_two_values(const unsigned char *digest, const unsigned char *signature, RSA *rsa) {
    if (!RSA_verify(NID_sha256, digest, 32, signature, 256, rsa))
        return -1;
    return 0;
}

int good_negative(const unsigned char *signature, const unsigned char *data, size_t size,
                  const unsigned char *key) {
    if (crypto_sign_verify_detached(signature, data, size, key) == -1)
        return -1;
    return 0;
}

/* All three are told apart. */
int good_three(EVP_MD_CTX *context, const unsigned char *signature, unsigned size, EVP_PKEY *key) {
    int result = EVP_VerifyFinal(context, signature, size, key);
    if (result < 0)
        return -2;
    if (result == 0)
        return -1;
    return 0;
}
