/* Units into bytes. See encode.h; the contents are layout.c's. */
#include "engine/binary/encode.h"

#include <string.h>
#include <zlib.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/layout.h"
#include "engine/facts/facts.h"

static void put_u32(uint8_t *to, uint32_t value) {
    for (unsigned i = 0; i < 4; i++)
        to[i] = (uint8_t)(value >> 8 * i);
}

bool vt_unit_encode(struct vt_unit *unit, struct vt_arena *arena, uint8_t **bytes, size_t *size,
                    struct vt_error *error) {
    if (!vt_unit_verify(unit, error))
        return false;
    struct vt_arena *scratch = vt_arena_new();
    size_t packed, charge;
    const uint8_t *contents = vt_layout_write(unit, scratch, &packed, &charge);
    /* A decoder grants memory by size: what packs all too well is followed by zeros. */
    size_t length = VT_FACTS_HEADER + packed;
    while (charge > vt_layout_budget(length))
        length += (charge - vt_layout_budget(length) + 63) / 64;
    bool good = length < UINT32_MAX;
    if (!good)
        vt_fail(error, "facts: %zu bytes are more than a unit may have", length);
    if (good) {
        *bytes = vt_alloc(arena, length);
        *size = length;
        memcpy(*bytes, VT_FACTS_MAGIC, 4);
        (*bytes)[4] = VT_FACTS_VERSION;
        put_u32(*bytes + 5, (uint32_t)(length - 9));
        memcpy(*bytes + VT_FACTS_HEADER, contents, packed);
        put_u32(*bytes + 9,
                (uint32_t)crc32_z(0, *bytes + VT_FACTS_HEADER, length - VT_FACTS_HEADER));
        vt_sha256(*bytes, length, unit->digest);
    }
    vt_arena_free(scratch);
    return good;
}
