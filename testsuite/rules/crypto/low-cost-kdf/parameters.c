/* Costs and sizes that OpenSSL 3 takes by their names. */
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <string.h>

int bad_rounds(EVP_KDF_CTX *kdf, char *password, unsigned char salt[16], unsigned char key[32]) {
    unsigned rounds = 10;
    OSSL_PARAM list[5], *at = list;
    *at++ = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password, strlen(password));
    *at++ = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt, 16);
    *at++ = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, "SHA256", 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    *at++ = OSSL_PARAM_construct_uint(OSSL_KDF_PARAM_ITER, &rounds);
    *at = OSSL_PARAM_construct_end();
    return EVP_KDF_derive(kdf, key, 32, list);
}

int good_rounds(EVP_KDF_CTX *kdf, char *password, unsigned char salt[16], unsigned char key[32]) {
    unsigned rounds = 600000, mode = 1;
    OSSL_PARAM list[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password, strlen(password)),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt, 16),
        OSSL_PARAM_construct_uint(OSSL_KDF_PARAM_ITER, &rounds),
        OSSL_PARAM_construct_uint(OSSL_KDF_PARAM_PKCS5, &mode), OSSL_PARAM_construct_end()};
    return EVP_KDF_derive(kdf, key, 32, list);
}

static int add_cost(OSSL_PARAM_BLD *builder, uint64_t cost) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return OSSL_PARAM_BLD_push_uint64(builder, OSSL_KDF_PARAM_SCRYPT_N, cost);
}

int bad_built(OSSL_PARAM_BLD *builder) {
    return add_cost(builder, 2) && OSSL_PARAM_BLD_push_uint32(builder, OSSL_KDF_PARAM_SCRYPT_R, 8);
}

int bad_bits(EVP_PKEY_CTX *maker) {
    unsigned bits = 1024;
    OSSL_PARAM list[2];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    list[0] = OSSL_PARAM_construct_uint(OSSL_PKEY_PARAM_RSA_BITS, &bits);
    list[1] = OSSL_PARAM_construct_end();
    return EVP_PKEY_CTX_set_params(maker, list);
}

int good_bits(EVP_PKEY_CTX *maker) {
    size_t bits = 3072, primes = 2;
    OSSL_PARAM list[] = {OSSL_PARAM_construct_size_t(OSSL_PKEY_PARAM_RSA_BITS, &bits),
                         OSSL_PARAM_construct_size_t(OSSL_PKEY_PARAM_RSA_PRIMES, &primes),
                         OSSL_PARAM_construct_end()};
    return EVP_PKEY_CTX_set_params(maker, list);
}
