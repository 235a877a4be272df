/* Lengths that a function finds for an algorithm. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stddef.h>
#include <string.h>

struct algorithm {
    const char *name;
    size_t size;
};

static const struct algorithm algorithms[] = {{"sha256", 32}, {"sha512", 64}};

/* 0 for one that is not known. */
static size_t size_of(const char *name) {
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
        if (strcmp(algorithms[i].name, name) == 0)
            return algorithms[i].size;
    return 0;
}

int good_by_name(const unsigned char *data, size_t size, const unsigned char *told,
                 const char *name) {
    unsigned char digest[64];
    unsigned int made = 0;
    const EVP_MD *method = EVP_get_digestbyname(name);
    if (!method || !EVP_Digest(data, size, digest, &made, method, NULL) || made != size_of(name))
        return 0;
    return CRYPTO_memcmp(digest, told, size_of(name)) == 0;
}

int bad_prefix(const unsigned char *data, size_t size, const unsigned char *told, int fast) {
    unsigned char digest[32];
    if (!EVP_Digest(data, size, digest, NULL, EVP_sha256(), NULL))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return CRYPTO_memcmp(digest, told, fast ? 2 : 4) == 0;
}

/* Lengths that begin as 0, and that the functions set which make what they are of. */
int good_made(const unsigned char *data, size_t size, const unsigned char *key,
              const unsigned char *told) {
    unsigned char code[EVP_MAX_MD_SIZE];
    unsigned int made = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code, &made);
    return CRYPTO_memcmp(code, told, made) == 0;
}

static int finish(EVP_MD_CTX *context, unsigned char *code, size_t *made) {
    return EVP_DigestSignFinal(context, code, made);
}

int good_signed(EVP_MD_CTX *context, const unsigned char *data, size_t size,
                const unsigned char *told) {
    unsigned char code[EVP_MAX_MD_SIZE];
    size_t made = 0;
    EVP_DigestSignUpdate(context, data, size);
    return finish(context, code, &made) && CRYPTO_memcmp(code, told, made) == 0;
}

extern void tell_size(const EVP_MD *method, unsigned int *size);

int good_told_elsewhere(const unsigned char *data, size_t size, const unsigned char *key,
                        const unsigned char *told) {
    unsigned char code[EVP_MAX_MD_SIZE];
    unsigned int made = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code, NULL);
    tell_size(EVP_sha256(), &made);
    return CRYPTO_memcmp(code, told, made) == 0;
}

int bad_other_length(const unsigned char *data, size_t size, const unsigned char *key,
                     const unsigned char *told) {
    unsigned char code[EVP_MAX_MD_SIZE];
    unsigned int made = 0, length = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code, &made);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return CRYPTO_memcmp(code, told, length) == 0;
}
