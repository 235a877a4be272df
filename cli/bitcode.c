/* Facts in LLVM bitcode, read without LLVM.
 *
 * Under -flto the object file is bitcode, and the plugin leaves the facts in a metadata string
 * (vt_section_bitcode in plugin/section.h). Bitcode keeps such strings in a blob of whole bytes
 * (record METADATA_STRINGS), so they are found in the file by a plain search for their mark.
 */
#include <string.h>

#include "cli/object.h"

enum { HEADER = 9 }; /* of an encoding: "VTRN", version, length of the rest */

static const char mark[] = ".vitrine.facts"; /* its NUL belongs to it */

/* Bytes of the encoding at BYTES by its header, at most SIZE. */
static size_t encoding_size(const uint8_t *bytes, size_t size) {
    size_t rest;

    if (size < HEADER)
        return size;
    rest = (size_t)bytes[8] << 24 | (size_t)bytes[7] << 16 | (size_t)bytes[6] << 8 | bytes[5];
    return rest < size - HEADER ? HEADER + rest : size;
}

void vt_bitcode_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                     struct vt_object *object) {
    const uint8_t *at = bytes, *end = bytes + size;
    size_t length;

    while ((at = memmem(at, (size_t)(end - at), mark, sizeof mark))) {
        at += sizeof mark;
        length = encoding_size(at, (size_t)(end - at));
        if (length == 0)
            vt_object_fault(arena, object, "bitcode ends where its facts should begin");
        else
            vt_object_take_facts(arena, object, "facts in bitcode", at, length);
        at += length;
    }
}
