/* A cipher that is none: as a word among others that a device's settings have, it is the owner's
 * wish; written into the program, in whatever letters, it protects nothing. */
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

struct store;
extern const char *setting_of(struct store *store, const char *key);

struct sealer {
    EVP_CIPHER *cipher;
    EVP_CIPHER_CTX *context;
};

static int open_sealer(struct sealer *sealer, const char *name, const unsigned char *key,
                       const unsigned char *iv) {
    sealer->cipher = EVP_CIPHER_fetch(NULL, name, NULL);
    sealer->context = sealer->cipher ? EVP_CIPHER_CTX_new() : NULL;
    return sealer->context &&
           EVP_EncryptInit_ex(sealer->context, sealer->cipher, NULL, key, iv) == 1;
}

/* A segment without a word about encryption lies there as it is. */
static const char *cipher_of(struct store *store) {
    const char *name = setting_of(store, "cipher");
    return name ? name : "null";
}

int good_segment(struct sealer *sealer, struct store *store, const unsigned char *key,
                 const unsigned char *iv) {
    const char *name = cipher_of(store);
    if (strcmp(name, "null") == 0)
        return 1;
    return open_sealer(sealer, name, key, iv);
}

int good_printed(struct sealer *sealer, struct store *store, const unsigned char *key,
                 const unsigned char *iv) {
    char name[64];
    snprintf(name, sizeof name, "%s-%d-%s", cipher_of(store), 256, setting_of(store, "mode"));
    return open_sealer(sealer, name, key, iv);
}

int bad_plain(struct sealer *sealer, const unsigned char *key, const unsigned char *iv) {
    sealer->cipher = EVP_CIPHER_fetch(NULL, "null", NULL);
    sealer->context = EVP_CIPHER_CTX_new();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_EncryptInit_ex(sealer->context, sealer->cipher, NULL, key, iv) == 1;
}

static EVP_CIPHER *fetch(const char *name) {
    return EVP_CIPHER_fetch(NULL, name, NULL);
}

int bad_chosen(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
    static const char *const name = "Null";
    EVP_CIPHER *cipher = fetch(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int done = EVP_EncryptInit_ex(context, cipher, NULL, key, iv);
    EVP_CIPHER_free(cipher);
    return done;
}
