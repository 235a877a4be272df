/* A test that forged data are refused wants one certain failure; who takes but one failure for one
 * lets the others pass. */
#include <stddef.h>

typedef struct gnutls_pubkey_st *gnutls_pubkey_t;
typedef struct gnutls_aead_st *gnutls_aead_cipher_hd_t;
typedef struct {
    unsigned char *data;
    unsigned size;
} gnutls_datum_t;

int gnutls_pubkey_verify_data2(gnutls_pubkey_t key, int algorithm, unsigned flags,
                               const gnutls_datum_t *data, const gnutls_datum_t *signature);
int gnutls_aead_cipher_decrypt(gnutls_aead_cipher_hd_t cipher, const void *nonce, size_t nnonce,
                               const void *extra, size_t nextra, size_t tag, const void *in,
                               size_t n, void *out, size_t *nout);

enum { BAD_SIGNATURE = -89, TEST_FAILED = -400 };

int good_test(gnutls_pubkey_t key, const gnutls_datum_t *forged, const gnutls_datum_t *signature) {
    int result = gnutls_pubkey_verify_data2(key, 22, 0, forged, signature);
    if (result != BAD_SIGNATURE)
        return TEST_FAILED;
    return 0;
}

int bad_verify(gnutls_pubkey_t key, const gnutls_datum_t *data, const gnutls_datum_t *signature) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    int result = gnutls_pubkey_verify_data2(key, 22, 0, data, signature);
    if (result == BAD_SIGNATURE)
        return TEST_FAILED;
    return 0;
}

int good_open(gnutls_aead_cipher_hd_t cipher, const void *nonce, const void *in, size_t n,
              void *out) {
    size_t size = n;
    if (gnutls_aead_cipher_decrypt(cipher, nonce, 12, NULL, 0, 16, in, n, out, &size) < 0)
        return TEST_FAILED;
    return (int)size;
}
