/* A variable that somebody meant to fill. */
#include <openssl/evp.h>
#include <sodium.h>
#include <stddef.h>
#include <string.h>

static unsigned char number[crypto_secretbox_NONCEBYTES];

int bad_note(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return crypto_secretbox_easy(out, in, size, number, key);
}

static unsigned char counted[crypto_secretbox_NONCEBYTES];

int good_note(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    sodium_increment(counted, sizeof counted);
    return crypto_secretbox_easy(out, in, size, counted, key);
}

static unsigned char vector[16];

int bad_page(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in,
             unsigned char *out) {
    int n = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, vector);
    EVP_EncryptUpdate(context, out, &n, in, 512);
    return n;
}

/* Somebody else fills it: whoever gets its address. */
static unsigned char lent[16];

unsigned char *good_place(void) {
    return lent;
}

int good_page(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in,
              unsigned char *out) {
    int n = 0;
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, lent);
    EVP_EncryptUpdate(context, out, &n, in, 512);
    return n;
}

static struct {
    unsigned char used[16], next[16];
} vectors;

void good_move(const unsigned char *drawn) {
    memcpy(vectors.next, drawn, sizeof vectors.next);
}

int good_pair(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in,
              unsigned char *out) {
    int n = 0;
    memcpy(vectors.used, vectors.next, sizeof vectors.used);
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, vectors.used);
    EVP_EncryptUpdate(context, out, &n, in, 512);
    return n;
}

/* Only what stands beside it is written. */
static struct {
    unsigned char count, key[32], vector[16];
} page;

int bad_field(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in,
              unsigned char *out) {
    int n = 0;
    page.count++;
    memcpy(page.key, key, sizeof page.key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, page.key, page.vector);
    EVP_EncryptUpdate(context, out, &n, in, 512);
    return n;
}

static struct {
    unsigned char count, key[32], vector[16];
} sheet;

int good_field(EVP_CIPHER_CTX *context, const unsigned char *drawn, const unsigned char *in,
               unsigned char *out) {
    int n = 0;
    sheet.count++;
    memcpy(&sheet, drawn, sizeof sheet);
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, sheet.key, sheet.vector);
    EVP_EncryptUpdate(context, out, &n, in, 512);
    return n;
}
