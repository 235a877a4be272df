// expected-no-diagnostics
/* The same libraries, told to pad as they should, or only to verify. */
#include <gnutls/abstract.h>
#include <mbedtls/md.h>
#include <mbedtls/rsa.h>
#include <nettle/rsa.h>

static void prepare(mbedtls_rsa_context *receiver, int padding, int digest) {
    mbedtls_rsa_set_padding(receiver, padding, digest);
}

void good_receiver(mbedtls_rsa_context *receiver) {
    prepare(receiver, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA256);
}

int good_seal(gnutls_pubkey_t maker, const gnutls_datum_t *data, const gnutls_datum_t *seal) {
    return gnutls_pubkey_verify_data2(maker, GNUTLS_SIGN_RSA_SHA256, 0, data, seal) >= 0 ? 0 : -1;
}

int good_number(const struct rsa_public_key *maker, const uint8_t *digest, const mpz_t seal) {
    return rsa_sha256_verify_digest(maker, digest, seal) ? 0 : -1;
}
