/* RSA with the padding of PKCS #1 v1.5, by libraries that have no other, or are told to take it. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <mbedtls/md.h>
#include <mbedtls/rsa.h>
#include <nettle/rsa.h>
#include <stdlib.h>

int bad_parcel(gnutls_pubkey_t receiver, gnutls_datum_t *out) {
    unsigned char bytes[32];
    gnutls_datum_t in = {bytes, sizeof bytes};
    if (gnutls_rnd(GNUTLS_RND_KEY, bytes, sizeof bytes) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return gnutls_pubkey_encrypt_data(receiver, 0, &in, out);
}

static void draw(void *unused, size_t size, uint8_t *bytes) {
    (void)unused;
    if (gnutls_rnd(GNUTLS_RND_RANDOM, bytes, size) < 0)
        abort();
}

int bad_number(const struct rsa_public_key *receiver, mpz_t out) {
    uint8_t bytes[32];
    draw(NULL, sizeof bytes, bytes);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return rsa_encrypt(receiver, NULL, draw, sizeof bytes, bytes, out);
}

static void prepare(mbedtls_rsa_context *receiver, int padding, int digest) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    mbedtls_rsa_set_padding(receiver, padding, digest);
}

void bad_receiver(mbedtls_rsa_context *receiver) {
    prepare(receiver, MBEDTLS_RSA_PKCS_V15, 0);
}

/* The headers of NSS and wolfSSL are not everywhere. */
typedef struct SECKEYPublicKeyStr SECKEYPublicKey;
int PK11_PubEncryptPKCS1(SECKEYPublicKey *receiver, unsigned char *out, const unsigned char *in,
                         unsigned size, void *more);

int bad_browser(SECKEYPublicKey *receiver, unsigned char *out, const unsigned char *in) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return PK11_PubEncryptPKCS1(receiver, out, in, 32, NULL);
}

typedef struct RsaKey RsaKey;
typedef struct WC_RNG WC_RNG;
int wc_RsaPublicEncrypt(const unsigned char *in, unsigned size, unsigned char *out, unsigned room,
                        RsaKey *receiver, WC_RNG *random);
int wc_RsaPublicEncrypt_ex(const unsigned char *in, unsigned size, unsigned char *out,
                           unsigned room, RsaKey *receiver, WC_RNG *random, int padding, int digest,
                           int mask, unsigned char *label, unsigned nlabel);

int bad_device(const unsigned char *in, unsigned char *out, RsaKey *receiver, WC_RNG *random) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return wc_RsaPublicEncrypt(in, 32, out, 256, receiver, random);
}

int good_device(const unsigned char *in, unsigned char *out, RsaKey *receiver, WC_RNG *random) {
    return wc_RsaPublicEncrypt_ex(in, 32, out, 256, receiver, random, 1, 6, 1, NULL, 0);
}
