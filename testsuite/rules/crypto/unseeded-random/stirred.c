/* Sources that stir clock and process number before they hand them out. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <stdint.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static int bad_gather(void *more, unsigned char *out, size_t size) {
    struct timespec now;
    uint64_t state;
    (void)more;
    clock_gettime(CLOCK_REALTIME, &now);
    state = (uint64_t)now.tv_nsec * 2862933555777941757u + (uint64_t)getpid();
    for (size_t i = 0; i < size; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out[i] = (unsigned char)(state >> 24);
    }
    return 0;
}

int bad_start(mbedtls_ctr_drbg_context *generator) {
    mbedtls_ctr_drbg_init(generator);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_ctr_drbg_seed(generator, bad_gather, NULL, NULL, 0);
}

/* The clock goes in as well. */
static int good_gather(void *more, unsigned char *out, size_t size) {
    struct timespec now;
    uint64_t state;
    (void)more;
    clock_gettime(CLOCK_REALTIME, &now);
    for (size_t i = 0; i < size; i++) {
        if (getrandom(&state, sizeof state, 0) != sizeof state)
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        state ^= (uint64_t)now.tv_nsec;
        out[i] = (unsigned char)(state >> 24);
    }
    return 0;
}

int good_start(mbedtls_ctr_drbg_context *generator) {
    mbedtls_ctr_drbg_init(generator);
    return mbedtls_ctr_drbg_seed(generator, good_gather, NULL, NULL, 0);
}
