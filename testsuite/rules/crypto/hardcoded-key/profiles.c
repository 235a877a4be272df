/* Each profile brings a function that fills the key in; one of them has it from the program. */
#include <gcrypt.h>
#include <string.h>

struct profile {
    const char *name;
    gcry_error_t (*fill)(gcry_cipher_hd_t cipher);
};

static gcry_error_t from_image(gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    memcpy(key, "q7!Zt%04mW:e2+Lk", sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

static gcry_error_t from_generator(gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    return gcry_cipher_setkey(cipher, key, sizeof key);
}

static const struct profile profiles[] = {
    {"factory", from_image},
    {"session", from_generator},
};

gcry_error_t bad_start(gcry_cipher_hd_t cipher) {
    return profiles[0].fill(cipher);
}

gcry_error_t good_start(gcry_cipher_hd_t cipher) {
    return profiles[1].fill(cipher);
}
