/* A private key in the image: whoever has one copy of the program speaks for all. */
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

/* Not a key of anybody: random letters in the form of one. */
static const char text[] = "-----BEGIN PRIVATE KEY-----\n"
                           "MC4CAQAwBQYDK2VwBCIEIHq0c2ZsX1mQ9b3uT7vKcR5yXw8nE2pJdL6aGfSiVtUo\n"
                           "-----END PRIVATE KEY-----\n";

static const char authority[] = "-----BEGIN PUBLIC KEY-----\n"
                                "MCowBQYDK2VwAyEAw8nE2pJdL6aGfSiVtUoHq0c2ZsX1mQ9b3uT7vKcR5yX=\n"
                                "-----END PUBLIC KEY-----\n";

EVP_PKEY *bad_identity(void) {
    BIO *in = BIO_new_mem_buf(text, sizeof text - 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    EVP_PKEY *key = PEM_read_bio_PrivateKey(in, NULL, NULL, NULL);
    BIO_free(in);
    return key;
}

EVP_PKEY *good_identity(const char *path) {
    BIO *in = BIO_new_file(path, "r");
    EVP_PKEY *key = in ? PEM_read_bio_PrivateKey(in, NULL, NULL, NULL) : NULL;
    BIO_free(in);
    return key;
}

EVP_PKEY *good_authority(void) {
    BIO *in = BIO_new_mem_buf(authority, sizeof authority - 1);
    EVP_PKEY *key = PEM_read_bio_PUBKEY(in, NULL, NULL, NULL);
    BIO_free(in);
    return key;
}
