/* A generator that OpenSSL is told to use: what its callers add to it. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <unistd.h>

static unsigned char state[SHA256_DIGEST_LENGTH];

static int bad_add(const void *bytes, int n, double entropy) {
    SHA256_CTX context;
    pid_t self = getpid();
    (void)bytes;
    (void)n;
    (void)entropy;
    SHA256_Init(&context);
    SHA256_Update(&context, state, sizeof state);
    SHA256_Update(&context, &self, sizeof self);
    SHA256_Final(state, &context);
    return 1;
}

static int good_seed(const void *bytes, int n) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, state, sizeof state);
    SHA256_Update(&context, bytes, (size_t)n);
    SHA256_Final(state, &context);
    return 1;
}

static int draw(unsigned char *out, int n) {
    for (int i = 0; i < n; i++) {
        SHA256(state, sizeof state, state);
        out[i] = state[0];
    }
    return 1;
}

static int status(void) {
    return 1;
}

static int good_add(const void *bytes, int n, double entropy) {
    return entropy > 0 ? good_seed(bytes, n) : 1;
}

static const RAND_METHOD method = {good_seed, draw, NULL, bad_add, draw, status};
static const RAND_METHOD other = {good_seed, draw, NULL, good_add, draw, status};

int use_method(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    return RAND_set_rand_method(&method);
}

int use_other(void) {
    return RAND_set_rand_method(&other);
}
