/* Notes: name, description and type as in an ELF note, in every format. */
#include <string.h>

#include "cli/object.h"
#include "engine/base/arena.h"

enum { NOTE_TYPE = 1, NOTE_HEADER = 12, NOTE_NAME = 8, NOTE_FIXED = 34 };

static uint32_t word(const uint8_t *at, bool big_endian) {
    if (big_endian)
        return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
    return (uint32_t)at[3] << 24 | (uint32_t)at[2] << 16 | (uint32_t)at[1] << 8 | at[0];
}

static size_t round4(size_t n) {
    return (n + 3) & ~(size_t)3;
}

/* Takes the description of one of our notes: version, flags, digest, source. */
static bool take_note(struct vt_arena *arena, struct vt_object *object, const uint8_t *desc,
                      size_t size) {
    struct vt_note *note;

    if (size <= NOTE_FIXED || desc[0] != VT_NOTE_VERSION || desc[size - 1] != '\0')
        return false;
    object->notes =
        vt_grow(arena, object->notes, object->nnotes, &object->notes_room, sizeof *object->notes);
    note = &object->notes[object->nnotes++];
    note->version = desc[0];
    note->flags = desc[1];
    memcpy(note->digest, desc + 2, sizeof note->digest);
    note->source = vt_alloc_text(arena, (const char *)desc + NOTE_FIXED);
    return true;
}

/* Reads notes until they end or one makes no sense: the section is ours, nobody else adds to it. */
void vt_object_take_notes(struct vt_arena *arena, struct vt_object *object, const char *place,
                          const uint8_t *bytes, size_t size, bool big_endian) {
    size_t at = 0, name, desc, step;
    const uint8_t *note;

    while (at < size) {
        if (size - at >= 4 && word(bytes + at, big_endian) == 0) { /* padding between notes */
            at += 4;
            continue;
        }
        if (size - at < NOTE_HEADER)
            break;
        note = bytes + at;
        name = word(note, big_endian);
        desc = word(note + 4, big_endian);
        if (name > size || desc > size)
            break;
        step = NOTE_HEADER + round4(name) + desc;
        if (step > size - at)
            break;
        if (name != NOTE_NAME || memcmp(note + NOTE_HEADER, "vitrine", NOTE_NAME) != 0 ||
            word(note + 8, big_endian) != NOTE_TYPE ||
            !take_note(arena, object, note + NOTE_HEADER + NOTE_NAME, desc))
            break;
        at += round4(step);
    }
    if (at < size)
        vt_object_fault(arena, object, "%s, byte %zu: not a note of this version of vitrine", place,
                        at);
}
