/* Archives (ar), common and thin, member by member. libelf knows no thin ones, so both are read
 * here. Format: System V ar with GNU's long-name table; BSD's "#1/LENGTH" names too. */
#ifndef VT_CLI_ARCHIVE_H
#define VT_CLI_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

/* Where reading stands. Set bytes, size and arena; the rest is zero at first. */
struct vt_archive {
    const uint8_t *bytes;
    size_t size;
    struct vt_arena *arena; /* members' names go here */
    size_t at;
    bool is_thin;
    const uint8_t *names; /* the long-name table */
    size_t names_size;
};

struct vt_member {
    const char *name;     /* in a thin archive: a path, relative to the archive's folder */
    const uint8_t *bytes; /* NULL in a thin archive: the file called `name` holds them */
    size_t size;
};

/* Steps to the next member that is neither symbol table nor name table. False at the end, and with
 * a message in ERROR if the archive is broken. */
bool vt_archive_next(struct vt_archive *archive, struct vt_member *member, struct vt_error *error);

#ifdef __cplusplus
}
#endif
#endif
