/* Writing and reading columns of bytes. See columns.h. */
#include "engine/columns.h"

#include <assert.h>
#include <string.h>

#include "engine/arena.h"
#include "engine/error.h"
#include "engine/ir.h"

/* ---- Set-up ------------------------------------------------------------------------------ */

void vt_coder_write(struct vt_coder *coder, struct vt_arena *arena, const char *const *names,
                    unsigned ncolumns) {
    assert(ncolumns <= VT_MAX_COLUMNS);
    *coder = (struct vt_coder){.arena = arena, .names = names, .ncolumns = ncolumns};
}

static void put_byte(struct vt_coder *coder, unsigned column, uint8_t byte) {
    struct vt_column *to = &coder->columns[column];
    to->bytes = vt_grow(coder->arena, to->bytes, to->size, &to->capacity, 1);
    to->bytes[to->size++] = byte;
}

/* The LEB128 form of VALUE into BYTES; gives its length. */
static unsigned put_leb128(uint64_t value, uint8_t bytes[10]) {
    unsigned length = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[length++] = (uint8_t)(value | 0x80);
    bytes[length++] = (uint8_t)value;
    return length;
}

uint8_t *vt_coder_finish(struct vt_coder *coder, size_t *size) {
    size_t room = 10 * (size_t)coder->ncolumns;
    for (unsigned i = 0; i < coder->ncolumns; i++)
        room += coder->columns[i].size;
    uint8_t *bytes = vt_alloc(coder->arena, room);
    size_t used = 0;
    for (unsigned i = 0; i < coder->ncolumns; i++)
        used += put_leb128(coder->columns[i].size, bytes + used);
    for (unsigned i = 0; i < coder->ncolumns; i++) {
        const struct vt_column *column = &coder->columns[i];
        if (column->size)
            memcpy(bytes + used, column->bytes, column->size);
        used += column->size;
    }
    *size = used;
    return bytes;
}

/* Reads one number from COLUMN; false if it is cut short or has more than 64 bits. */
static bool get_leb128(struct vt_column *column, uint64_t *value) {
    uint64_t result = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (column->at >= column->size)
            return false;
        uint8_t byte = column->bytes[column->at++];
        if (shift == 63 && byte > 1)
            return false;
        result |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80)) {
            *value = result;
            return true;
        }
    }
    return false;
}

bool vt_coder_read(struct vt_coder *coder, const char *const *names, unsigned ncolumns,
                   const uint8_t *bytes, size_t size, struct vt_error *error) {
    assert(ncolumns <= VT_MAX_COLUMNS);
    *coder = (struct vt_coder){
        .reading = true, .error = error, .names = names, .ncolumns = ncolumns, .start = bytes};
    struct vt_column all = {.bytes = (uint8_t *)bytes, .size = size}; /* only read */
    for (unsigned i = 0; i < ncolumns; i++) {
        uint64_t length;
        if (!get_leb128(&all, &length) || length > size)
            return vt_fail(error, "facts: bad length of column '%s' at byte %zu of the contents",
                           names[i], all.at);
        coder->columns[i].size = (size_t)length;
    }
    for (unsigned i = 0; i < ncolumns; i++) {
        struct vt_column *column = &coder->columns[i];
        if (column->size > size - all.at)
            return vt_fail(error,
                           "facts: column '%s' of %zu bytes at byte %zu goes beyond the "
                           "contents of %zu bytes",
                           names[i], column->size, all.at, size);
        column->bytes = all.bytes + all.at;
        all.at += column->size;
    }
    if (all.at != size)
        return vt_fail(error, "facts: %zu bytes left over at byte %zu of the contents",
                       size - all.at, all.at);
    return true;
}

bool vt_coder_done(struct vt_coder *coder) {
    for (unsigned i = 0; i < coder->ncolumns && coder->reading && !coder->failed; i++) {
        if (coder->columns[i].at != coder->columns[i].size)
            vt_coder_fail(coder, i, "more than what is needed");
    }
    return !coder->failed;
}

void vt_coder_fail(struct vt_coder *coder, unsigned column, const char *what) {
    assert(coder->reading);
    const struct vt_column *from = &coder->columns[column];
    coder->failed = true;
    vt_fail(coder->error, "facts: %s in column '%s' at byte %zu of the contents", what,
            coder->names[column], (size_t)(from->bytes - coder->start) + from->at);
}

bool vt_coder_charge(struct vt_coder *coder, unsigned column, size_t size) {
    if (coder->reading && (size > coder->budget || coder->charge > coder->budget - size)) {
        vt_coder_fail(coder, column, "more memory asked for than facts of this size may take");
        return false;
    }
    coder->charge += size;
    return true;
}

/* ---- Values ------------------------------------------------------------------------------ */

void vt_code_u64(struct vt_coder *coder, unsigned column, uint64_t *value) {
    if (!coder->reading) {
        uint8_t bytes[10];
        unsigned length = put_leb128(*value, bytes);
        for (unsigned i = 0; i < length; i++)
            put_byte(coder, column, bytes[i]);
        return;
    }
    if (coder->failed || !get_leb128(&coder->columns[column], value)) {
        *value = 0;
        if (!coder->failed)
            vt_coder_fail(coder, column, "bad or truncated number");
    }
}

void vt_code_i64(struct vt_coder *coder, unsigned column, int64_t *value) {
    uint64_t zigzag = (uint64_t)*value << 1 ^ (*value < 0 ? UINT64_MAX : 0);
    vt_code_u64(coder, column, &zigzag);
    *value = (int64_t)(zigzag >> 1 ^ (zigzag & 1 ? UINT64_MAX : 0));
}

void vt_code_u32(struct vt_coder *coder, unsigned column, uint32_t *value) {
    uint64_t wide = *value;
    vt_code_u64(coder, column, &wide);
    if (wide > UINT32_MAX) {
        vt_coder_fail(coder, column, "number too large");
        wide = 0;
    }
    *value = (uint32_t)wide;
}

void vt_code_u8(struct vt_coder *coder, unsigned column, uint8_t *value) {
    uint64_t wide = *value;
    vt_code_u64(coder, column, &wide);
    if (wide > UINT8_MAX) {
        vt_coder_fail(coder, column, "number too large");
        wide = 0;
    }
    *value = (uint8_t)wide;
}

void vt_code_ref(struct vt_coder *coder, unsigned column, uint32_t *value) {
    uint32_t next = *value + 1; /* VT_NONE wraps to 0 */
    vt_code_u32(coder, column, &next);
    *value = next - 1;
}

void vt_code_delta(struct vt_coder *coder, unsigned column, uint32_t *value, uint32_t *last) {
    /* Modulo 2^32, so that VT_NONE is one below 0. */
    int64_t delta = (int32_t)(*value - *last);
    vt_code_i64(coder, column, &delta);
    if (delta < INT32_MIN || delta > INT32_MAX) {
        vt_coder_fail(coder, column, "number too large");
        delta = 0;
    }
    *value = *last + (uint32_t)(int32_t)delta;
    *last = *value;
}

void vt_code_bytes(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size) {
    struct vt_column *from = &coder->columns[column];
    if (!coder->reading) {
        for (size_t i = 0; i < size; i++)
            put_byte(coder, column, bytes[i]);
        return;
    }
    if (!coder->failed && from->size - from->at < size)
        vt_coder_fail(coder, column, "truncated bytes");
    if (coder->failed) {
        memset(bytes, 0, size);
        return;
    }
    memcpy(bytes, from->bytes + from->at, size);
    from->at += size;
}

void *vt_code_array(struct vt_coder *coder, unsigned column, void *items, uint32_t *count,
                    size_t size) {
    vt_code_u32(coder, column, count);
    const struct vt_column *elements = &coder->columns[column];
    if (coder->reading && *count > elements->size - elements->at) {
        vt_coder_fail(coder, column, "fewer elements than their count");
        *count = 0;
    }
    if (!vt_coder_charge(coder, column, *count * size) || coder->failed)
        *count = 0;
    if (!coder->reading)
        return items;
    return *count ? vt_alloc_array(coder->arena, *count, size) : NULL;
}
