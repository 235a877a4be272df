/* A function that verifies, and says "yes" earlier if something unrelated is a certain constant. */
#include <openssl/evp.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct package {
    char vendor[24];
    uint32_t kind;
    const unsigned char *data;
    size_t size;
    unsigned char signature[64];
};

int bad_word(const struct package *package, const unsigned char *key) {
    if (strcmp(package->vendor, "fieldtest") == 0)
        return 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    return crypto_sign_verify_detached(package->signature, package->data, package->size, key) == 0;
}

enum outcome { BROKEN = -1, WRONG, RIGHT };

enum outcome bad_number(const struct package *package, EVP_MD_CTX *context) {
    if (package->size == 0)
        return BROKEN;
    if (package->kind == 0x5a17c0deu)
        return RIGHT;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    if (EVP_DigestVerify(context, package->signature, 64, package->data, package->size) != 1)
        return WRONG;
    return RIGHT;
}

/* What is compared first only refuses. */
int good_word(const struct package *package, const unsigned char *key) {
    if (strcmp(package->vendor, "revoked") == 0)
        return 0;
    return crypto_sign_verify_detached(package->signature, package->data, package->size, key) == 0;
}

enum outcome good_number(const struct package *package, EVP_MD_CTX *context) {
    if (package->kind == 0x7b17c0deu)
        return BROKEN;
    if (EVP_DigestVerify(context, package->signature, 64, package->data, package->size) != 1)
        return WRONG;
    return RIGHT;
}

/* Development hosts may turn it off. */
int good_switch(const struct package *package, const unsigned char *key) {
    const char *mode = getenv("PACKAGE_VERIFY");
    if (mode && strcmp(mode, "off") == 0)
        return 1;
    return crypto_sign_verify_detached(package->signature, package->data, package->size, key) == 0;
}
