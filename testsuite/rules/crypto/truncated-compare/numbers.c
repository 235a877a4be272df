/* A digest is a large number to whoever signs, and such numbers have no zero byte that ends them.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/sha.h>
#include <string.h>

static BIGNUM *number_of(const unsigned char *message, size_t size) {
    unsigned char digest[32];
    SHA256(message, size, digest);
    return BN_bin2bn(digest, sizeof digest, NULL);
}

int good_number(const unsigned char *message, size_t size, const BIGNUM *order, BIGNUM *sum) {
    BIGNUM *number = number_of(message, size);
    int result = -1;
    if (number && BN_add(sum, sum, number) && BN_cmp(sum, order) != 0)
        result = 0;
    BN_free(number);
    return result;
}

int good_equal(const unsigned char *message, size_t size, const BIGNUM *expected) {
    BIGNUM *number = number_of(message, size);
    int equal = number && BN_cmp(number, expected) == 0;
    BN_free(number);
    return equal;
}

int bad_text(const unsigned char *message, size_t size, const char *expected) {
    unsigned char digest[33] = {0};
    SHA256(message, size, digest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return strcmp((const char *)digest, expected) == 0;
}
