/* See pack.h. Probabilities are 12 bits where they are stored, weights of 1/65536. */
#include "engine/binary/pack.h"

#include <assert.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "engine/base/arena.h"

enum {
    SEEN = 15,           /* the bits of a slot that count */
    UNKNOWN = 1 << 15,   /* a slot that was not seen: either is as likely */
    MOST_SEEN = 10,      /* times: from then on a slot learns at this pace */
    CONFIDENCE_SETS = 4, /* sets of weights by how often the richest context was seen */
    FIRST_WEIGHT = 13000,
    LEARNING = 28,
};

/* 4096 / (1 + e^(-odds / 256)) for odds of at most VT_PACK_ODDS: between these points it is a line.
 */
static int squash(int odds) {
    static const int16_t points[] = {1,    2,    3,    6,    10,   16,   27,   45,   73,
                                     120,  194,  310,  488,  747,  1101, 1546, 2047, 2549,
                                     2994, 3348, 3607, 3785, 3901, 3975, 4024, 4050, 4068,
                                     4079, 4085, 4089, 4092, 4093, 4094};
    int part = odds & 127, at = (odds >> 7) + 16;
    return (points[at] * (128 - part) + points[at + 1] * part + 64) >> 7;
}

unsigned vt_pack_slot_bits(size_t values) {
    unsigned bits = VT_PACK_FEWEST_SLOT_BITS;
    while (bits < VT_PACK_MOST_SLOT_BITS && (size_t)1 << bits < 8 * values)
        bits++;
    return bits;
}

static void fill_odds(struct vt_pack *pack) {
    int filled = 0;
    pack->stretch = vt_alloc_array(pack->arena, 4096, sizeof *pack->stretch);
    pack->squashed = vt_alloc_array(pack->arena, 2 * VT_PACK_ODDS + 1, sizeof *pack->squashed);
    for (int odds = -VT_PACK_ODDS; odds <= VT_PACK_ODDS; odds++) {
        int probability = squash(odds);
        pack->squashed[odds + VT_PACK_ODDS] = (int16_t)probability;
        for (; filled <= probability; filled++)
            pack->stretch[filled] = (int16_t)odds;
    }
    for (; filled < 4096; filled++)
        pack->stretch[filled] = VT_PACK_ODDS;
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
    pack->paces = vt_alloc_array(arena, SEEN + 1, sizeof *pack->paces);
    for (int seen = 0; seen <= MOST_SEEN; seen++)
        pack->paces[seen] = (int16_t)(uint16_t)(2 * 65536 / (2 * seen + 3));
    fill_odds(pack);
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

static bool shares_rows(const struct vt_pack *pack) {
    for (unsigned i = 1; i < VT_PACK_INPUTS; i++)
        for (unsigned k = 0; k < i; k++)
            if (pack->rows[i] == pack->rows[k])
                return true;
    return false;
}

void vt_pack_locate(const struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS],
                    uint32_t place, uint32_t rows[VT_PACK_INPUTS]) {
    uint32_t mask = (1u << pack->slot_bits) - VT_PACK_ROW;
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        rows[i] = vt_pack_hash(hashes[i], place * VT_PACK_INPUTS + i) * 0x9e3779b1u >> 3;
        __builtin_prefetch(&pack->slots[rows[i] * VT_PACK_ROW & mask], 1); /* all at once */
    }
}

void vt_pack_enter(struct vt_pack *pack, const uint32_t rows[VT_PACK_INPUTS]) {
    uint64_t places = 0, twice = 0;
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        uint64_t neighbours = UINT64_C(1) << rows[i] / 2 % 64;
        pack->rows[i] = find_row(pack, rows[i]);
        twice |= places & neighbours;
        places |= neighbours;
    }
    pack->shares_rows = twice && shares_rows(pack);
}

void vt_pack_row(struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS], uint32_t place) {
    uint32_t rows[VT_PACK_INPUTS];
    vt_pack_locate(pack, hashes, place, rows);
    vt_pack_enter(pack, rows);
}

/* ---- Seven predictions as one ------------------------------------------------------------ */

/* A slot that two contexts share learns twice. */
static void learn_one_by_one(const struct vt_pack *pack, unsigned node, bool bit) {
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++) {
        uint16_t *slot = &pack->rows[i][node];
        int seen = *slot & SEEN, probability = *slot >> 4;
        int off = (bit ? 4095 : 0) - probability;
        probability += (off * (uint16_t)pack->paces[seen] + 0x8000) >> 16;
        *slot = (uint16_t)(probability << 4 | (seen + (seen < MOST_SEEN)));
    }
}

/* Here nearly all the time goes. With SSE2, which every x86-64 has, the seven inputs are worked off
 * together; the results are the same to the bit. */
#ifdef __SSE2__

_Static_assert(VT_PACK_INPUTS == 7 && VT_PACK_WEIGHTS == 8, "inputs are told one by one here");
#define ALL_INPUTS(of) of(0), of(1), of(2), of(3), of(4), of(5), of(6), 0

struct inputs {
    __m128i slots, odds, paces;
};

static struct inputs look_up(const struct vt_pack *pack, unsigned node) {
#define SLOT(i)    ((int16_t)pack->rows[i][node])
#define STRETCH(i) (pack->stretch[pack->rows[i][node] >> 4])
#define PACE(i)    (pack->paces[pack->rows[i][node] & SEEN])
    return (struct inputs){_mm_setr_epi16(ALL_INPUTS(SLOT)), _mm_setr_epi16(ALL_INPUTS(STRETCH)),
                           _mm_setr_epi16(ALL_INPUTS(PACE))};
}

static int32_t sum_of(__m128i lanes) {
    lanes = _mm_add_epi32(lanes, _mm_shuffle_epi32(lanes, _MM_SHUFFLE(1, 0, 3, 2)));
    lanes = _mm_add_epi32(lanes, _mm_shuffle_epi32(lanes, _MM_SHUFFLE(2, 3, 0, 1)));
    return _mm_cvtsi128_si32(lanes);
}

/* The odds by their weights: the lower 15 bits of these and the others apart, for 16 bits are what
 * is multiplied. */
static int64_t weigh(const struct inputs *inputs, const int32_t *weights) {
    __m128i left = _mm_load_si128((const __m128i *)weights);
    __m128i right = _mm_load_si128((const __m128i *)weights + 1);
    __m128i mask = _mm_set1_epi32(0x7fff);
    __m128i low = _mm_packs_epi32(_mm_and_si128(left, mask), _mm_and_si128(right, mask));
    __m128i high = _mm_packs_epi32(_mm_srai_epi32(left, 15), _mm_srai_epi32(right, 15));
    return (int64_t)sum_of(_mm_madd_epi16(high, inputs->odds)) * 0x8000 +
           sum_of(_mm_madd_epi16(low, inputs->odds));
}

/* LANES times LEARNING, of 65536, rounded. */
static __m128i step_of(__m128i lanes) {
    _Static_assert(LEARNING == 32 - 4, "the shifts below");
    __m128i times = _mm_sub_epi32(_mm_slli_epi32(lanes, 5), _mm_slli_epi32(lanes, 2));
    return _mm_srai_epi32(_mm_add_epi32(times, _mm_set1_epi32(0x8000)), 16);
}

static void learn_weights(const struct inputs *inputs, int32_t *weights, int error) {
    __m128i *to = (__m128i *)weights, off = _mm_set1_epi16((int16_t)error);
    __m128i low = _mm_mullo_epi16(inputs->odds, off), high = _mm_mulhi_epi16(inputs->odds, off);
    to[0] = _mm_add_epi32(to[0], step_of(_mm_unpacklo_epi16(low, high)));
    to[1] = _mm_add_epi32(to[1], step_of(_mm_unpackhi_epi16(low, high)));
}

/* A product's upper half is rounded by its lower one; a pace of 32768 and more is negative to the
 * multiplication, which is put right. */
static void learn_slots(const struct vt_pack *pack, const struct inputs *inputs, unsigned node,
                        bool bit) {
    uint16_t learned[8];
    if (pack->shares_rows) {
        learn_one_by_one(pack, node, bit);
        return;
    }
    __m128i seen = _mm_and_si128(inputs->slots, _mm_set1_epi16(SEEN));
    __m128i probability = _mm_srli_epi16(inputs->slots, 4);
    __m128i off = _mm_sub_epi16(_mm_set1_epi16(bit ? 4095 : 0), probability);
    __m128i high = _mm_add_epi16(_mm_mulhi_epi16(off, inputs->paces),
                                 _mm_and_si128(off, _mm_srai_epi16(inputs->paces, 15)));
    __m128i low = _mm_srli_epi16(_mm_mullo_epi16(off, inputs->paces), 15);
    probability = _mm_add_epi16(probability, _mm_add_epi16(high, low));
    seen = _mm_sub_epi16(seen, _mm_cmplt_epi16(seen, _mm_set1_epi16(MOST_SEEN)));
    _mm_storeu_si128((__m128i *)learned, _mm_or_si128(_mm_slli_epi16(probability, 4), seen));
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++)
        pack->rows[i][node] = learned[i];
}

#else

struct inputs {
    int32_t odds[VT_PACK_INPUTS];
};

static struct inputs look_up(const struct vt_pack *pack, unsigned node) {
    struct inputs inputs;
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++)
        inputs.odds[i] = pack->stretch[pack->rows[i][node] >> 4];
    return inputs;
}

static int64_t weigh(const struct inputs *inputs, const int32_t *weights) {
    int64_t sum = 0;
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++)
        sum += (int64_t)weights[i] * inputs->odds[i];
    return sum;
}

static void learn_weights(const struct inputs *inputs, int32_t *weights, int error) {
    for (unsigned i = 0; i < VT_PACK_INPUTS; i++)
        weights[i] += (inputs->odds[i] * error * LEARNING + 0x8000) >> 16;
}

static void learn_slots(const struct vt_pack *pack, const struct inputs *inputs, unsigned node,
                        bool bit) {
    (void)inputs;
    learn_one_by_one(pack, node, bit);
}

#endif

bool vt_pack_bit(struct vt_pack *pack, unsigned set, unsigned node, bool bit) {
    assert(node > 0 && node < VT_PACK_ROW);
    struct inputs inputs = look_up(pack, node);
    uint32_t seen = pack->rows[VT_PACK_INPUTS - 1][node] & SEEN;
    unsigned confidence = seen == 0 ? 0 : seen < 3 ? 1 : seen < 12 ? 2 : 3;
    int32_t *weights = pack->weights[set * CONFIDENCE_SETS + confidence];
    int64_t sum = weigh(&inputs, weights) >> 16;
    sum = sum > VT_PACK_ODDS ? VT_PACK_ODDS : sum < -VT_PACK_ODDS ? -VT_PACK_ODDS : sum;
    int mixed = pack->squashed[sum + VT_PACK_ODDS];
    if (pack->mode != VT_PACK_LEARN)
        bit = code_bit(pack, (uint32_t)mixed, bit);
    learn_weights(&inputs, weights, (bit ? 4095 : 0) - mixed);
    learn_slots(pack, &inputs, node, bit);
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
