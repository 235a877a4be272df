/* A short secret is made long. */
#include <gcrypt.h>
#include <stdint.h>
#include <string.h>

gcry_error_t bad_hashed(gcry_cipher_hd_t cipher) {
    unsigned char seed[4], key[32];
    gcry_randomize(seed, sizeof seed, GCRY_VERY_STRONG_RANDOM);
    gcry_md_hash_buffer(GCRY_MD_SHA256, key, seed, sizeof seed);
    // expected-warning-re@+1 {{At most 32 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

gcry_error_t good_hashed(gcry_cipher_hd_t cipher) {
    unsigned char seed[32], key[32];
    gcry_randomize(seed, sizeof seed, GCRY_VERY_STRONG_RANDOM);
    gcry_md_hash_buffer(GCRY_MD_SHA256, key, seed, sizeof seed);
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

/* A number of 32 bits is stretched by a congruence. */
gcry_error_t bad_stretched(gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    uint32_t state;
    gcry_randomize(&state, sizeof state, GCRY_VERY_STRONG_RANDOM);
    for (size_t i = 0; i < sizeof key; i++) {
        state = state * 1664525u + 1013904223u;
        key[i] = (unsigned char)(state >> 24);
    }
    // expected-warning-re@+1 {{At most 32 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

/* The same loop draws anew for each byte. */
gcry_error_t good_drawn_in_a_loop(gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    uint32_t state;
    for (size_t i = 0; i < sizeof key; i++) {
        gcry_randomize(&state, sizeof state, GCRY_VERY_STRONG_RANDOM);
        key[i] = (unsigned char)(state >> 24);
    }
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

/* So does a helper that is called in a loop. */
static unsigned char one_byte(void) {
    unsigned char byte;
    gcry_randomize(&byte, 1, GCRY_VERY_STRONG_RANDOM);
    return byte;
}

gcry_error_t good_helper(gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = one_byte();
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

/* Sixteen bits of a number are all that is hashed. */
gcry_error_t bad_cut_number(gcry_cipher_hd_t cipher) {
    unsigned char key[32];
    uint64_t number;
    gcry_randomize(&number, sizeof number, GCRY_VERY_STRONG_RANDOM);
    number &= 0xfffff;
    gcry_md_hash_buffer(GCRY_MD_SHA256, key, &number, sizeof number);
    // expected-warning-re@+1 {{At most 24 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return gcry_cipher_setkey(cipher, key, sizeof key);
}
