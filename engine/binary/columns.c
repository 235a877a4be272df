/* See columns.h. */
#include "engine/binary/columns.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"

void vt_coder_init(struct vt_coder *coder, struct vt_arena *arena, struct vt_arena *scratch,
                   const char *const *names, unsigned ncolumns, unsigned slot_bits) {
    assert(ncolumns <= VT_MAX_COLUMNS);
    *coder = (struct vt_coder){.arena = arena, .names = names};
    vt_pack_init(&coder->pack, scratch, slot_bits, ncolumns);
}

void vt_coder_write(struct vt_coder *coder) {
    vt_pack_write(&coder->pack);
}

void vt_coder_read(struct vt_coder *coder, const uint8_t *bytes, size_t size,
                   struct vt_error *error) {
    coder->reading = true;
    coder->error = error;
    vt_pack_read(&coder->pack, bytes, size);
}

void vt_coder_fail(struct vt_coder *coder, unsigned column, const char *what) {
    assert(coder->reading);
    if (coder->failed)
        return;
    coder->failed = true;
    vt_fail(coder->error, "facts: %s in column '%s' near byte %zu of the contents", what,
            coder->names[column], coder->pack.at);
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

enum { LENGTHS_IN_ROW = 11 };

/* The node that tells whether a number is longer than LENGTH; there are 11 in a row. */
static unsigned node_of_length(unsigned length) {
    unsigned at = length % LENGTHS_IN_ROW;
    return at < 8 ? 1 + at : 5 + at;
}

/* Number VALUE as its length in bits, one by one, and then the bits behind the first. For numbers
 * below 8 that is one row: nodes 9 for the bit behind the first of two, 10 .. 12 for those of
 * three, the others for the length. Others have a row for every four bits more, which depend on
 * those before, as far as these are the first twelve. */
static uint64_t code_number(struct vt_pack *pack, const struct vt_number *number) {
    enum { SHORT = 3, IN_ROW = 4, TOLD_APART = 12 };
    unsigned column = number->column, length = 0, want = 0;
    uint64_t value = number->value;
    while (want < 64 && value >> want)
        want++;
    vt_pack_enter(pack, number->rows);
    while (length < 64 && vt_pack_bit(pack, column, node_of_length(length), length < want))
        if (++length % LENGTHS_IN_ROW == 0)
            vt_pack_row(pack, number->hashes, length);
    uint64_t known = 1;
    for (unsigned done = 0; done + 1 < length; done++) {
        unsigned bit = length - 2 - done, node = (unsigned)known + 6 + length;
        if (length > SHORT && done % IN_ROW == 0)
            vt_pack_row(pack, number->hashes,
                        (uint32_t)(done < TOLD_APART ? known : done) << 7 | length);
        if (length > SHORT)
            node = 1u << done % IN_ROW | ((unsigned)known & ((1u << done % IN_ROW) - 1));
        known = known << 1 | vt_pack_bit(pack, column, node, value >> bit & 1);
    }
    return length ? known : 0;
}

/* Packs numbers that were told, all but the last KEPT. */
static void pack_told(struct vt_coder *coder, uint32_t kept) {
    for (; coder->ntold - coder->npacked > kept; coder->npacked++)
        code_number(&coder->pack, &coder->told[coder->npacked % VT_LATER]);
}

const uint8_t *vt_coder_finish(struct vt_coder *coder, size_t *size) {
    pack_told(coder, 0);
    return vt_pack_finish(&coder->pack, size);
}

/* What the next number in COLUMN depends on. */
static void tell_contexts(const struct vt_coder *coder, unsigned column,
                          uint32_t hashes[VT_PACK_INPUTS]) {
    const uint32_t *last = coder->last[column];
    hashes[0] = column;
    hashes[1] = vt_pack_hash(column, coder->nearer);
    hashes[2] = vt_pack_hash(hashes[1], coder->near);
    hashes[3] = vt_pack_hash(hashes[1], coder->beside + 0x10000000u);
    hashes[4] = vt_pack_hash(vt_pack_hash(hashes[2], last[0]), last[1]);
    uint32_t alike = coder->alike ? coder->alike : last[0];
    uint32_t more = coder->more_alike ? coder->more_alike : vt_pack_hash(last[0], coder->nearer);
    hashes[5] = vt_pack_hash(column + 0x20000000u, alike);
    hashes[6] = vt_pack_hash(column + 0x30000000u, more);
}

void vt_code_u64(struct vt_coder *coder, unsigned column, uint64_t *value) {
    uint32_t *last = coder->last[column];
    struct vt_number *number = &coder->told[coder->ntold % VT_LATER];
    if (coder->failed) {
        *value = 0;
        return;
    }
    number->value = *value;
    number->column = column;
    tell_contexts(coder, column, number->hashes);
    vt_pack_locate(&coder->pack, number->hashes, 0, number->rows);
    if (coder->reading) {
        *value = code_number(&coder->pack, number);
        if (!vt_pack_is_within(&coder->pack))
            vt_coder_fail(coder, column, "truncated number");
    } else {
        coder->ntold++;
        pack_told(coder, VT_LATER - 1);
    }
    last[1] = last[0];
    last[0] = (uint32_t)(*value ^ *value >> 32);
    vt_coder_near(coder, 0, 0);
    vt_coder_beside(coder, 0);
    vt_coder_alike(coder, 0, 0);
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

/* True (reading) if byte BYTE was there to be read. */
static bool took_byte(struct vt_coder *coder, unsigned column, uint8_t *byte, unsigned value) {
    if (!coder->reading)
        return true;
    if (!coder->failed && !vt_pack_is_within(&coder->pack))
        vt_coder_fail(coder, column, "truncated bytes");
    *byte = coder->failed ? 0 : (uint8_t)value;
    return !coder->failed;
}

static bool is_separator(uint8_t byte) {
    return byte == '_' || byte == '/' || byte == ' ' || byte == '.' || byte == '-';
}

/* The upper four bits of BYTE in one row, then the lower four in one that depends on them. */
static unsigned code_text_byte(struct vt_coder *coder, unsigned column,
                               const uint32_t hashes[VT_PACK_INPUTS], uint8_t byte) {
    unsigned halves[2] = {1, 1};
    for (unsigned bit = 8; bit-- > 0;) {
        unsigned *half = &halves[bit < 4];
        if (bit % 4 == 3)
            vt_pack_row(&coder->pack, hashes, bit < 4 ? halves[0] : 0);
        *half = *half << 1 | vt_pack_bit(&coder->pack, column, *half, byte >> bit & 1);
    }
    return (halves[0] & 15) << 4 | (halves[1] & 15);
}

/* Each byte depends on those before it, up to four, and on the word it is in, as far as it goes. */
void vt_code_text(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size) {
    uint32_t before = 0, word = 0;
    pack_told(coder, 0);
    for (size_t i = 0; i < size; i++) {
        uint32_t hashes[VT_PACK_INPUTS] = {column};
        for (unsigned k = 1; k < 4; k++)
            hashes[k] = vt_pack_hash(column | k << 8, before & UINT32_MAX >> 8 * (4 - k));
        hashes[4] = vt_pack_hash(vt_pack_hash(column | 7 << 8, word), before & 0xffffff);
        hashes[5] = vt_pack_hash(column | 8 << 8, word);
        hashes[6] = vt_pack_hash(vt_pack_hash(column | 9 << 8, before), word);
        unsigned known = code_text_byte(coder, column, hashes, bytes[i]);
        if (!took_byte(coder, column, &bytes[i], known))
            return;
        before = before << 8 | bytes[i];
        word = is_separator(bytes[i]) ? 0 : vt_pack_hash(word + 1, bytes[i]);
    }
}

void vt_code_bytes(struct vt_coder *coder, unsigned column, uint8_t *bytes, size_t size) {
    pack_told(coder, 0);
    for (size_t i = 0; i < size; i++) {
        unsigned known = 0;
        for (unsigned bit = 8; bit-- > 0;)
            known = known << 1 | vt_pack_any_bit(&coder->pack, bytes[i] >> bit & 1);
        if (!took_byte(coder, column, &bytes[i], known))
            return;
    }
}

void *vt_code_array(struct vt_coder *coder, unsigned column, void *items, uint32_t *count,
                    size_t size) {
    vt_code_u32(coder, column, count);
    if (!vt_coder_charge(coder, column, *count * size) || coder->failed)
        *count = 0;
    if (!coder->reading)
        return items;
    return *count ? vt_alloc_array(coder->arena, *count, size) : NULL;
}
