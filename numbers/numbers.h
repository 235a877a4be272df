/* Large numbers by GMP. Only the command links this. */
#ifndef VT_NUMBERS_H
#define VT_NUMBERS_H

#include "engine/program/numbers.h"

#ifdef __cplusplus
extern "C" {
#endif

extern const struct vt_numbers vt_gmp_numbers;

#ifdef __cplusplus
}
#endif
#endif
