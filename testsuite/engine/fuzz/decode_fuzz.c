/* Hostile facts. Half of the inputs are taken as they are; of the others, only the contents: their
 * header is made here, because a fuzzer finds no valid checksums by chance. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decode(const uint8_t *bytes, size_t size) {
    struct vt_error error = {0};
    size_t used, length;
    struct vt_unit *unit = vt_unit_decode(bytes, size, &used, &error);
    if (used > size || (!unit && !error.text[0]))
        abort();
    if (!unit)
        return;
    /* What is accepted can be written again, and then read. */
    uint8_t *again;
    if (vt_arena_used(unit->arena) > 64 * size + 131072 || !vt_unit_verify(unit, &error) ||
        !vt_unit_encode(unit, unit->arena, &again, &length, &error))
        abort();
    struct vt_unit *twin = vt_unit_decode(again, length, &used, &error);
    if (!twin)
        abort();
    vt_arena_free(twin->arena);
    vt_arena_free(unit->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    if (data[0] & 1) {
        decode(data + 1, size - 1);
        return 0;
    }
    size_t length = size - 1;
    uint32_t checksum = (uint32_t)crc32_z(0, data + 1, length);
    uint8_t *bytes = malloc(13 + length);
    memcpy(bytes, "VTRN", 4);
    bytes[4] = VT_FACTS_VERSION;
    memcpy(bytes + 13, data + 1, length);
    for (unsigned i = 0; i < 4; i++) {
        bytes[5 + i] = (uint8_t)((4 + length) >> 8 * i);
        bytes[9 + i] = (uint8_t)(checksum >> 8 * i);
    }
    decode(bytes, 13 + length);
    free(bytes);
    return 0;
}
