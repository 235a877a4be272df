/* The secret number of wolfSSL's ECDSA, which is set before it signs; its headers are not
 * everywhere. */
#include <string.h>

typedef unsigned char byte;
typedef unsigned int word32;
typedef struct ecc_key ecc_key;
typedef struct WC_RNG WC_RNG;
int wc_RNG_GenerateBlock(WC_RNG *rng, byte *out, word32 n);
int wc_Sha256Hash(const byte *in, word32 n, byte *out);
int wc_ecc_sign_set_k(const byte *k, word32 n, ecc_key *key);
int wc_ecc_sign_hash(const byte *in, word32 n, byte *out, word32 *nout, WC_RNG *rng, ecc_key *key);

static const byte fixed[32] = {0x3f, 0x81, 0x09, 0xd4, 0x77, 0x1e, 0xb2, 0x5c, 0x60, 0x9a, 0xef,
                               0x13, 0x48, 0xcd, 0x02, 0x96, 0x7b, 0x31, 0xe8, 0x54, 0xaa, 0x0d,
                               0xc7, 0x65, 0x2f, 0x90, 0xdb, 0x16, 0x83, 0x4e, 0xf1, 0x2a};

int bad_fixed(ecc_key *key, WC_RNG *rng, const byte *digest, byte *out, word32 *n) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    if (wc_ecc_sign_set_k(fixed, sizeof fixed, key))
        return -1;
    return wc_ecc_sign_hash(digest, 32, out, n, rng, key);
}

static unsigned long serial;

int bad_counted(ecc_key *key, WC_RNG *rng, const byte *digest, byte *out, word32 *n) {
    byte k[32];
    serial++;
    // expected-warning-re@+2 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    if (wc_Sha256Hash((const byte *)&serial, sizeof serial, k) ||
        wc_ecc_sign_set_k(k, sizeof k, key))
        return -1;
    return wc_ecc_sign_hash(digest, 32, out, n, rng, key);
}

int good_drawn(ecc_key *key, WC_RNG *rng, const byte *digest, byte *out, word32 *n) {
    byte k[32];
    if (wc_RNG_GenerateBlock(rng, k, sizeof k) || wc_ecc_sign_set_k(k, sizeof k, key))
        return -1;
    return wc_ecc_sign_hash(digest, 32, out, n, rng, key);
}
