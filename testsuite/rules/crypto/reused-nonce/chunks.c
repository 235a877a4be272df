/* A file in chunks. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/gcm.h>
#include <stdio.h>
#include <string.h>

struct chunk {
    unsigned char text[512], tag[16];
};

int bad_before_the_loop(mbedtls_gcm_context *gcm, mbedtls_ctr_drbg_context *generator,
                        struct chunk *chunks, size_t count) {
    unsigned char nonce[12];
    if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce))
        return -1;
    for (size_t i = 0; i < count; i++) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
        if (mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, 512, nonce, sizeof nonce, NULL, 0,
                                      chunks[i].text, chunks[i].text, 16, chunks[i].tag))
            return -1;
    }
    return 0;
}

int good_in_the_loop(mbedtls_gcm_context *gcm, mbedtls_ctr_drbg_context *generator,
                     struct chunk *chunks, size_t count) {
    unsigned char nonce[12];
    for (size_t i = 0; i < count; i++) {
        if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce) ||
            mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, 512, nonce, sizeof nonce, NULL, 0,
                                      chunks[i].text, chunks[i].text, 16, chunks[i].tag))
            return -1;
    }
    return 0;
}

/* The first bytes are drawn, the last count. */
int good_counter(mbedtls_gcm_context *gcm, mbedtls_ctr_drbg_context *generator,
                 struct chunk *chunks, size_t count) {
    unsigned char nonce[12];
    if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce))
        return -1;
    for (unsigned i = 0; i < count; i++) {
        memcpy(nonce + 8, &i, sizeof i);
        if (mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, 512, nonce, sizeof nonce, NULL, 0,
                                      chunks[i].text, chunks[i].text, 16, chunks[i].tag))
            return -1;
    }
    return 0;
}

int good_incremented(mbedtls_gcm_context *gcm, mbedtls_ctr_drbg_context *generator,
                     struct chunk *chunks, size_t count) {
    unsigned char nonce[12];
    if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce))
        return -1;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < sizeof nonce && ++nonce[k] == 0; k++)
            ;
        if (mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, 512, nonce, sizeof nonce, NULL, 0,
                                      chunks[i].text, chunks[i].text, 16, chunks[i].tag))
            return -1;
    }
    return 0;
}

static int seal(mbedtls_gcm_context *gcm, struct chunk *chunk, const unsigned char *nonce) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return mbedtls_gcm_crypt_and_tag(gcm, MBEDTLS_GCM_ENCRYPT, 512, nonce, 12, NULL, 0, chunk->text,
                                     chunk->text, 16, chunk->tag);
}

int bad_through_a_helper(mbedtls_gcm_context *gcm, mbedtls_ctr_drbg_context *generator,
                         struct chunk *chunks, size_t count) {
    unsigned char nonce[12];
    if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce))
        return -1;
    while (count-- > 0)
        if (seal(gcm, &chunks[count], nonce))
            return -1;
    return 0;
}
