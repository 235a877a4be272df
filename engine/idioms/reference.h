/* Constants that algorithms are known by (vt_reference), found in constant bytes however they are
 * written: elements of any width, either byte order, halves in either order, numbers in limbs.
 * Private to the engine. */
#ifndef VT_ENGINE_IDIOMS_REFERENCE_H
#define VT_ENGINE_IDIOMS_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/facts/model.h"

struct vt_arena;

struct vt_reference_index;

/* Constants in a row: SIZE bytes, in elements of ELEMENT bytes, least byte first. */
struct vt_image {
    const uint8_t *bytes;
    size_t size;
    unsigned element;
};

#define VT_MAX_DIFFERENCES 8

/* An element that is not what it should be. Bytes of a number are counted from the least. */
struct vt_difference {
    uint32_t index;
    uint64_t expected, found;
};

struct vt_match {
    const struct vt_reference *reference;
    size_t begin, end;   /* bytes of the image */
    uint32_t ndiffering; /* elements; 0: exact */
    struct vt_difference differences[VT_MAX_DIFFERENCES];
};

/* COUNT REFERENCES made ready for searching; in ARENA. The build does so with those built in. */
struct vt_reference_lookup *vt_references_prepare(const struct vt_reference *references,
                                                  size_t count, struct vt_arena *arena);

/* A search for what MODELS refer to; in ARENA. */
struct vt_reference_index *vt_references_index(const struct vt_models *models,
                                               struct vt_arena *arena);

/* The references that stand in IMAGE; *COUNT of them, in ARENA. Of two that share bytes and of
 * which one is exact only this is told, and of two exact ones the longer. Images longer than 1 MB
 * are not looked at. */
struct vt_match *vt_references_find(struct vt_reference_index *index, const struct vt_image *image,
                                    struct vt_arena *arena, size_t *count);

/* Element I of REFERENCE. */
uint64_t vt_reference_element(const struct vt_reference *reference, uint32_t i);

/* The references that hold ELEMENT (of BYTES bytes, 4 or 8) among at most VT_MAX_WORDS; calls VISIT
 * for each, with its number and the element's index. */
#define VT_MAX_WORDS 128
typedef void vt_visit_word(void *context, uint32_t reference, uint32_t index);
void vt_references_with(const struct vt_reference_index *index, uint64_t element, unsigned bytes,
                        vt_visit_word *visit, void *context);

#endif
