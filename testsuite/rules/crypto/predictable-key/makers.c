/* How keys are made is chosen from a table. */
#include <gcrypt.h>
#include <stdlib.h>

typedef void maker(unsigned char *out, size_t size);

static void by_steps(unsigned char *out, size_t size) {
    while (size-- > 0)
        out[size] = (unsigned char)lrand48();
}

static void by_library(unsigned char *out, size_t size) {
    gcry_randomize(out, size, GCRY_VERY_STRONG_RANDOM);
}

static maker *const old_makers[] = {by_steps};
static maker *const new_makers[] = {by_library};

gcry_error_t bad_rekey(gcry_cipher_hd_t cipher, unsigned kind) {
    unsigned char key[32];
    old_makers[kind % 1](key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

gcry_error_t good_rekey(gcry_cipher_hd_t cipher, unsigned kind) {
    unsigned char key[32];
    new_makers[kind % 1](key, sizeof key);
    return gcry_cipher_setkey(cipher, key, sizeof key);
}
