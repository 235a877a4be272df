/* The input of a command: objects, archives, images and folders, and the units in them. */
#ifndef VT_CLI_INPUT_H
#define VT_CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/object.h"

#ifdef __cplusplus
extern "C" {
#endif

enum vt_problem_kind {
    VT_PROBLEM_UNREADABLE, /* no such file, or nothing that could hold facts */
    VT_PROBLEM_BROKEN,     /* what it holds cannot be read */
    VT_PROBLEM_STALE,      /* an object's facts are not of the unit its note names */
    VT_PROBLEM_MISSING,    /* a note names a unit whose facts are nowhere */
    VT_PROBLEM_NO_FACTS,   /* not compiled with the plugin */
};

/* Why the input is not all there. */
struct vt_problem {
    enum vt_problem_kind kind;
    const char *text;    /* a line that names the file and the place in it */
    const char *subject; /* "SOURCE (DIGEST)" of the unit, or the object's name: no absolute path */
};

/* A unit, and where it was read first: "build/lib.a(member.o)", never an absolute path. */
struct vt_input_unit {
    struct vt_unit *unit; /* set by vt_input_select of those it selects; or by vt_input_decode */
    const char *origin;
    const char *path; /* for messages */
    struct vt_facts *facts;
    bool is_selected; /* set by the same */
};

/* An object as it was found. */
struct vt_input_object {
    const char *path;        /* for messages: "build/lib.a(member.o)" */
    const char *name;        /* for reports: the same, no absolute path */
    struct vt_object object; /* its units are shared with other objects that hold the same */
    bool is_image;
    uint8_t digest[32]; /* SHA-256 of the file; images only */
};

struct vt_input {
    struct vt_arena *arena;
    size_t nobjects, nproblems, nunits;
    size_t objects_room, problems_room, units_room;
    struct vt_input_object **objects;
    struct vt_problem *problems;
    struct vt_input_unit *units; /* each digest once, in the order they were read */
    void *by_digest;             /* the same as a tree (tsearch) of pointers to digests */
    unsigned nested;             /* archives named by thin archives that were read */
};

struct vt_input *vt_input_new(void);
void vt_input_free(struct vt_input *input);

/* Reads the file at PATH, or all objects and archives below the folder PATH, in the order of their
 * names, symbolic links not followed. Images count only if PATH is one: a folder's are left out.
 * What goes wrong becomes a problem. */
void vt_input_add(struct vt_input *input, const char *path);

/* Chooses the units: all whose object has no note that contradicts them; but if images were given
 * that all have notes, those that the images name. What is missing or stale becomes a problem. Call
 * once, after all was added. */
void vt_input_select(struct vt_input *input);

/* Decodes all units instead; for those that look at each for itself. */
void vt_input_decode(struct vt_input *input);

/* Adds a problem; SUBJECT may be NULL. Control characters in both are replaced. */
__attribute__((format(printf, 4, 5))) void vt_input_problem(struct vt_input *input,
                                                            enum vt_problem_kind kind,
                                                            const char *subject, const char *format,
                                                            ...);

/* What of PATH may stand in a report: from its last part on if it is absolute. */
const char *vt_path_shown(const char *path);

/* For the tree: compares two pointers to digests. */
int vt_digest_compare(const void *a, const void *b);

#ifdef __cplusplus
}
#endif
#endif
