/* Units into bytes. See encode.h; the contents are layout.c's. */
#include "engine/encode.h"

#include <string.h>
#include <zlib.h>

#include "engine/arena.h"
#include "engine/error.h"
#include "engine/facts.h"
#include "engine/layout.h"

static void put_u32(uint8_t *to, uint32_t value) {
    for (unsigned i = 0; i < 4; i++)
        to[i] = (uint8_t)(value >> 8 * i);
}

/* Packs SIZE bytes at CONTENTS behind a header into *BYTES, which has room for *PACKED. */
static bool pack(const uint8_t *contents, size_t size, int level, uint8_t *bytes, size_t *packed,
                 struct vt_error *error) {
    uLongf length = (uLongf)(*packed - VT_FACTS_HEADER);
    int result = compress2(bytes + VT_FACTS_HEADER, &length, contents, (uLong)size, level);
    if (result != Z_OK)
        return vt_fail(error, "facts: zlib cannot pack %zu bytes: %s", size, zError(result));
    memcpy(bytes, VT_FACTS_MAGIC, 4);
    bytes[4] = VT_FACTS_VERSION;
    put_u32(bytes + 5, (uint32_t)(4 + length));
    put_u32(bytes + 9, (uint32_t)size);
    *packed = VT_FACTS_HEADER + (size_t)length;
    return true;
}

/* COLUMNS behind their CRC-32: zlib's own Adler-32 misses too much in so few bytes. */
static uint8_t *with_checksum(const uint8_t *columns, size_t *size, struct vt_arena *arena) {
    uint8_t *contents = vt_alloc(arena, 4 + *size);
    put_u32(contents, (uint32_t)crc32_z(0, columns, *size));
    memcpy(contents + 4, columns, *size);
    *size += 4;
    return contents;
}

bool vt_unit_encode(struct vt_unit *unit, struct vt_arena *arena, uint8_t **bytes, size_t *size,
                    struct vt_error *error) {
    /* A decoder grants memory by packed size. Contents that zlib packs all too well are packed less
     * (at level 0 not at all, and then nothing decodes to that much). */
    static const int levels[] = {6, 1, 0}; /* 9 packs little better, and takes longer */
    if (!vt_unit_verify(unit, error))
        return false;
    struct vt_arena *scratch = vt_arena_new();
    size_t unpacked, charge;
    uint8_t *columns = vt_layout_write(unit, scratch, &unpacked, &charge);
    uint8_t *contents = with_checksum(columns, &unpacked, scratch);
    size_t room = VT_FACTS_HEADER + compressBound((uLong)unpacked);
    bool good = room < UINT32_MAX;
    if (!good)
        vt_fail(error, "facts: %zu bytes are more than a unit may have", unpacked);

    uint8_t *packed = good ? vt_alloc(scratch, room) : NULL;
    size_t length = 0;
    for (unsigned i = 0; good && i < sizeof levels / sizeof *levels; i++) {
        length = room;
        good = pack(contents, unpacked, levels[i], packed, &length, error);
        if (unpacked + charge <= vt_layout_budget(length))
            break;
    }
    if (good && unpacked + charge > vt_layout_budget(length))
        good = vt_fail(error, "facts: a decoder would need %zu bytes for a unit of %zu",
                       unpacked + charge, length);
    if (good) {
        *bytes = vt_alloc_copy(arena, packed, length);
        *size = length;
        vt_sha256(*bytes, length, unit->digest);
    }
    vt_arena_free(scratch);
    return good;
}
