// C++: parameters of an exchange, by an object that was given the size.
#include <mbedtls/ecp.h>
#include <openssl/dh.h>
#include <openssl/evp.h>

namespace {

class Exchange {
  public:
    explicit Exchange(int bits) : bits_(bits) {}
    int prepare(EVP_PKEY_CTX *context) const {
        if (EVP_PKEY_paramgen_init(context) != 1)
            return 0;
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
        return EVP_PKEY_CTX_set_dh_paramgen_prime_len(context, bits_);
    }

  private:
    int bits_;
};

} // namespace

int bad_prepare(EVP_PKEY_CTX *context) {
    return Exchange(512).prepare(context);
}

int good_prepare(EVP_PKEY_CTX *context) {
    if (EVP_PKEY_paramgen_init(context) != 1)
        return 0;
    return EVP_PKEY_CTX_set_dh_paramgen_prime_len(context, 3072);
}

typedef int generator(void *, unsigned char *, size_t);

int good_group(mbedtls_ecp_keypair *pair, generator *generate, void *state) {
    return mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, pair, generate, state);
}

int bad_group(mbedtls_ecp_keypair *pair, generator *generate, void *state) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP192R1, pair, generate, state);
}
