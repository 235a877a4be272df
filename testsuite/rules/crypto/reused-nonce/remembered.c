/* A nonce that the program remembers: drawn when it was first asked for, or when it started. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>

int bad_first(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    static unsigned char number[crypto_secretbox_NONCEBYTES];
    static bool is_drawn;
    if (!is_drawn) {
        randombytes_buf(number, sizeof number);
        is_drawn = true;
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return crypto_secretbox_easy(out, in, size, number, key);
}

/* Drawn at first, and counted up from there. */
int good_first(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    static unsigned char number[crypto_secretbox_NONCEBYTES];
    static bool is_drawn;
    if (!is_drawn) {
        randombytes_buf(number, sizeof number);
        is_drawn = true;
    }
    sodium_increment(number, sizeof number);
    return crypto_secretbox_easy(out, in, size, number, key);
}

/* Each time, into the same place. */
int good_each(const unsigned char *key, const unsigned char *in, size_t size, unsigned char *out) {
    static unsigned char number[crypto_secretbox_NONCEBYTES];
    randombytes_buf(number, sizeof number);
    return crypto_secretbox_easy(out, in, size, number, key);
}

static unsigned char session[12];

int bad_prepare(void) {
    return RAND_bytes(session, sizeof session);
}

int bad_report(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in, int size,
               unsigned char *out) {
    int n = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, session);
    EVP_EncryptUpdate(context, out, &n, in, size);
    return n;
}

static unsigned char current[12];

static int draw(void) {
    return RAND_bytes(current, sizeof current);
}

static int seal(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *in,
                int size, unsigned char *out) {
    int n = 0;
    EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, current);
    EVP_EncryptUpdate(context, out, &n, in, size);
    return n;
}

/* Who seals draws first. */
int good_all(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char (*in)[64],
             int count, unsigned char (*out)[64]) {
    for (int i = 0; i < count; i++)
        if (draw() != 1 || seal(context, key, in[i], 64, out[i]) != 64)
            return -1;
    return 0;
}
