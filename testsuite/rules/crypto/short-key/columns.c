/* A table of ciphers has columns, and not every number in it is the size of a key. */
#include <openssl/evp.h>
#include <stddef.h>
#include <string.h>

struct cipher {
    const char *name;
    int block, key;
};

static const struct cipher ciphers[] = {
    {"aes128-cbc", 16, 16},
    {"aes256-cbc", 16, 32},
    {"blowfish-cbc", 8, 16},
};

static const struct cipher *find(const char *name) {
    for (size_t i = 0; i < sizeof ciphers / sizeof *ciphers; i++)
        if (strcmp(ciphers[i].name, name) == 0)
            return &ciphers[i];
    return NULL;
}

int good_named(EVP_CIPHER_CTX *context, const char *name) {
    const struct cipher *cipher = find(name);
    return cipher ? EVP_CIPHER_CTX_set_key_length(context, cipher->key) : 0;
}

/* A flag is no size. */
int good_flag(EVP_CIPHER_CTX *context, const char *name, int *enabled) {
    const struct cipher *cipher = find(name);
    *enabled = 1;
    return EVP_CIPHER_CTX_set_key_length(context, cipher ? cipher->key : *enabled);
}

int bad_fixed(EVP_CIPHER_CTX *context) {
    static const struct cipher own = {"own", 8, 5};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_CIPHER_CTX_set_key_length(context, own.key);
}
