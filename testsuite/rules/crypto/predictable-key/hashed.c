/* A digest makes no secret of what everybody can guess. Time beside secret bytes does no harm. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <sys/time.h>
#include <unistd.h>

struct state {
    struct timeval now;
    pid_t self;
    unsigned char pool[32];
};

unsigned char *bad_mac(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[SHA256_DIGEST_LENGTH];
    struct timeval now;
    gettimeofday(&now, NULL);
    SHA256((const unsigned char *)&now, sizeof now, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}

unsigned char *good_mac(const unsigned char *data, size_t size, unsigned char *mac) {
    unsigned char key[SHA256_DIGEST_LENGTH];
    struct state state;
    gettimeofday(&state.now, NULL);
    state.self = getpid();
    if (RAND_bytes(state.pool, sizeof state.pool) != 1)
        return NULL;
    SHA256((const unsigned char *)&state, sizeof state, key);
    return HMAC(EVP_sha256(), key, sizeof key, data, size, mac, NULL);
}
