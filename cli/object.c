/* Objects of any format: what they are, and the facts in them. */
#include "cli/object.h"

#include <elf.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

static enum vt_object_kind elf_kind(const uint8_t *bytes, size_t size) {
    unsigned type;

    if (size < EI_NIDENT + 2)
        return VT_OBJECT_RELOCATABLE;
    type = bytes[EI_DATA] == ELFDATA2MSB ? (unsigned)bytes[16] << 8 | bytes[17]
                                         : (unsigned)bytes[17] << 8 | bytes[16];
    switch (type) {
    case ET_REL:
        return VT_OBJECT_RELOCATABLE;
    case ET_EXEC:
    case ET_DYN:
        return VT_OBJECT_IMAGE;
    default:
        return VT_OBJECT_OTHER;
    }
}

static bool is_elf(const uint8_t *bytes, size_t size) {
    return size >= SELFMAG && memcmp(bytes, ELFMAG, SELFMAG) == 0;
}

enum vt_object_kind vt_object_kind(const uint8_t *bytes, size_t size) {
    if (is_elf(bytes, size))
        return elf_kind(bytes, size);
    if (size >= 8 && (memcmp(bytes, "!<arch>\n", 8) == 0 || memcmp(bytes, "!<thin>\n", 8) == 0))
        return VT_OBJECT_ARCHIVE;
    if (size >= 4 &&
        (memcmp(bytes, "BC\xC0\xDE", 4) == 0 || memcmp(bytes, "\xDE\xC0\x17\x0B", 4) == 0))
        return VT_OBJECT_BITCODE;
    if (vt_is_coff_object(bytes, size))
        return VT_OBJECT_RELOCATABLE;
    return vt_is_pe_image(bytes, size) ? VT_OBJECT_IMAGE : VT_OBJECT_OTHER;
}

void vt_object_fault(struct vt_arena *arena, struct vt_object *object, const char *format, ...) {
    char text[768];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    object->faults = vt_grow(arena, object->faults, object->nfaults, &object->faults_room,
                             sizeof *object->faults);
    object->faults[object->nfaults++] = vt_alloc_text(arena, text);
}

void vt_object_take_facts(struct vt_arena *arena, struct vt_object *object, const char *place,
                          const uint8_t *bytes, size_t size) {
    size_t at = 0, used;

    while (at < size) {
        struct vt_error error = {0};
        struct vt_facts facts = {0};

        if (bytes[at] == 0) { /* what the linker put between two encodings */
            at++;
            continue;
        }
        if (!vt_unit_peek(bytes + at, size - at, &used, facts.digest, &error)) {
            vt_object_fault(arena, object, "%s, byte %zu: %s", place, at, error.text);
        } else {
            facts.bytes = vt_alloc_copy(arena, bytes + at, used);
            facts.size = used;
            facts.place = vt_alloc_format(arena, "%s, byte %zu", place, at);
            object->facts = vt_grow(arena, object->facts, object->nfacts, &object->facts_room,
                                    sizeof *object->facts);
            object->facts[object->nfacts++] = facts;
        }
        if (used == 0)
            return;
        at += used;
    }
}

void vt_object_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                    struct vt_object *object) {
    *object = (struct vt_object){.kind = vt_object_kind(bytes, size)};
    object->has_code = object->kind == VT_OBJECT_BITCODE;
    if (object->kind == VT_OBJECT_BITCODE)
        vt_bitcode_read(arena, bytes, size, object);
    else if (is_elf(bytes, size))
        vt_elf_read(arena, bytes, size, object);
    else if (object->kind == VT_OBJECT_RELOCATABLE || object->kind == VT_OBJECT_IMAGE)
        vt_coff_read(arena, bytes, size, object);
}

struct vt_unit *vt_facts_unit(struct vt_facts *facts, struct vt_error *error) {
    size_t used;

    if (!facts->unit)
        facts->unit = vt_unit_decode(facts->bytes, facts->size, &used, error);
    return facts->unit;
}
