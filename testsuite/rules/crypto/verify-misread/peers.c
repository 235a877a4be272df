/* Public keys of the other side that make no secret: the library says so, and nobody looks. */
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <sodium.h>

int bad_multiplied(unsigned char *key, const unsigned char *mine, const unsigned char *peer) {
    unsigned char secret[32];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    (void)!crypto_scalarmult(secret, mine, peer);
    return crypto_generichash(key, 32, secret, sizeof secret, NULL, 0);
}

int good_multiplied(unsigned char *key, const unsigned char *mine, const unsigned char *peer) {
    unsigned char secret[32];
    if (crypto_scalarmult(secret, mine, peer) != 0)
        return -1;
    return crypto_generichash(key, 32, secret, sizeof secret, NULL, 0);
}

/* The caller looks. */
int good_returned(unsigned char *secret, const unsigned char *mine, const unsigned char *peer) {
    return crypto_scalarmult(secret, mine, peer);
}

int bad_checked(EVP_PKEY_CTX *agreed, EVP_PKEY_CTX *context, EVP_PKEY *peer, unsigned char *out,
                size_t *n) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    EVP_PKEY_public_check(context);
    return EVP_PKEY_derive_set_peer(agreed, peer) > 0 && EVP_PKEY_derive(agreed, out, n) > 0;
}

int good_checked(EVP_PKEY_CTX *agreed, EVP_PKEY_CTX *context, EVP_PKEY *peer, unsigned char *out,
                 size_t *n) {
    if (EVP_PKEY_public_check(context) != 1)
        return 0;
    return EVP_PKEY_derive_set_peer(agreed, peer) > 0 && EVP_PKEY_derive(agreed, out, n) > 0;
}

struct session {
    int failed;
    unsigned char secret[32];
};

/* What is remembered is looked at later. */
void good_remembered(struct session *session, const unsigned char *mine,
                     const unsigned char *peer) {
    session->failed = crypto_scalarmult(session->secret, mine, peer);
}
