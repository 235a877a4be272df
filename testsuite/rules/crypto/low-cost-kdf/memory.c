/* Functions that take memory are told how much. */
#include <openssl/evp.h>
#include <sodium.h>

int bad_argon(unsigned char key[32], const char *word, size_t size, const unsigned char *salt) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return crypto_pwhash(key, 32, word, size, salt, 1, 8192, crypto_pwhash_ALG_ARGON2ID13);
}

int good_argon(unsigned char key[32], const char *word, size_t size, const unsigned char *salt) {
    return crypto_pwhash(key, 32, word, size, salt, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
}

int bad_scrypt(unsigned char key[32], const char *word, size_t size, const unsigned char *salt) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return EVP_PBE_scrypt(word, size, salt, 16, 16, 8, 1, 0, key, 32);
}

int good_scrypt(unsigned char key[32], const char *word, size_t size, const unsigned char *salt) {
    return EVP_PBE_scrypt(word, size, salt, 16, 1 << 17, 8, 1, 0, key, 32);
}
