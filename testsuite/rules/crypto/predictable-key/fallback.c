/* What happens if the system's generator fails: a weaker one takes its place, or nothing goes on.
 */
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdlib.h>

unsigned char *bad_token(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[32];
    if (RAND_bytes(key, sizeof key) != 1)
        for (size_t i = 0; i < sizeof key; i++)
            key[i] = (unsigned char)random();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}

unsigned char *good_token(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[32];
    if (RAND_bytes(key, sizeof key) != 1)
        abort();
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}
