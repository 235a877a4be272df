/* How RSA pads, by name. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stddef.h>

static const char *const mode = "none";

int bad_none(EVP_PKEY *to, unsigned char *out, size_t *n) {
    unsigned char block[256] = {0};
    if (RAND_bytes(block + 224, 32) != 1)
        return 0;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, to, NULL);
    int ok = context && EVP_PKEY_encrypt_init(context) > 0 &&
             EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", mode) > 0 &&
             // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
             EVP_PKEY_encrypt(context, out, n, block, sizeof block) > 0;
    EVP_PKEY_CTX_free(context);
    return ok;
}

struct wrapping {
    const char *name, *digest;
};

static int prepare(EVP_PKEY_CTX *context, const struct wrapping *wrapping) {
    return EVP_PKEY_encrypt_init(context) > 0 &&
           EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", wrapping->name) > 0;
}

int bad_old(EVP_PKEY_CTX *context, const unsigned char *key, unsigned char *out, size_t *n) {
    struct wrapping old = {"pkcs1", NULL};
    if (!prepare(context, &old))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_PKEY_encrypt(context, out, n, key, 32);
}

int bad_kept(EVP_PKEY_CTX *context, const unsigned char *key, unsigned char *out, size_t *n) {
    const char *name = "none";
    EVP_PKEY_encrypt_init(context);
    EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return EVP_PKEY_encrypt(context, out, n, key, 256);
}

int good_new(EVP_PKEY_CTX *context, const unsigned char *key, unsigned char *out, size_t *n) {
    struct wrapping new = {"oaep", "sha256"};
    if (!prepare(context, &new) || EVP_PKEY_CTX_ctrl_str(context, "rsa_oaep_md", new.digest) <= 0)
        return 0;
    return EVP_PKEY_encrypt(context, out, n, key, 32);
}

int good_named(EVP_PKEY_CTX *context, const unsigned char *key, unsigned char *out, size_t *n) {
    EVP_PKEY_encrypt_init(context);
    EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", "oaep");
    return EVP_PKEY_encrypt(context, out, n, key, 32);
}

/* What the user says. */
int good_asked(EVP_PKEY_CTX *context, const char *name, const unsigned char *key,
               unsigned char *out, size_t *n) {
    EVP_PKEY_encrypt_init(context);
    EVP_PKEY_CTX_ctrl_str(context, "rsa_padding_mode", name);
    return EVP_PKEY_encrypt(context, out, n, key, 32);
}
