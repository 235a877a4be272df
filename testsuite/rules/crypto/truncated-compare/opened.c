/* What a signature opens to, without the library having looked at its padding. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <mbedtls/rsa.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <string.h>

enum { SIZE = 256, DIGEST = 32 };

struct vendor {
    BIGNUM *n, *e;
};

static const uint8_t prefix[19] = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                   0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};

static void pad(uint8_t wanted[SIZE], const uint8_t digest[DIGEST]) {
    memset(wanted, 0xff, SIZE);
    wanted[0] = 0;
    wanted[1] = 1;
    wanted[SIZE - DIGEST - sizeof prefix - 1] = 0;
    memcpy(wanted + SIZE - DIGEST - sizeof prefix, prefix, sizeof prefix);
    memcpy(wanted + SIZE - DIGEST, digest, DIGEST);
}

/* Anybody finds a number whose cube ends in the right bytes. */
int bad_end(const struct vendor *vendor, const uint8_t *image, size_t size,
            const uint8_t signature[SIZE]) {
    uint8_t digest[DIGEST], opened[SIZE];
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *s = BN_bin2bn(signature, SIZE, NULL), *m = BN_new();
    int ok = 0;
    SHA256(image, size, digest);
    if (BN_mod_exp(m, s, vendor->e, vendor->n, scratch) && BN_bn2binpad(m, opened, SIZE) == SIZE)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        ok = memcmp(opened + SIZE - DIGEST, digest, DIGEST) == 0;
    BN_free(s);
    BN_free(m);
    BN_CTX_free(scratch);
    return ok;
}

int good_whole(const struct vendor *vendor, const uint8_t *image, size_t size,
               const uint8_t signature[SIZE]) {
    uint8_t digest[DIGEST], opened[SIZE], wanted[SIZE];
    BN_CTX *scratch = BN_CTX_new();
    BIGNUM *s = BN_bin2bn(signature, SIZE, NULL), *m = BN_new();
    int ok = 0;
    SHA256(image, size, digest);
    pad(wanted, digest);
    if (BN_mod_exp(m, s, vendor->e, vendor->n, scratch) && BN_bn2binpad(m, opened, SIZE) == SIZE)
        ok = memcmp(opened, wanted, SIZE) == 0;
    BN_free(s);
    BN_free(m);
    BN_CTX_free(scratch);
    return ok;
}

struct update {
    uint8_t signature[SIZE];
    size_t size;
    uint8_t body[];
};

int bad_raw(const struct update *update, RSA *key) {
    uint8_t digest[DIGEST], opened[SIZE], wanted[SIZE];
    SHA256(update->body, update->size, digest);
    pad(wanted, digest);
    if (RSA_public_decrypt(SIZE, update->signature, opened, key, RSA_NO_PADDING) != SIZE)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return !memcmp(&opened[SIZE - DIGEST], &wanted[SIZE - DIGEST], DIGEST);
}

/* Piece by piece. */
int good_pieces(const struct update *update, RSA *key) {
    uint8_t digest[DIGEST], opened[SIZE];
    SHA256(update->body, update->size, digest);
    if (RSA_public_decrypt(SIZE, update->signature, opened, key, RSA_NO_PADDING) != SIZE ||
        opened[0] != 0 || opened[1] != 1)
        return 0;
    for (size_t i = 2; i < SIZE - DIGEST - sizeof prefix - 1; i++)
        if (opened[i] != 0xff)
            return 0;
    return !opened[SIZE - DIGEST - sizeof prefix - 1] &&
           !memcmp(opened + SIZE - DIGEST - sizeof prefix, prefix, sizeof prefix) &&
           !memcmp(opened + SIZE - DIGEST, digest, DIGEST);
}

/* The library looks at the padding, and gives what stands behind it. */
int good_unpadded(const struct update *update, RSA *key) {
    uint8_t digest[DIGEST], opened[SIZE];
    SHA256(update->body, update->size, digest);
    int n = RSA_public_decrypt(SIZE, update->signature, opened, key, RSA_PKCS1_PADDING);
    return n == DIGEST && !memcmp(opened, digest, DIGEST);
}

int bad_loop(mbedtls_rsa_context *key, const struct update *update) {
    uint8_t digest[DIGEST], opened[SIZE];
    int differ = 0;
    SHA256(update->body, update->size, digest);
    if (mbedtls_rsa_public(key, update->signature, opened))
        return 0;
    for (int i = 0; i < DIGEST; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        differ |= opened[SIZE - DIGEST + i] ^ digest[i];
    return !differ;
}

int good_loops(mbedtls_rsa_context *key, const struct update *update) {
    uint8_t digest[DIGEST], opened[SIZE], wanted[SIZE];
    int differ = 0;
    SHA256(update->body, update->size, digest);
    if (mbedtls_rsa_public(key, update->signature, opened))
        return 0;
    pad(wanted, digest);
    for (int i = 0; i < SIZE; i++)
        differ |= opened[i] ^ wanted[i];
    return !differ;
}

static int ends_in(const uint8_t *block, size_t size, const uint8_t *digest, size_t ndigest) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return size >= ndigest && memcmp(block + size - ndigest, digest, ndigest) == 0;
}

int bad_recovered(EVP_PKEY_CTX *vendor, const struct update *update) {
    uint8_t digest[DIGEST], opened[SIZE];
    size_t size = sizeof opened;
    unsigned n = 0;
    return EVP_Digest(update->body, update->size, digest, &n, EVP_sha256(), NULL) &&
           EVP_PKEY_verify_recover_init(vendor) > 0 &&
           EVP_PKEY_CTX_set_rsa_padding(vendor, RSA_NO_PADDING) > 0 &&
           EVP_PKEY_verify_recover(vendor, opened, &size, update->signature, SIZE) > 0 &&
           ends_in(opened, size, digest, n);
}

/* The library takes the padding away. */
int good_recovered(EVP_PKEY_CTX *vendor, const struct update *update) {
    uint8_t digest[DIGEST], opened[SIZE];
    size_t size = sizeof opened;
    SHA256(update->body, update->size, digest);
    return EVP_PKEY_verify_recover_init(vendor) > 0 &&
           EVP_PKEY_CTX_set_rsa_padding(vendor, RSA_PKCS1_PADDING) > 0 &&
           EVP_PKEY_verify_recover(vendor, opened, &size, update->signature, SIZE) > 0 &&
           size == DIGEST && memcmp(opened, digest, DIGEST) == 0;
}
