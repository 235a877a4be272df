/* See pack.h. Probabilities are 12 bits where they are , weights of 1/65536. */
#include "engine/pack.h"

#include <assert.h>

#include "engine/arena.h"

enum {
    SEEN = 15,         /* the bits of a slot that count */
    UNKNOWN = 1 << 15, /* a slot that was not seen: either is as likely */
    FEWEST_SLOT_BITS = 16,
    MOST_SLOT_BITS = 23, /* 16 MB */
    MOST_SEEN = 10,      /* times: from then on a slot learns at this pace */
    CONFIDENCE_SETS = 4, /* sets of weights by how often the richest context was seen */
    FIRST_WEIGHT = 13000,
    LEARNING = 28,
};

/* 4096 / (1 + e^(-odds / 256)): between these points it is a line. */
static int squash(int odds) {
    static const int16_t points[] = {1,    2,    3,    6,    10,   16,   27,   45,   73,
                                     120,  194,  310,  488,  747,  1101, 1546, 2047, 2549,
                                     2994, 3348, 3607, 3785, 3901, 3975, 4024, 4050, 4068,
                                     4079, 4085, 4089, 4092, 4093, 4094};
    if (odds > 2047)
        return 4095;
    if (odds < -2047)
        return 1;
    int part = odds & 127, at = (odds >> 7) + 16;
    return (points[at] * (128 - part) + points[at + 1] * part + 64) >> 7;
}

unsigned vt_pack_slot_bits(size_t values) {
    unsigned bits = FEWEST_SLOT_BITS;
    while (bits < MOST_SLOT_BITS && (size_t)1 << bits < 128 * values)
        bits++;
    return bits;
}

void vt_pack_init(struct vt_pack *pack, struct vt_arena *arena, unsigned slot_bits,
                  unsigned nsets) {
    size_t nslots = (size_t)1 << slot_bits;
    *pack = (struct vt_pack){
        .mode = VT_PACK_LEARN, .arena = arena, .slot_bits = slot_bits, .high = UINT32_MAX};
    pack->slots = vt_alloc_array(arena, nslots + 2 * VT_PACK_ROW, sizeof *pack->slots);
    while ((uintptr_t)pack->slots % (2 * VT_PACK_ROW * sizeof *pack->slots))
        pack->slots++; /* so that two neighbouring rows are one line of cache */
    pack->weights = vt_alloc_array(arena, (size_t)nsets * CONFIDENCE_SETS, sizeof *pack->weights);
    for (size_t i = 0; i < (size_t)nsets * CONFIDENCE_SETS; i++)
        for (unsigned k = 0; k < VT_PACK_INPUTS; k++)
            pack->weights[i][k] = FIRST_WEIGHT;
    pack->paces = vt_alloc_array(arena, MOST_SEEN + 1, sizeof *pack->paces);
    for (int seen = 0; seen <= MOST_SEEN; seen++)
        pack->paces[seen] = 2 * 65536 / (2 * seen + 3);
    pack->stretch = vt_alloc_array(arena, 4096, sizeof *pack->stretch);
    int filled = 0;
    for (int odds = -2047; odds <= 2047; odds++)
        for (int p = squash(odds); filled <= p; filled++)
            pack->stretch[filled] = (int16_t)odds;
    for (; filled < 4096; filled++)
        pack->stretch[filled] = 2047;
}

void vt_pack_write(struct vt_pack *pack) {
    pack->mode = VT_PACK_WRITE;
}

static uint32_t next_byte(struct vt_pack *pack) {
    size_t at = pack->at++;
    return at < pack->size ? pack->bytes[at] : 0;
}

void vt_pack_read(struct vt_pack *pack, const uint8_t *bytes, size_t size) {
    pack->mode = VT_PACK_READ;
    pack->bytes = bytes;
    pack->size = size;
    for (unsigned i = 0; i < 4; i++)
        pack->code = pack->code << 8 | next_byte(pack);
}

static void put_byte(struct vt_pack *pack, uint32_t byte) {
    pack->written = vt_grow(pack->arena, pack->written, pack->size, &pack->capacity, 1);
    pack->written[pack->size++] = (uint8_t)byte;
}

/* Codes one bit that is a one with PROBABILITY / 4096. */
static bool code_bit(struct vt_pack *pack, uint32_t probability, bool bit) {
    uint32_t middle =
        pack->low + (uint32_t)((uint64_t)(pack->high - pack->low) * probability >> 12);
    if (pack->mode == VT_PACK_READ)
        bit = pack->code <= middle;
    if (bit)
        pack->high = middle;
    else
        pack->low = middle + 1;
    while (!((pack->low ^ pack->high) >> 24)) {
        if (pack->mode == VT_PACK_READ)
            pack->code = pack->code << 8 | next_byte(pack);
        else
            put_byte(pack, pack->high >> 24);
        pack->low <<= 8;
        pack->high = pack->high << 8 | 255;
    }
    return bit;
}

static void learn(const struct vt_pack *pack, uint16_t *slot, bool bit) {
    int seen = *slot & SEEN, probability = *slot >> 4;
    int off = (bit ? 4095 : 0) - probability;
    probability += (off * pack->paces[seen] + 0x8000) >> 16;
    *slot = (uint16_t)(probability << 4 | (seen + (seen < MOST_SEEN)));
}

/* The row of a context: one of two neighbours, told by the mark in its first slot. Where both are
 * others', the one that was seen less gives way. */
static uint16_t *find_row(const struct vt_pack *pack, uint32_t hash) {
    uint32_t mask = (1u << pack->slot_bits) - VT_PACK_ROW;
    uint16_t mark = (uint16_t)(hash >> 16 | 1);
    uint16_t *row = &pack->slots[hash * VT_PACK_ROW & mask];
    uint16_t *other = &pack->slots[(hash ^ 1) * VT_PACK_ROW & mask];
    if (row[0] == mark)
        return row;
    if (other[0] == mark)
        return other;
    if ((other[1] & SEEN) < (row[1] & SEEN))
        row = other;
    row[0] = mark;
    for (unsigned i = 1; i < VT_PACK_ROW; i++)
        row[i] = UNKNOWN;
    return row;
}

void vt_pack_row(struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS], uint32_t place) {
    uint32_t mask = (1u << pack->slot_bits) - VT_PACK_ROW, row[VT_PACK_INPUTS];
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        row[i] = vt_pack_hash(hashes[i], place * VT_PACK_INPUTS + i) * 0x9e3779b1u >> 3;
        __builtin_prefetch(&pack->slots[row[i] * VT_PACK_ROW & mask], 1); /* all at once */
    }
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++)
        pack->rows[i] = find_row(pack, row[i]);
}

bool vt_pack_bit(struct vt_pack *pack, unsigned set, unsigned node, bool bit) {
    int32_t odds[VT_PACK_INPUTS];
    uint32_t seen = pack->rows[VT_PACK_INPUTS - 1][node] & SEEN;
    unsigned confidence = seen == 0 ? 0 : seen < 3 ? 1 : seen < 12 ? 2 : 3;
    int32_t *weights = pack->weights[set * CONFIDENCE_SETS + confidence];
    int64_t sum = 0;
    assert(node > 0 && node < VT_PACK_ROW);
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        odds[i] = pack->stretch[pack->rows[i][node] >> 4];
        sum += (int64_t)weights[i] * odds[i];
    }
    sum >>= 16;
    int mixed = squash(sum > 2047 ? 2047 : sum < -2047 ? -2047 : (int)sum);
    if (pack->mode != VT_PACK_LEARN)
        bit = code_bit(pack, (uint32_t)mixed, bit);
    int32_t error = ((bit ? 4095 : 0) - mixed) * LEARNING;
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        weights[i] += (odds[i] * error + 0x8000) >> 16;
        learn(pack, &pack->rows[i][node], bit);
    }
    return bit;
}

bool vt_pack_any_bit(struct vt_pack *pack, bool bit) {
    return code_bit(pack, 2048, bit);
}

const uint8_t *vt_pack_finish(struct vt_pack *pack, size_t *size) {
    /* As few bytes as name a number in the interval, whatever follows them being zeros. */
    uint32_t code = pack->low;
    for (unsigned bits = 8; bits <= 32 && code; bits += 8) {
        uint32_t rest = bits == 32 ? 0 : UINT32_MAX >> bits;
        code = (pack->low + rest) & ~rest;
        if (code >= pack->low && code <= pack->high)
            break;
    }
    for (; code; code <<= 8)
        put_byte(pack, code >> 24);
    *size = pack->size;
    return pack->written;
}

bool vt_pack_is_within(const struct vt_pack *pack) {
    return pack->at <= pack->size + 4;
}
