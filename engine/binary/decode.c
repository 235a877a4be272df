/* Bytes, which may come from anybody, into units. See encode.h; the contents are layout.c's. */
#include <string.h>
#include <zlib.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "engine/binary/layout.h"
#include "engine/facts/facts.h"

struct header {
    size_t start;  /* of the magic: behind padding */
    size_t length; /* header and contents together */
};

static uint32_t get_u32(const uint8_t *from) {
    return from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 | (uint32_t)from[3] << 24;
}

/* Reads the header of the encoding at BYTES. *USED is set as soon as its end is known. */
static bool read_header(const uint8_t *bytes, size_t size, struct header *header, size_t *used,
                        struct vt_error *error) {
    size_t start = 0;
    while (start < size && bytes[start] == 0)
        start++;
    *header = (struct header){.start = start};
    if (start == size) {
        *used = size;
        return vt_fail(error, "facts: nothing but %zu bytes of padding", size);
    }
    const uint8_t *at = bytes + start;
    size_t left = size - start;
    if (left < 4 || memcmp(at, VT_FACTS_MAGIC, 4) != 0)
        return vt_fail(error, "facts: no '" VT_FACTS_MAGIC "' at byte %zu", start);
    if (left < VT_FACTS_HEADER)
        return vt_fail(error, "facts: header cut short at byte %zu", size);
    size_t rest = get_u32(at + 5);
    header->length = 9 + rest;
    if (rest < 4 || header->length > left)
        return vt_fail(error, "facts: length %zu at byte %zu, but %zu bytes are left", rest,
                       start + 5, left - 9);
    *used = start + header->length;
    if (at[4] != VT_FACTS_VERSION)
        return vt_fail(error, "facts: version %u at byte %zu; this vitrine reads version %d", at[4],
                       start + 4, VT_FACTS_VERSION);
    if (get_u32(at + 9) != crc32_z(0, at + VT_FACTS_HEADER, header->length - VT_FACTS_HEADER))
        return vt_fail(error, "facts: wrong checksum of the contents behind byte %zu", start);
    return true;
}

bool vt_unit_peek(const uint8_t *bytes, size_t size, size_t *used, uint8_t digest[32],
                  struct vt_error *error) {
    *used = 0;
    struct header header;
    if (!read_header(bytes, size, &header, used, error))
        return false;
    vt_sha256(bytes + header.start, header.length, digest);
    return true;
}

struct vt_unit *vt_unit_decode(const uint8_t *bytes, size_t size, size_t *used,
                               struct vt_error *error) {
    *used = 0;
    struct header header;
    if (!read_header(bytes, size, &header, used, error))
        return NULL;
    struct vt_arena *arena = vt_arena_new();
    struct vt_unit *unit = vt_alloc(arena, sizeof *unit);
    unit->arena = arena;
    bool good =
        vt_layout_read(bytes + header.start + VT_FACTS_HEADER, header.length - VT_FACTS_HEADER,
                       vt_layout_budget(header.length), unit, error) &&
        vt_unit_verify(unit, error);
    if (!good) {
        vt_arena_free(arena);
        return NULL;
    }
    vt_sha256(bytes + header.start, header.length, unit->digest);
    return unit;
}
