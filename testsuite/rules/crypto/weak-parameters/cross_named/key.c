#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include "numbers.h"

OSSL_PARAM *vendor_key(void) {
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    if (!OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, number_modulus()))
        return NULL;
    // report@+1: crypto/weak-parameters
    if (!OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, number_exponent()))
        return NULL;
    return OSSL_PARAM_BLD_to_param(builder);
}
