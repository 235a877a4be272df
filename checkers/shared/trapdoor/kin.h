/* Functions that are registered by name: builtins of an interpreter, handlers of commands. */
#ifndef VT_CHECKERS_KIN_H
#define VT_CHECKERS_KIN_H

#include "engine/program/program.h"

/* One of many functions that are registered in the same way. */
struct vt_kin {
    const char *name; /* that it is registered by */
    size_t count;     /* how many there are */
};

/* All functions of PROGRAM that are registered; in ARENA. */
struct vt_kins;
struct vt_arena;
struct vt_kins *vt_kins_find(struct vt_program *program, struct vt_arena *arena);

/* True if event REF, which runs a command or program, stands in a function that is registered by a
 * name, or in one that such a function calls, and hardly another one of its kin runs anything; then
 * in *KIN. A name that says that something is run or opened does not count, and what many call. */
bool vt_kin_odd(const struct vt_kins *kins, struct vt_event_ref ref, struct vt_kin *kin);

#endif
