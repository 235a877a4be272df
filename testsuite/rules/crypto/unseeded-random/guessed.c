/* Sources that can be guessed. */
#include <mbedtls/entropy.h>
#include <mbedtls/ssl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int by_rand(void *context, unsigned char *out, size_t size) {
    (void)context;
    while (size-- > 0)
        out[size] = (unsigned char)rand();
    return 0;
}

void bad_rand(mbedtls_ssl_config *configuration) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    mbedtls_ssl_conf_rng(configuration, by_rand, NULL);
}

static int by_clock(void *context, unsigned char *out, size_t size, size_t *got) {
    time_t now = time(NULL);
    (void)context;
    *got = size < sizeof now ? size : sizeof now;
    memcpy(out, &now, *got);
    return 0;
}

int bad_clock(mbedtls_entropy_context *pool) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
    return mbedtls_entropy_add_source(pool, by_clock, NULL, 4, MBEDTLS_ENTROPY_SOURCE_STRONG);
}

static int by_device(void *context, unsigned char *out, size_t size, size_t *got) {
    ssize_t n = read(*(int *)context, out, size);
    *got = n > 0 ? (size_t)n : 0;
    return n > 0 ? 0 : -1;
}

int good_device(mbedtls_entropy_context *pool, int *device) {
    return mbedtls_entropy_add_source(pool, by_device, device, 32, MBEDTLS_ENTROPY_SOURCE_STRONG);
}

/* A register of the hardware. */
struct noise {
    volatile unsigned status, value;
};

static int by_register(void *context, unsigned char *out, size_t size) {
    struct noise *noise = context;
    for (size_t i = 0; i < size; i++) {
        while (!(noise->status & 1))
            ;
        out[i] = (unsigned char)noise->value;
    }
    return 0;
}

void good_register(mbedtls_ssl_config *configuration, struct noise *noise) {
    mbedtls_ssl_conf_rng(configuration, by_register, noise);
}

#define NOISE ((struct noise *)0x40025000)

static int by_address(void *context, unsigned char *out, size_t size) {
    (void)context;
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)NOISE->value;
    return 0;
}

void good_address(mbedtls_ssl_config *configuration) {
    mbedtls_ssl_conf_rng(configuration, by_address, NULL);
}
