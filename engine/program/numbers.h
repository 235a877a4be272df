/* Arithmetic on large numbers, for rules that judge the parameters of cryptography.
 *
 * Only what this table holds: who runs the rules lends a program an implementation
 * (vt_program_lend_numbers). The `vitrine` command has one (numbers/), the plugin none: no library
 * comes into the vendor's compiler by our hand. Rules that need one find nothing without. */
#ifndef VT_ENGINE_PROGRAM_NUMBERS_H
#define VT_ENGINE_PROGRAM_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Most significant byte first, which is not 0. No bytes: zero. */
struct vt_number {
    const uint8_t *bytes;
    size_t size;
};

/* y^2 = x^3 + ax + b over the integers modulo p. */
struct vt_curve {
    struct vt_number p, a, b;
};

struct vt_numbers {
    /* Probably prime: Baillie-PSW and a round of Miller-Rabin (no composite is known to pass). */
    bool (*is_prime)(struct vt_number n);
    /* (p - 1) / 2 is probably prime. */
    bool (*is_safe)(struct vt_number p);
    /* The least prime below 65536 that divides N and is not N; 0 if there is none. */
    uint32_t (*small_factor)(struct vt_number n);
    /* Q divides P - 1. */
    bool (*divides_before)(struct vt_number q, struct vt_number p);
    /* N is P - 1. */
    bool (*is_before)(struct vt_number n, struct vt_number p);
    /* The curve's discriminant is 0 modulo p. */
    bool (*is_singular)(const struct vt_curve *curve);
    bool (*is_on_curve)(const struct vt_curve *curve, struct vt_number x, struct vt_number y);
    /* The decimal number that TEXT spells, into BYTES; its size, 0 if it is none or has no ROOM. */
    size_t (*from_decimal)(const char *text, uint8_t *bytes, size_t room);
};

#ifdef __cplusplus
}
#endif
#endif
