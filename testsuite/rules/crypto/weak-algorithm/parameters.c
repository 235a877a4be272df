/* OpenSSL 3 is told of digests and ciphers by names in arrays of parameters. */
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <stddef.h>

int bad_frame(const unsigned char *key, const unsigned char *in, size_t n, unsigned char *out) {
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    OSSL_PARAM parameters[2];
    size_t size = 0;
    parameters[0] = OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, "MD5", 0);
    parameters[1] = OSSL_PARAM_construct_end();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = EVP_MAC_init(context, key, 16, parameters) && EVP_MAC_update(context, in, n) &&
             EVP_MAC_final(context, out, &size, 16);
    EVP_MAC_CTX_free(context);
    return ok;
}

static char cipher[] = "DES-CBC";

int bad_block(const unsigned char *key, const unsigned char *in, size_t n, unsigned char *out) {
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "CMAC", NULL);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    OSSL_PARAM parameters[] = {OSSL_PARAM_utf8_string("cipher", cipher, sizeof cipher - 1),
                               OSSL_PARAM_END};
    size_t size = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = EVP_MAC_init(context, key, 8, parameters) && EVP_MAC_update(context, in, n) &&
             EVP_MAC_final(context, out, &size, 8);
    EVP_MAC_CTX_free(context);
    return ok;
}

static void choose(EVP_MAC_CTX *context, const char *digest) {
    OSSL_PARAM parameters[3], *next = parameters;
    size_t least = 16;
    *next++ = OSSL_PARAM_construct_size_t("size", &least);
    *next++ = OSSL_PARAM_construct_utf8_string("digest", (char *)digest, 0);
    *next = OSSL_PARAM_construct_end();
    EVP_MAC_CTX_set_params(context, parameters);
}

int bad_set(const unsigned char *key, const unsigned char *in, size_t n, unsigned char *out) {
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    size_t size = 0;
    choose(context, "md4");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = EVP_MAC_init(context, key, 16, NULL) && EVP_MAC_update(context, in, n) &&
             EVP_MAC_final(context, out, &size, 16);
    EVP_MAC_CTX_free(context);
    return ok;
}

static OSSL_PARAM settings[4];

static void set(char *digest, unsigned char *salt, char *password, size_t size) {
    settings[0] = OSSL_PARAM_construct_utf8_string("digest", digest, 0);
    settings[1] = OSSL_PARAM_construct_octet_string("salt", salt, 16);
    settings[2] = OSSL_PARAM_construct_octet_string("pass", password, size);
    settings[3] = OSSL_PARAM_construct_end();
}

int bad_derived(char *password, size_t size, unsigned char *salt, unsigned char *key) {
    EVP_KDF_CTX *context = EVP_KDF_CTX_new(EVP_KDF_fetch(NULL, "PBKDF2", NULL));
    set("MD5", salt, password, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = EVP_KDF_derive(context, key, 32, settings) > 0;
    EVP_KDF_CTX_free(context);
    return ok;
}

/* ---- Others ------------------------------------------------------------------------------ */

int good_frame(const unsigned char *key, const unsigned char *in, size_t n, unsigned char *out) {
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    OSSL_PARAM parameters[2];
    size_t size = 0;
    parameters[0] = OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, "SHA2-256", 0);
    parameters[1] = OSSL_PARAM_construct_end();
    int ok = EVP_MAC_init(context, key, 32, parameters) && EVP_MAC_update(context, in, n) &&
             EVP_MAC_final(context, out, &size, 32);
    EVP_MAC_CTX_free(context);
    return ok;
}

int good_given(const unsigned char *key, const OSSL_PARAM *parameters, unsigned char *out) {
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    size_t size = 0;
    int ok = EVP_MAC_init(context, key, 32, parameters) && EVP_MAC_update(context, key, 1) &&
             EVP_MAC_final(context, out, &size, 32);
    EVP_MAC_CTX_free(context);
    return ok;
}
