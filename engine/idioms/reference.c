/* requires: nothing.  gives: matches.  breaks: nothing.
 *
 * Each reference is cut into pieces of eight bytes, and the pieces into one hash table. An image is
 * read in every way that its bytes may be meant (struct reading), and at each of its places eight
 * bytes are looked up: one piece that is whole leads to the reference, which is then compared
 * element by element. So a table is found as long as one piece of it is unaltered.
 */
#include "engine/idioms/reference.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"

enum { PIECE = 8, MAX_IMAGE = 1 << 20, MAX_MATCHES = 64, SLIGHT_BITS = 4, COUNTING = 32 };

struct vt_reference_index {
    const struct vt_reference *references;
    size_t count;
    const struct vt_reference_lookup *lookup;
    size_t *last;    /* by reference: where it was compared last, plus 1 */
    uint8_t *buffer; /* what is searched */
    size_t room;
    struct vt_match *matches; /* found so far, MAX_MATCHES */
};

static uint64_t load(const uint8_t *bytes, size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++)
        value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

static size_t slot_of(size_t nslots, uint64_t value) {
    uint64_t hash = value * 0x9e3779b97f4a7c15u;
    return (size_t)(hash >> 32) & (nslots - 1);
}

/* A piece of hardly any different bytes stands everywhere. */
static bool is_telling(const uint8_t *bytes) {
    unsigned different = 0;
    for (unsigned i = 0; i < PIECE; i++)
        different += memchr(bytes, bytes[i], i) == NULL;
    return different > 2;
}

uint64_t vt_reference_element(const struct vt_reference *reference, uint32_t i) {
    return load(reference->bytes + (size_t)i * reference->element, reference->element);
}

static void prepare_pieces(struct vt_reference_lookup *lookup,
                           const struct vt_reference *references, size_t count,
                           struct vt_arena *arena) {
    size_t most = 1;
    for (size_t r = 0; r < count; r++)
        most += references[r].size / PIECE;
    for (lookup->nslots = 64; lookup->nslots < 2 * most;)
        lookup->nslots *= 2;
    struct vt_reference_piece *pieces = vt_alloc_array(arena, most, sizeof *pieces);
    uint32_t *slots = vt_alloc_array(arena, lookup->nslots, sizeof *slots);
    for (size_t r = 0; r < count; r++) {
        for (uint32_t offset = 0; offset + PIECE <= references[r].size; offset += PIECE) {
            if (!is_telling(references[r].bytes + offset))
                continue;
            uint64_t value = load(references[r].bytes + offset, PIECE);
            size_t slot = slot_of(lookup->nslots, value);
            while (slots[slot])
                slot = (slot + 1) & (lookup->nslots - 1);
            pieces[lookup->npieces++] = (struct vt_reference_piece){value, (uint32_t)r, offset};
            slots[slot] = (uint32_t)lookup->npieces;
        }
    }
    lookup->pieces = pieces;
    lookup->slots = slots;
}

static int compare_words(const void *left, const void *right) {
    const struct vt_reference_word *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    if (a->reference != b->reference)
        return a->reference < b->reference ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* The number of words of a reference that code may hold one by one, else 0. */
static uint32_t words_in(const struct vt_reference *reference) {
    uint32_t words = reference->size / reference->element;
    return reference->element < 4 || words > VT_MAX_WORDS ? 0 : words;
}

static void prepare_words(struct vt_reference_lookup *lookup, const struct vt_reference *references,
                          size_t count, struct vt_arena *arena) {
    size_t most = 1;
    for (size_t r = 0; r < count; r++)
        most += words_in(&references[r]);
    struct vt_reference_word *words = vt_alloc_array(arena, most, sizeof *words);
    for (size_t r = 0; r < count; r++)
        for (uint32_t i = 0; i < words_in(&references[r]); i++)
            words[lookup->nwords++] =
                (struct vt_reference_word){vt_reference_element(&references[r], i), (uint32_t)r, i};
    qsort(words, lookup->nwords, sizeof *words, compare_words);
    lookup->words = words;
}

struct vt_reference_lookup *vt_references_prepare(const struct vt_reference *references,
                                                  size_t count, struct vt_arena *arena) {
    struct vt_reference_lookup *lookup = vt_alloc(arena, sizeof *lookup);
    prepare_pieces(lookup, references, count, arena);
    prepare_words(lookup, references, count, arena);
    return lookup;
}

struct vt_reference_index *vt_references_index(const struct vt_models *models,
                                               struct vt_arena *arena) {
    struct vt_reference_index *index = vt_alloc(arena, sizeof *index);
    index->references = models->references;
    index->count = models->nreferences;
    index->lookup = models->lookup ? models->lookup
                                   : vt_references_prepare(index->references, index->count, arena);
    index->last = vt_alloc_array(arena, index->count + 1, sizeof *index->last);
    index->matches = vt_alloc_array(arena, MAX_MATCHES, sizeof *index->matches);
    return index;
}

/* ---- Readings ---------------------------------------------------------------------------- */

/* A way in which the bytes of an image may be meant. */
struct reading {
    enum {
        PLAIN,  /* as they are */
        SWAP,   /* groups of `width` bytes the other way round */
        HALVES, /* groups of two elements the other way round */
        NARROW, /* elements hold numbers of `width` bytes */
        TURNED  /* the elements, last first: only large numbers are written so */
    } kind;
    unsigned width;
};

/* The readings of an image with elements of BYTES bytes; each list ends with PLAIN. */
static const struct reading *readings_of(unsigned bytes) {
    static const struct reading of_bytes[] = {
        {SWAP, 2}, {SWAP, 4}, {SWAP, 8}, {TURNED, 1}, {PLAIN, 1}};
    static const struct reading of_shorts[] = {{NARROW, 1}, {PLAIN, 2}};
    static const struct reading of_words[] = {{SWAP, 4},   {HALVES, 4}, {NARROW, 1},
                                              {NARROW, 2}, {TURNED, 4}, {PLAIN, 4}};
    static const struct reading of_longs[] = {{SWAP, 8},   {NARROW, 1}, {NARROW, 2},
                                              {NARROW, 4}, {TURNED, 8}, {PLAIN, 8}};
    return bytes == 2 ? of_shorts : bytes == 4 ? of_words : bytes == 8 ? of_longs : of_bytes;
}

static bool is_narrow(const struct vt_image *image, unsigned width) {
    for (size_t i = 0; i + image->element <= image->size; i += image->element)
        if (load(image->bytes + i, image->element) >> (8 * width))
            return false;
    return true;
}

/* IMAGE read as READING says, in the index's buffer; its size, 0 if it cannot be read so. */
static size_t read_as(struct vt_reference_index *index, const struct vt_image *image,
                      const struct reading *reading) {
    const uint8_t *from = image->bytes;
    uint8_t *to = index->buffer;
    unsigned width = reading->width, group = reading->kind == HALVES ? 2 * width : width;
    size_t size = image->size - image->size % (reading->kind == NARROW ? image->element : group);
    if (reading->kind == NARROW && !is_narrow(image, width))
        return 0;
    switch (reading->kind) {
    case PLAIN:
        memcpy(to, from, size);
        return size;
    case SWAP:
        for (size_t i = 0; i < size; i++)
            to[i] = from[i - i % width + (width - 1 - i % width)];
        return size;
    case HALVES:
        for (size_t i = 0; i < size; i++)
            to[i] = from[i - i % group + (i % group + width) % group];
        return size;
    case NARROW:
        for (size_t i = 0, n = 0; i < size; i += image->element, n += width)
            memcpy(to + n, from + i, width);
        return size / image->element * width;
    case TURNED:
        for (size_t i = 0; i < size; i += width)
            memcpy(to + i, from + size - width - i, width);
        return size;
    }
    return 0;
}

/* ---- Matches ----------------------------------------------------------------------------- */

struct search {
    struct vt_reference_index *index;
    const struct vt_image *image;
    const struct reading *reading;
    size_t size;  /* of what was read */
    size_t count; /* matches */
};

/* The bytes of the image that SIZE bytes at START of what was read are. */
static void set_range(const struct search *search, size_t start, size_t size,
                      struct vt_match *match) {
    const struct reading *reading = search->reading;
    size_t factor = reading->kind == NARROW ? search->image->element / reading->width : 1;
    if (reading->kind == TURNED)
        start = search->size - start - size;
    match->begin = start * factor;
    match->end = (start + size) * factor;
}

static void compare(struct search *search, uint32_t number, size_t start) {
    const struct vt_reference *reference = &search->index->references[number];
    struct vt_match match = {.reference = reference};
    unsigned width = reference->element;
    for (uint32_t i = 0; i < reference->size / width; i++) {
        const uint8_t *found = search->index->buffer + start + (size_t)i * width;
        if (memcmp(found, reference->bytes + (size_t)i * width, width) == 0)
            continue;
        if (match.ndiffering == reference->near)
            return;
        if (match.ndiffering < VT_MAX_DIFFERENCES)
            match.differences[match.ndiffering] =
                (struct vt_difference){i, vt_reference_element(reference, i), load(found, width)};
        match.ndiffering++;
    }
    set_range(search, start, reference->size, &match);
    if (search->count < MAX_MATCHES)
        search->index->matches[search->count++] = match;
}

static void look_up(struct search *search, size_t at) {
    struct vt_reference_index *index = search->index;
    const struct vt_reference_lookup *lookup = index->lookup;
    uint64_t value = load(index->buffer + at, PIECE);
    for (size_t slot = slot_of(lookup->nslots, value); lookup->slots[slot];
         slot = (slot + 1) & (lookup->nslots - 1)) {
        const struct vt_reference_piece *piece = &lookup->pieces[lookup->slots[slot] - 1];
        const struct vt_reference *reference = &index->references[piece->reference];
        size_t start = at - piece->offset;
        if (piece->value != value || piece->offset > at || search->size - start < reference->size ||
            (search->reading->kind == TURNED && !reference->is_number) ||
            index->last[piece->reference] == start + 1)
            continue;
        index->last[piece->reference] = start + 1;
        compare(search, piece->reference, start);
    }
}

static bool overlap(const struct vt_match *a, const struct vt_match *b) {
    return a->begin < b->end && b->begin < a->end;
}

/* Few bits are different: no other constant, but this one altered. */
static bool is_slight(const struct vt_match *match) {
    for (uint32_t i = 0; i < match->ndiffering && i < VT_MAX_DIFFERENCES; i++) {
        const struct vt_difference *difference = &match->differences[i];
        if (__builtin_popcountll(difference->expected ^ difference->found) > SLIGHT_BITS)
            return false;
    }
    return match->reference->element >= 4;
}

static size_t right_bytes(const struct vt_match *match) {
    return match->reference->size - match->ndiffering * match->reference->element;
}

/* True if OTHER explains the bytes of MATCH better. */
static bool is_better(const struct vt_match *other, const struct vt_match *match) {
    if (other == match)
        return false;
    if (other->reference == match->reference)
        return other->ndiffering < match->ndiffering ||
               (other->ndiffering == match->ndiffering && other < match);
    if (!overlap(other, match))
        return false;
    if (match->ndiffering == 0)
        return right_bytes(other) > right_bytes(match) &&
               (other->ndiffering == 0 || is_slight(other));
    return other->ndiffering == 0 ? !is_slight(match) : right_bytes(other) > right_bytes(match);
}

/* The initial values of MD5 and SHA-1 count in steps, as test vectors do; they are meant only where
 * they are words. */
static bool is_test_vector(const struct vt_match *match, const struct vt_image *image) {
    const struct vt_reference *reference = match->reference;
    return reference->size < COUNTING && reference->element != image->element &&
           strcmp(reference->primitive, "hash") == 0;
}

static size_t keep_best(const struct vt_image *image, struct vt_match *matches, size_t count) {
    bool worse[MAX_MATCHES] = {false};
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count && !worse[i]; k++)
            worse[i] = is_better(&matches[k], &matches[i]);
    for (size_t i = 0; i < count; i++)
        if (!worse[i] && !is_test_vector(&matches[i], image))
            matches[kept++] = matches[i];
    return kept;
}

static void make_room(struct vt_reference_index *index, size_t size, struct vt_arena *arena) {
    if (size <= index->room)
        return;
    index->room = size < 4096 ? 4096 : 2 * size;
    index->buffer = vt_alloc(arena, index->room);
}

struct vt_match *vt_references_find(struct vt_reference_index *index, const struct vt_image *image,
                                    struct vt_arena *arena, size_t *count) {
    *count = 0;
    if (image->size < PIECE || image->size > MAX_IMAGE || !index->count)
        return NULL;
    struct search search = {.index = index, .image = image};
    make_room(index, image->size, arena);
    for (const struct reading *reading = readings_of(image->element);; reading++) {
        search.size = read_as(index, image, reading);
        search.reading = reading;
        memset(index->last, 0, index->count * sizeof *index->last);
        size_t step = reading->kind == NARROW ? reading->width : image->element;
        for (size_t at = 0; at + PIECE <= search.size; at += step ? step : 1)
            look_up(&search, at);
        if (reading->kind == PLAIN)
            break;
    }
    if (!search.count)
        return NULL;
    *count = keep_best(image, index->matches, search.count);
    return vt_alloc_copy(arena, index->matches, *count * sizeof *index->matches);
}

void vt_references_with(const struct vt_reference_index *index, uint64_t element, unsigned bytes,
                        vt_visit_word *visit, void *context) {
    assert(bytes == 4 || bytes == 8);
    const struct vt_reference_lookup *lookup = index->lookup;
    size_t low = 0, high = lookup->nwords;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lookup->words[middle].value < element)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < lookup->nwords && lookup->words[low].value == element; low++)
        if (index->references[lookup->words[low].reference].element == bytes)
            visit(context, lookup->words[low].reference, lookup->words[low].index);
}
