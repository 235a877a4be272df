/* Sizes that are set by their names: as text, or in parameters. */
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stddef.h>

static int set(EVP_PKEY_CTX *context, const char *value) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_CTX_ctrl_str(context, "rsa_keygen_bits", value) > 0;
}

EVP_PKEY *bad_pair(void) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (EVP_PKEY_keygen_init(context) > 0 && set(context, "1024"))
        EVP_PKEY_generate(context, &key);
    EVP_PKEY_CTX_free(context);
    return key;
}

EVP_PKEY *good_pair(void) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (EVP_PKEY_keygen_init(context) > 0 &&
        EVP_PKEY_CTX_ctrl_str(context, "rsa_keygen_bits", "4096") > 0 &&
        EVP_PKEY_CTX_ctrl_str(context, "rsa_keygen_primes", "2") > 0)
        EVP_PKEY_generate(context, &key);
    EVP_PKEY_CTX_free(context);
    return key;
}

struct group {
    const char *bits, *order;
};

static const struct group small = {"1024", "160"}, usual = {"2048", "256"};

int bad_group(EVP_PKEY_CTX *context) {
    const struct group *group = &small;
    EVP_PKEY_CTX_ctrl_str(context, "dsa_paramgen_q_bits", group->order);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_PKEY_CTX_ctrl_str(context, "dsa_paramgen_bits", group->bits);
}

int good_group(EVP_PKEY_CTX *context) {
    const struct group *group = &usual;
    EVP_PKEY_CTX_ctrl_str(context, "dsa_paramgen_q_bits", group->order);
    return EVP_PKEY_CTX_ctrl_str(context, "dsa_paramgen_bits", group->bits);
}

static struct {
    const char *name;
    size_t bytes;
} code = {"KMAC-256", 4}, long_code = {"KMAC-256", 32};

int bad_code(EVP_MAC_CTX *mac, const unsigned char *key) {
    size_t size = code.bytes;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_size_t(OSSL_MAC_PARAM_SIZE, &size),
                               OSSL_PARAM_construct_end()};
    return EVP_MAC_init(mac, key, 32, parameters);
}

int good_code(EVP_MAC_CTX *mac, const unsigned char *key) {
    size_t size = long_code.bytes;
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_size_t(OSSL_MAC_PARAM_SIZE, &size),
                               OSSL_PARAM_construct_end()};
    return EVP_MAC_init(mac, key, 32, parameters);
}
