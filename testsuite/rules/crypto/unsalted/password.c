/* A password that is digested as it is: equal passwords look equal, and tables of them exist. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <gcrypt.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int bad_login(const unsigned char stored[32]) {
    unsigned char digest[32];
    const char *word = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    SHA256((const unsigned char *)word, strlen(word), digest);
    return memcmp(digest, stored, sizeof digest) == 0;
}

int bad_store(FILE *out) {
    unsigned char digest[32];
    unsigned size = 0;
    const char *word = getpass("New password: ");
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, word, strlen(word));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    EVP_DigestFinal_ex(context, digest, &size);
    EVP_MD_CTX_free(context);
    return fwrite(digest, 1, size, out) == size;
}

/* What an account has of its own goes in first. */
int good_store(FILE *out, const unsigned char salt[16]) {
    unsigned char digest[32];
    unsigned size = 0;
    const char *word = getpass("New password: ");
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    EVP_DigestUpdate(context, salt, 16);
    EVP_DigestUpdate(context, word, strlen(word));
    EVP_DigestFinal_ex(context, digest, &size);
    EVP_MD_CTX_free(context);
    return fwrite(digest, 1, size, out) == size;
}

int bad_gcrypt(const unsigned char stored[32]) {
    unsigned char digest[32];
    const char *word = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    gcry_md_hash_buffer(GCRY_MD_SHA256, digest, word, strlen(word));
    return memcmp(digest, stored, sizeof digest) == 0;
}

/* A name and a password together. */
int good_pair(const char *name, const unsigned char stored[32]) {
    unsigned char digest[32];
    char text[256];
    int size = snprintf(text, sizeof text, "%s:%s", name, getpass("Password: "));
    SHA256((const unsigned char *)text, (size_t)size, digest);
    return memcmp(digest, stored, sizeof digest) == 0;
}

/* Other things are digested as they are. */
int good_file(const void *data, size_t size, const unsigned char stored[32]) {
    unsigned char digest[32];
    SHA256(data, size, digest);
    return memcmp(digest, stored, sizeof digest) == 0;
}
