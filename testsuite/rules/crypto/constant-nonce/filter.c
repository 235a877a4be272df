/* A filter that encrypts what is written through it. */
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

static unsigned char vector[16];

BIO *bad_unwritten(const unsigned char *key, BIO *out) {
    BIO *filter = BIO_new(BIO_f_cipher());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    BIO_set_cipher(filter, EVP_aes_256_cbc(), key, vector, 1);
    return BIO_push(filter, out);
}

struct writer {
    BIO *filter;
    unsigned char iv[16];
};

void bad_filled(struct writer *writer, const unsigned char *key) {
    memset(writer->iv, 0x5a, sizeof writer->iv);
    writer->filter = BIO_new(BIO_f_cipher());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    BIO_set_cipher(writer->filter, EVP_aes_256_ctr(), key, writer->iv, 1);
}

static BIO *begin(const unsigned char *key, const char *label, int encrypt) {
    BIO *filter = BIO_new(BIO_f_cipher());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    BIO_set_cipher(filter, EVP_camellia_256_cbc(), key, (const unsigned char *)label, encrypt);
    return filter;
}

BIO *bad_label(const unsigned char *key) {
    return begin(key, "archive, page 01", 1);
}

BIO *good_drawn(const unsigned char *key, BIO *out) {
    unsigned char iv[16];
    BIO *filter = BIO_new(BIO_f_cipher());
    if (RAND_bytes(iv, sizeof iv) != 1 || BIO_write(out, iv, sizeof iv) != sizeof iv)
        return NULL;
    BIO_set_cipher(filter, EVP_aes_256_cbc(), key, iv, 1);
    return BIO_push(filter, out);
}

/* Whoever reads has no choice. */
BIO *good_read(const unsigned char *key) {
    BIO *filter = BIO_new(BIO_f_cipher());
    BIO_set_cipher(filter, EVP_aes_256_cbc(), key, vector, 0);
    return filter;
}
