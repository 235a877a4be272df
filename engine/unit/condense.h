/* From a unit's IR to its facts: the whole analysis of one translation unit. */
#ifndef VT_ENGINE_UNIT_CONDENSE_H
#define VT_ENGINE_UNIT_CONDENSE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_error;
struct vt_ir;
struct vt_models;
struct vt_unit;

/* What one function may cost before its facts are cut (and say so). */
struct vt_limits {
    size_t instructions; /* a longer function is not looked into */
    size_t edges;        /* edges of the value-flow graph before it is condensed */
};

/* Budget LEVEL 1 .. 10 (3 is the default) as limits. */
struct vt_limits vt_limits_for(unsigned level);

/* Takes out of IR what conditions that can only come out in one way keep from ever running. Before
 * vt_mark_noreturn. */
void vt_settle(struct vt_ir *ir);

/* Marks the functions of IR that never return because of the functions they call, and the calls of
 * them, so that control ends there. Before vt_condense. */
void vt_mark_noreturn(struct vt_ir *ir);

/* Analyses IR and fills UNIT: symbols, functions, constants, rewrites, locations, blind spots.
 * UNIT's arena, strings (IR's own table is taken over) and descriptive fields (source, producer,
 * files, ...) are the caller's to set. A function that cannot be analysed leaves a blind spot. */
bool vt_condense(const struct vt_ir *ir, const struct vt_models *models,
                 const struct vt_limits *limits, struct vt_unit *unit, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
