/* Curves by names in arrays of parameters. */
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stddef.h>

EVP_PKEY *bad_local(void) {
    EVP_PKEY *key = NULL;
    char group[] = "secp160r1";
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    OSSL_PARAM parameters[] = {OSSL_PARAM_utf8_string("group", group, sizeof group - 1),
                               OSSL_PARAM_END};
    EVP_PKEY_keygen_init(context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    if (EVP_PKEY_CTX_set_params(context, parameters) <= 0)
        return NULL;
    EVP_PKEY_generate(context, &key);
    return key;
}

static EVP_PKEY *make(char *curve) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM parameters[3];
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    parameters[0] = OSSL_PARAM_construct_utf8_string("encoding", "named_curve", 0);
    parameters[1] = OSSL_PARAM_construct_utf8_string("group", curve, 0);
    parameters[2] = OSSL_PARAM_construct_end();
    EVP_PKEY_keygen_init(context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    EVP_PKEY_CTX_set_params(context, parameters);
    EVP_PKEY_generate(context, &key);
    return key;
}

EVP_PKEY *bad_made(void) {
    return make("prime192v1");
}

struct setup {
    char curve[16];
    OSSL_PARAM parameters[2];
};

static struct setup setup = {.curve = "sect113r1"};

EVP_PKEY *bad_setup(void) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    setup.parameters[0] = OSSL_PARAM_construct_utf8_string("group", setup.curve, 0);
    setup.parameters[1] = OSSL_PARAM_construct_end();
    EVP_PKEY_keygen_init(context);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    EVP_PKEY_CTX_set_params(context, setup.parameters);
    EVP_PKEY_generate(context, &key);
    return key;
}

/* ---- Others ------------------------------------------------------------------------------ */

EVP_PKEY *good_local(void) {
    EVP_PKEY *key = NULL;
    char group[] = "P-256";
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    OSSL_PARAM parameters[] = {OSSL_PARAM_utf8_string("group", group, sizeof group - 1),
                               OSSL_PARAM_END};
    EVP_PKEY_keygen_init(context);
    if (EVP_PKEY_CTX_set_params(context, parameters) <= 0)
        return NULL;
    EVP_PKEY_generate(context, &key);
    return key;
}

EVP_PKEY *good_digest(EVP_PKEY_CTX *context) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", "SHA256", 0),
                               OSSL_PARAM_END};
    EVP_PKEY_CTX_set_params(context, parameters);
    EVP_PKEY_generate(context, &key);
    return key;
}
