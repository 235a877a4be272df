/* The cryptography of a program: which algorithms, protocols and generators it uses, by a library
 * or of its own making, and whether somebody declared them. */
#ifndef VT_CHECKERS_INVENTORY_H
#define VT_CHECKERS_INVENTORY_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_declaration;
struct vt_declared_asset;

/* One algorithm, however many places use it. */
struct vt_asset {
    const char *name;      /* "AES-256-GCM" */
    const char *type;      /* of CycloneDX: "algorithm" or "protocol"; or "cipher-suite", which
                              is a part of a protocol there */
    const char *primitive; /* of CycloneDX: "hash"; "" for a protocol */
    const char *mode;      /* "gcm"; "" if it has none, or that is not known */
    const char *parameter; /* bits of a key or digest; "" if that is not known */
    const char *version;   /* of a protocol: "1.2"; "" if that is not known */
    bool is_own;           /* known by its constants: the program brings its own implementation */
    struct vt_event_ref *places; /* that use it, in program order */
    size_t nplaces, capacity;
    const struct vt_declared_asset *declared; /* that it is declared as; NULL: it is not */
};

struct vt_inventory {
    struct vt_asset *items;
    size_t count, capacity;
    const struct vt_declaration *declaration; /* they are held against; or NULL */
};

/* All of PROGRAM, in program order, held against its declaration if it has one. In ARENA. */
struct vt_inventory *vt_inventory_of(struct vt_program *program, struct vt_arena *arena);

/* True if TEXT may be the name of an algorithm, and is no sentence, path or host. */
bool vt_inventory_is_name(const char *text);

/* True if DECLARED is what some asset of INVENTORY is. */
bool vt_inventory_uses(const struct vt_inventory *inventory,
                       const struct vt_declared_asset *declared);

#ifdef __cplusplus
}
#endif
#endif
