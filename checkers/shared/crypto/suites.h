/* Cipher suites of TLS that a program names by their numbers. */
#ifndef VT_CHECKERS_SUITES_H
#define VT_CHECKERS_SUITES_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The name of suite NUMBER as vt_suite_next gives it; NULL if it is none that is known. */
const char *vt_suite_name(uint32_t number);

/* The next suite among the numbers in SOURCE, a list that event REF gets, from byte *AT on, which
 * is moved behind it. The event's value says how they are written: "int", each an int of a
 * little-endian machine, or "wire", two bytes each. Gives the suite's IANA name without the "TLS_"
 * that all begin with ("RSA_WITH_NULL_SHA"); NULL if no known one is left. */
const char *vt_suite_next(struct vt_program *program, struct vt_event_ref ref,
                          const struct vt_source *source, size_t *at);

#ifdef __cplusplus
}
#endif
#endif
