/* COFF objects and PE images, as Microsoft's "PE Format" describes them: sections .vitrine (facts)
 * and .vtnote (notes), whose names are short enough to stand in the section's header. Everything is
 * little-endian, whatever the machine. */
#include <string.h>

#include "cli/object.h"

enum {
    HEADER = 20,     /* of an object: machine, sections, time, symbols, optional header, flags */
    BIG_HEADER = 56, /* of an object with more than 65279 sections */
    SECTION = 40,
    NAME = 8,
    LFANEW = 0x3c, /* where an image says where its header is */
    CONTAINS_CODE = 0x20,
};

struct table {
    size_t at, count;
};

static uint32_t get2(const uint8_t *at) {
    return (uint32_t)at[1] << 8 | at[0];
}

static uint32_t get4(const uint8_t *at) {
    return get2(at + 2) << 16 | get2(at);
}

static bool is_machine(uint32_t machine) {
    static const uint16_t known[] = {0x014c, 0x01c4, 0x8664, 0xa641, 0xaa64}; /* x86, ARM */

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (machine == known[i])
            return true;
    return false;
}

/* An object with 32-bit section numbers has the first 8 bytes of its class here. */
static bool is_big(const uint8_t *bytes, size_t size) {
    return size >= HEADER && get4(bytes) == 0xffff0000 && get2(bytes + 4) >= 2 &&
           is_machine(get2(bytes + 6)) &&
           memcmp(bytes + 12, "\xC7\xA1\xBA\xD1\xEE\xBA\xA9\x4B", 8) == 0;
}

bool vt_is_coff_object(const uint8_t *bytes, size_t size) {
    if (is_big(bytes, size))
        return true;
    return size >= HEADER && is_machine(get2(bytes)) && get2(bytes + 2) > 0 && /* sections */
           get2(bytes + 16) == 0 && (get2(bytes + 18) & 2) == 0; /* optional header, executable */
}

bool vt_is_pe_image(const uint8_t *bytes, size_t size) {
    return size >= 2 && memcmp(bytes, "MZ", 2) == 0;
}

/* Where the section headers are; false if the file does not hold what would say so. */
static bool find_table(const uint8_t *bytes, size_t size, bool is_image, struct table *table) {
    size_t header = 0;

    if (!is_image && is_big(bytes, size)) {
        if (size < BIG_HEADER)
            return false;
        *table = (struct table){BIG_HEADER, get4(bytes + 44)};
        return true;
    }
    if (is_image) {
        if (size < LFANEW + 4)
            return false;
        header = get4(bytes + LFANEW);
        if (header > size || size - header < 4 || memcmp(bytes + header, "PE\0\0", 4) != 0)
            return false;
        header += 4;
    }
    if (size - header < HEADER)
        return false;
    table->at = header + HEADER + get2(bytes + header + 16);
    table->count = get2(bytes + header + 2);
    return true;
}

static void take_section(struct vt_arena *arena, struct vt_object *object, const uint8_t *header,
                         const uint8_t *bytes, size_t size) {
    bool is_facts = memcmp(header, ".vitrine", NAME) == 0;
    bool is_notes = memcmp(header, ".vtnote", NAME) == 0;
    size_t at = get4(header + 20), length = get4(header + 16), in_memory = get4(header + 8);

    if (get4(header + 36) & CONTAINS_CODE && length > 0)
        object->has_code = true;
    if (!is_facts && !is_notes)
        return;
    if (object->kind == VT_OBJECT_IMAGE && in_memory < length)
        length = in_memory; /* the rest fills a page of the file */
    if (at > size || length > size - at)
        vt_object_fault(arena, object, "section %.8s lies outside of the file (cut off?)", header);
    else if (is_notes)
        vt_object_take_notes(arena, object, "section .vtnote", bytes + at, length, false);
    else if (length == 0)
        vt_object_fault(arena, object, "section .vitrine is empty");
    else
        vt_object_take_facts(arena, object, "section .vitrine", bytes + at, length);
}

void vt_coff_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                  struct vt_object *object) {
    bool is_image = object->kind == VT_OBJECT_IMAGE;
    struct table table;

    if (!find_table(bytes, size, is_image, &table)) {
        vt_object_fault(arena, object, "not a valid %s", is_image ? "PE image" : "COFF object");
        return;
    }
    if (table.at > size || table.count > (size - table.at) / SECTION) {
        vt_object_fault(arena, object, "the file ends before its section headers (cut off?)");
        return;
    }
    for (size_t i = 0; i < table.count; i++)
        take_section(arena, object, bytes + table.at + i * SECTION, bytes, size);
}
