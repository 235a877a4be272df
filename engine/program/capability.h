/* What a program can do, and from where: effects that are reached from each entry.
 *
 * An entry is what something outside the program makes run. A function that a library calls back
 * while the call lasts (qsort) is reached by whoever calls the library; one that it calls later (a
 * signal handler) is an entry of its own.
 */
#ifndef VT_ENGINE_PROGRAM_CAPABILITY_H
#define VT_ENGINE_PROGRAM_CAPABILITY_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

enum vt_entry_kind {
    VT_ENTRY_MAIN,
    VT_ENTRY_CONSTRUCTOR, /* the loader runs it, before or after all else */
    VT_ENTRY_IFUNC,       /* the loader runs it to choose an implementation */
    VT_ENTRY_SIGNAL,
    VT_ENTRY_EXIT, /* runs when the program ends */
    VT_ENTRY_THREAD,
    VT_ENTRY_TIMER,
    VT_ENTRY_FORK,
    VT_ENTRY_EXPORTED, /* of a library: whoever links it; of a program: nobody in it calls it */
    VT_ENTRY_POINTER,  /* its address goes to somebody who is not in the program */
    VT_ENTRY_COUNT
};

/* "main", "constructor", "signal" ... */
const char *vt_entry_kind_name(enum vt_entry_kind kind);

struct vt_entry {
    uint32_t function;
    enum vt_entry_kind kind;
};

/* The effects of the program by class, and from which kinds of entry functions are reached. */
struct vt_reach;
struct vt_reach *vt_reach_find(const struct vt_program *program, struct vt_arena *arena);

/* The same, found once and kept by PROGRAM: for rules, which ask at each finding. */
const struct vt_reach *vt_reach_of(struct vt_program *program);

/* All entries, by name and kind; a function may be several. */
const struct vt_entry *vt_reach_entries(const struct vt_reach *reach, size_t *count);

/* From which kinds of entries FUNCTION is reached: bit 1 << kind. An event of a function that only
 * a constructor reaches has no other bit. */
uint32_t vt_reach_kinds(const struct vt_reach *reach, uint32_t function);

/* An effect that ENTRY can have, by the shortest chain of calls. */
struct vt_capability {
    struct vt_entry entry;
    const char *class_name;
    struct vt_event_ref event;
    struct vt_site *calls; /* from the entry on; the last leads to the event's function */
    size_t ncalls;
};

/* What all entries can do: by entry, then by class, in ARENA. Effects that say nothing of the world
 * outside (printing, waiting, registering an entry) are left out. */
struct vt_capability *vt_capabilities_find(const struct vt_program *program,
                                           const struct vt_reach *reach, struct vt_arena *arena,
                                           size_t *count);

#ifdef __cplusplus
}
#endif
#endif
