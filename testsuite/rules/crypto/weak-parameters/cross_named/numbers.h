#ifndef NUMBERS_H
#define NUMBERS_H

#include <openssl/bn.h>

BIGNUM *number_modulus(void);
BIGNUM *number_exponent(void);

#endif
