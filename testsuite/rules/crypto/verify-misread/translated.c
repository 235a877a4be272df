/* A function of the program says by numbers of its own how the check came out. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

static int check_image(EVP_PKEY_CTX *context, const unsigned char *signature,
                       const unsigned char *digest) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (EVP_PKEY_verify(context, signature, 256, digest, 32) != 1)
        return -1;
    return 0;
}

int bad_dropped(EVP_PKEY_CTX *context, const unsigned char *signature,
                const unsigned char *digest) {
    check_image(context, signature, digest);
    return system("/usr/libexec/install-image");
}

static int is_forged(const unsigned char *signature, const unsigned char *digest, RSA *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    return !RSA_verify(NID_sha256, digest, 32, signature, 256, key);
}

int bad_reversed(const unsigned char *signature, const unsigned char *digest, RSA *key) {
    if (is_forged(signature, digest, key))
        return system("/usr/libexec/install-image");
    return -1;
}

int bad_here(const unsigned char *signature, const unsigned char *data, size_t size,
             const unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (crypto_sign_verify_detached(signature, data, size, key))
        return system("/usr/libexec/install-image");
    return -1;
}

static int check_plan(EVP_PKEY_CTX *context, const unsigned char *signature,
                      const unsigned char *digest) {
    if (EVP_PKEY_verify(context, signature, 256, digest, 32) != 1)
        return -1;
    return 0;
}

int good_asked(EVP_PKEY_CTX *context, const unsigned char *signature, const unsigned char *digest) {
    if (check_plan(context, signature, digest) < 0)
        return -1;
    return system("/usr/libexec/install-image");
}

static int is_broken(const unsigned char *signature, const unsigned char *digest, RSA *key) {
    return !RSA_verify(NID_sha256, digest, 32, signature, 256, key);
}

int good_not_broken(const unsigned char *signature, const unsigned char *digest, RSA *key) {
    if (is_broken(signature, digest, key))
        return -1;
    return system("/usr/libexec/install-image");
}

/* It is done here already what there is to do with the result: who calls need not ask. */
static int install_if_genuine(EVP_PKEY_CTX *context, const unsigned char *signature,
                              const unsigned char *digest) {
    if (EVP_PKEY_verify(context, signature, 256, digest, 32) != 1)
        return -1;
    if (system("/usr/libexec/install-image"))
        return -2;
    return 0;
}

void good_done(EVP_PKEY_CTX *context, const unsigned char *signature, const unsigned char *digest) {
    install_if_genuine(context, signature, digest);
}
