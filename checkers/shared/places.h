/* Where data in a function come from, as far as the function itself tells. */
#ifndef VT_CHECKERS_PLACES_H
#define VT_CHECKERS_PLACES_H

#include "engine/program/program.h"

enum vt_sharing {
    VT_SHARES_NOTHING,
    VT_SHARES_TYPE,  /* both are read from objects of one struct type */
    VT_SHARES_PLACE, /* what a call or event brought, a global */
    VT_SHARES_GIVEN, /* a parameter */
};

/* Whether something in FACTS gets to nodes like A and to nodes like B, whichever of its bytes; of
 * several the one furthest down the list. What only its length tells of does not count. */
enum vt_sharing vt_places_shared(const struct vt_function *facts, struct vt_node a,
                                 struct vt_node b);

/* True if the same in FACTS gets to nodes like A and to nodes like B, but to each other bytes of
 * it: two fields of one struct. */
bool vt_places_apart(const struct vt_unit *unit, const struct vt_function *facts, struct vt_node a,
                     struct vt_node b);

/* The number of the parameter in FACTS that gets to nodes like TO; VT_NONE if none does. */
uint32_t vt_places_parameter(const struct vt_function *facts, struct vt_node to);

#endif
