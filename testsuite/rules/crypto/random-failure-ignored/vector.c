/* An initialisation vector that nobody knows the state of. The flag of the twin is looked at in the
 * end. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

int bad_encrypt(gnutls_aead_cipher_hd_t cipher, const void *in, size_t size, void *out,
                size_t *length) {
    unsigned char nonce[12];
    gnutls_rnd(GNUTLS_RND_NONCE, nonce, sizeof nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return gnutls_aead_cipher_encrypt(cipher, nonce, sizeof nonce, NULL, 0, 16, in, size, out,
                                      length);
}

int good_encrypt(gnutls_aead_cipher_hd_t cipher, const void *in, size_t size, void *out,
                 size_t *length) {
    unsigned char nonce[12];
    int state = gnutls_rnd(GNUTLS_RND_NONCE, nonce, sizeof nonce);
    int result =
        gnutls_aead_cipher_encrypt(cipher, nonce, sizeof nonce, NULL, 0, 16, in, size, out, length);
    return state < 0 ? state : result;
}
