/* The number that the generator of a curve is multiplied with: a private key, or the secret number
 * of a signature. */
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct signer {
    EC_GROUP *group;
    BIGNUM *order;
};

/* A digest of the time has no more secrets than the time. */
static BIGNUM *number_of_time(void) {
    uint8_t digest[SHA256_DIGEST_LENGTH];
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    SHA256((const uint8_t *)&now, sizeof now, digest);
    return BN_bin2bn(digest, sizeof digest, NULL);
}

int bad_time(const struct signer *signer, EC_POINT *point, BN_CTX *scratch) {
    BIGNUM *k = number_of_time();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    int ok = EC_POINT_mul(signer->group, point, k, NULL, NULL, scratch);
    BN_clear_free(k);
    return ok;
}

int bad_process(const struct signer *signer, EC_POINT *point, BN_CTX *scratch) {
    BIGNUM *k = BN_new();
    BN_set_word(k, (unsigned long)getpid() * 2654435761u);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EC_POINT_mul(signer->group, point, k, NULL, NULL, scratch);
}

int bad_generator(const struct signer *signer, EC_POINT *point, BN_CTX *scratch) {
    unsigned char bytes[32];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)rand();
    BIGNUM *k = BN_bin2bn(bytes, sizeof bytes, NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EC_POINT_mul(signer->group, point, k, NULL, NULL, scratch);
}

int good_drawn(const struct signer *signer, EC_POINT *point, BN_CTX *scratch) {
    BIGNUM *k = BN_new();
    int ok = BN_priv_rand_range(k, signer->order) &&
             EC_POINT_mul(signer->group, point, k, NULL, NULL, scratch);
    BN_clear_free(k);
    return ok;
}

/* Verification multiplies with what everybody may know: a digest and a public key. */
int good_verified(const struct signer *signer, EC_POINT *point, const EC_POINT *public,
                  const uint8_t digest[32], const BIGNUM *r, BN_CTX *scratch) {
    BIGNUM *z = BN_bin2bn(digest, 32, NULL);
    return EC_POINT_mul(signer->group, point, z, public, r, scratch);
}

/* A number of somebody else's. */
int good_given(const struct signer *signer, EC_POINT *point, const BIGNUM *number,
               BN_CTX *scratch) {
    return EC_POINT_mul(signer->group, point, number, NULL, NULL, scratch);
}
