/* Lengths that a function finds for an algorithm. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
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
