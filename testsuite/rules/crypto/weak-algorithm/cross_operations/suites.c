/* A peer that offers nothing gets the first suite. */
#include "seal.h"

static const struct suite suites[] = {
    {"compatible", EVP_des_cbc},
    {"plain", EVP_aes_128_gcm},
    {"strong", EVP_aes_256_gcm},
};

const struct suite *suite_for(unsigned capabilities) {
    if (capabilities & 4)
        return &suites[2];
    if (capabilities & 2)
        return &suites[1];
    return &suites[0];
}
