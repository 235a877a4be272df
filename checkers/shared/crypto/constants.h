/* Large numbers that stand in a program as constants: bytes, digits, or DER in PEM. */
#ifndef VT_CHECKERS_CONSTANTS_H
#define VT_CHECKERS_CONSTANTS_H

#include "checkers/shared/ask.h"
#include "engine/program/numbers.h"

/* More is not judged: it takes too long, and no standard asks for it. */
#define VT_MAX_NUMBER 1025 /* bytes */

/* The number that a constant source is: bytes with the most significant first, hexadecimal or
 * decimal digits, or an integer. False if it is none, is not kept whole, or is too large. In ARENA.
 */
bool vt_source_large(struct vt_program *program, const struct vt_source *source,
                     struct vt_arena *arena, struct vt_number *number);

/* The numbers of the first SEQUENCE of integers in a constant source that is DER, or PEM of it (the
 * parameters of PKCS #3, the RSA keys of PKCS #1), or of the key in a SubjectPublicKeyInfo; at most
 * MOST of them. Gives how many. */
size_t vt_source_integers(const struct vt_source *source, struct vt_arena *arena,
                          struct vt_number *numbers, size_t most);

/* Bits of NUMBER. */
size_t vt_number_bits(struct vt_number number);

bool vt_number_equal(struct vt_number a, struct vt_number b);

/* The large number of models/tables/ that NUMBER is, or NULL. */
const struct vt_reference *vt_number_known(const struct vt_program *program,
                                           struct vt_number number);

/* The number that reference REFERENCE is, in ARENA. */
struct vt_number vt_number_of(const struct vt_reference *reference, struct vt_arena *arena);

#endif
