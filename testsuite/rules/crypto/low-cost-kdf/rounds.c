/* Rounds of the program's own that are never made: one digest is all there is. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <gcrypt.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

enum { ROUNDS = 100000 };

static void again(EVP_MD_CTX *context, unsigned char *block) {
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, block, 32);
    EVP_DigestFinal_ex(context, block, NULL);
}

/* It counts down from a bound that it is below of from the start. */
int bad_reversed(EVP_CIPHER_CTX *cipher, EVP_MD_CTX *context, const unsigned char *salt,
                 const char *password, const unsigned char *iv) {
    unsigned char block[32];
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, salt, 16);
    EVP_DigestUpdate(context, password, strlen(password));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    EVP_DigestFinal_ex(context, block, NULL);
    for (int i = ROUNDS; i < 0; i--)
        again(context, block);
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, block, iv);
}

int good_counted(EVP_CIPHER_CTX *cipher, EVP_MD_CTX *context, const unsigned char *salt,
                 const char *password, const unsigned char *iv) {
    unsigned char block[32];
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, salt, 16);
    EVP_DigestUpdate(context, password, strlen(password));
    EVP_DigestFinal_ex(context, block, NULL);
    for (int i = ROUNDS; i > 0; i--)
        again(context, block);
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, block, iv);
}

/* A variable that says how many, and that nobody sets. */
static unsigned rounds;

int bad_unset(const char *passphrase, const unsigned char *salt, FILE *out) {
    unsigned char line[256], digest[32];
    size_t n = strlen(passphrase) & 127;
    memcpy(line, salt, 16);
    memcpy(line + 16, passphrase, n);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    SHA256(line, 16 + n, digest);
    for (unsigned i = 0; i < rounds; i++)
        SHA256(digest, sizeof digest, digest);
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

static unsigned wanted;

void set_rounds(unsigned many) {
    wanted = many;
}

int good_set(const char *passphrase, const unsigned char *salt, FILE *out) {
    unsigned char line[256], digest[32];
    size_t n = strlen(passphrase) & 127;
    memcpy(line, salt, 16);
    memcpy(line + 16, passphrase, n);
    SHA256(line, 16 + n, digest);
    for (unsigned i = 0; i < wanted; i++)
        SHA256(digest, sizeof digest, digest);
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

/* The loop begins where it should end. */
int bad_begun_late(gcry_cipher_hd_t cipher, const char *password, const unsigned char *salt) {
    unsigned char key[32];
    gcry_md_hd_t context;
    gcry_md_open(&context, GCRY_MD_SHA256, 0);
    gcry_md_write(context, salt, 16);
    gcry_md_write(context, password, strlen(password));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    memcpy(key, gcry_md_read(context, GCRY_MD_SHA256), sizeof key);
    size_t round = ROUNDS;
    while (round < ROUNDS) {
        gcry_md_reset(context);
        gcry_md_write(context, key, sizeof key);
        memcpy(key, gcry_md_read(context, GCRY_MD_SHA256), sizeof key);
        round++;
    }
    gcry_md_close(context);
    return (int)gcry_cipher_setkey(cipher, key, sizeof key);
}

int good_begun(gcry_cipher_hd_t cipher, const char *password, const unsigned char *salt) {
    unsigned char key[32];
    gcry_md_hd_t context;
    gcry_md_open(&context, GCRY_MD_SHA256, 0);
    gcry_md_write(context, salt, 16);
    gcry_md_write(context, password, strlen(password));
    memcpy(key, gcry_md_read(context, GCRY_MD_SHA256), sizeof key);
    size_t round = 0;
    while (round < ROUNDS) {
        gcry_md_reset(context);
        gcry_md_write(context, key, sizeof key);
        memcpy(key, gcry_md_read(context, GCRY_MD_SHA256), sizeof key);
        round++;
    }
    gcry_md_close(context);
    return (int)gcry_cipher_setkey(cipher, key, sizeof key);
}
