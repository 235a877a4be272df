/* Cipher suites of TLS that a program names by their numbers. */
#ifndef VT_CHECKERS_SUITES_H
#define VT_CHECKERS_SUITES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_strings;
struct vt_constant;

/* The next suite among the numbers in CONSTANT, whose bytes are in STRINGS, from byte *AT on, which
 * is moved behind it. WAY says how they are written (the value of an effect net.cipher): "int",
 * each an int of a little-endian machine, or "wire", two bytes each. Gives the suite's IANA name
 * without the "TLS_" that all begin with ("RSA_WITH_NULL_SHA"); NULL if no known one is left. */
const char *vt_suite_next(const char *way, const struct vt_strings *strings,
                          const struct vt_constant *constant, size_t *at);

#ifdef __cplusplus
}
#endif
#endif
