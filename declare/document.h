/* Taking JSON documents of the vendor's apart: members by type, mistakes by their place. */
#ifndef VT_DECLARE_DOCUMENT_H
#define VT_DECLARE_DOCUMENT_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;
struct vt_error;

struct vt_document {
    const char *name; /* of the file */
    struct vt_arena *arena;
    struct vt_error *error;
};

/* Where in the document something stands: "services[3].endpoints[0]". */
struct vt_place_in {
    const struct vt_place_in *above;
    const char *member;
    int index; /* or -1 */
};

/* Fails with "NAME: PLACE: WHAT". */
bool vt_refuse(const struct vt_document *r, const struct vt_place_in *place, const char *what);

/* Member NAME of OBJECT as text; *TEXT is NULL if it is not there, which is a mistake if it is
 * NEEDED. */
bool vt_take_text(const struct vt_document *r, const struct vt_place_in *above, const cJSON *object,
                  const char *name, bool needed, const char **text);

/* Member NAME of OBJECT as an array of at most MOST elements; *ARRAY is NULL if it is not there. */
bool vt_take_array(const struct vt_document *r, const struct vt_place_in *above,
                   const cJSON *object, const char *name, int most, const cJSON **array);

#ifdef __cplusplus
}
#endif
#endif
