/* Rounds of the program's own, as many as callers ask for. */
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

static void stretch(EVP_MD_CTX *context, const char *password, const unsigned char *salt,
                    unsigned rounds, unsigned char *key) {
    memset(key, 0, 32);
    for (unsigned i = 0; i < rounds; i++) {
        EVP_DigestInit_ex(context, EVP_sha256(), NULL);
        EVP_DigestUpdate(context, key, 32);
        EVP_DigestUpdate(context, salt, 16);
        EVP_DigestUpdate(context, password, strlen(password));
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
        EVP_DigestFinal_ex(context, key, NULL);
    }
}

int bad_ten(EVP_CIPHER_CTX *cipher, EVP_MD_CTX *context, const unsigned char *salt,
            const char *password, const unsigned char *iv) {
    unsigned char key[32];
    stretch(context, password, salt, 10, key);
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, iv);
}

static void stretch_well(EVP_MD_CTX *context, const char *password, const unsigned char *salt,
                         unsigned rounds, unsigned char *key) {
    memset(key, 0, 32);
    for (unsigned i = 0; i < rounds; i++) {
        EVP_DigestInit_ex(context, EVP_sha256(), NULL);
        EVP_DigestUpdate(context, key, 32);
        EVP_DigestUpdate(context, salt, 16);
        EVP_DigestUpdate(context, password, strlen(password));
        EVP_DigestFinal_ex(context, key, NULL);
    }
}

int good_many(EVP_CIPHER_CTX *cipher, EVP_MD_CTX *context, const unsigned char *salt,
              const char *password, const unsigned char *iv) {
    unsigned char key[32];
    stretch_well(context, password, salt, 400000, key);
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, iv);
}

/* Somebody else says how many. */
int good_asked(FILE *out, const char *passphrase, const unsigned char *salt, unsigned rounds) {
    unsigned char line[256], digest[32] = {0};
    size_t n = strlen(passphrase) & 127;
    memcpy(line + 32, salt, 16);
    memcpy(line + 48, passphrase, n);
    while (rounds-- > 0) {
        memcpy(line, digest, sizeof digest);
        SHA256(line, 48 + n, digest);
    }
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

static void round_of(unsigned char *line, const unsigned char *salt, const char *passphrase,
                     unsigned char *digest) {
    size_t n = strlen(passphrase) & 127;
    memcpy(line, digest, 32);
    memcpy(line + 32, salt, 16);
    memcpy(line + 48, passphrase, n);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    SHA256(line, 48 + n, digest);
}

static int keep(FILE *out, const char *passphrase, const unsigned char *salt, int cost) {
    unsigned char line[256], digest[32] = {0};
    for (int i = 0; i < cost; i++)
        round_of(line, salt, passphrase, digest);
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

int bad_cheap(FILE *out, const char *passphrase, const unsigned char *salt, int quick) {
    return keep(out, passphrase, salt, quick ? 1 : 64);
}
