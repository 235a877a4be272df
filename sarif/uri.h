/* Source paths to URIs that tell nothing of the vendor's machine.
 *
 * A path is written as the compiler was told it (prefix maps are honoured by then), made plain and
 * percent-encoded, relative to the base SRCROOT. An absolute one loses the folder that all absolute
 * main files of the program have in common; system headers stay absolute; what lies elsewhere gets
 * its name below a numbered folder "outside/".
 */
#ifndef VT_SARIF_URI_H
#define VT_SARIF_URI_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

enum vt_path_kind {
    VT_PATH_RELATIVE, /* "src/a.c" */
    VT_PATH_ABOVE,    /* "../src/a.c" */
    VT_PATH_ABSOLUTE, /* "/home/me/src/a.c", "C:/src/a.c" */
    VT_PATH_SYSTEM,   /* "/usr/include/stdio.h" */
};

/* PATH without "." segments, empty segments, and ".." that take back the segment before; in ARENA.
 * "." if nothing is left. Backslashes of a path that begins with a drive become slashes. */
const char *vt_path_normalise(struct vt_arena *arena, const char *path);

/* What the normalised PATH is. */
enum vt_path_kind vt_path_kind(const char *path);

/* The length of the folder part of PATH that it shares with FOLDER's first LENGTH bytes: whole
 * segments, with the slash at the end. */
size_t vt_path_common(const char *path, const char *folder, size_t length);

/* PATH percent-encoded for a URI (RFC 3986): all but unreserved characters and the slash. */
const char *vt_uri_encode(struct vt_arena *arena, const char *path);

#ifdef __cplusplus
}
#endif
#endif
