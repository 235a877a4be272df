/* requires: condensed functions, before the unit's tables are emitted.
 * gives: an event for each table of an algorithm that stands in the unit (facts.h, "table").
 * breaks: nothing.
 *
 * Tables stand in the unit's data, in constants that a function stores one behind the other, and as
 * single constants in code. Whole tables are too large for facts, so they are compared here.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/facts/intern.h"
#include "engine/idioms/idioms.h"
#include "engine/idioms/reference.h"

enum {
    MOST_WORK = 8 << 20, /* bytes looked at in a unit */
    MOST_STORES = 20000, /* of a function; so are constants */
    FEWEST = 4,          /* constants in a row that are worth a look */
    FEWEST_BYTES = 12,   /* of constants anywhere in code that are */
    SMALL = 0xFFFF,      /* constants up to this say nothing by themselves */
    FEWEST_IN_CODE = 16, /* words of a table that may be altered in code and still be known */
    LONGEST_TEXT = 32768
};

struct recogniser {
    struct vt_condenser *shared;
    struct vt_arena *arena;
    struct vt_reference_index *index;
    size_t left;                        /* of MOST_WORK */
    bool *seen;                         /* by data */
    const struct vt_reference **chosen; /* by symbol: the table that it is, if rounds read it */
};

/* Where something stands. */
struct spot {
    struct vt_function *function;
    uint32_t location;
    uint32_t symbol; /* string: its name; 0: it has none */
    uint32_t data;   /* symbol of the unit that holds it and nothing else, or VT_NONE */
};

/* ---- Events ------------------------------------------------------------------------------ */

static bool is_told(const struct spot *spot, uint32_t class_name, uint32_t name) {
    for (uint32_t e = 0; e < spot->function->nevents; e++) {
        const struct vt_event *event = &spot->function->events[e];
        if (event->class_name == class_name && event->value == name &&
            event->function == spot->symbol)
            return true;
    }
    return false;
}

/* A new event in the function of SPOT, which has room for exactly those it has; gives its number.
 */
static uint32_t add_event(struct recogniser *r, const struct spot *spot, const char *class_name,
                          uint32_t name) {
    struct vt_unit *unit = r->shared->unit;
    struct vt_function *function = spot->function;
    struct vt_event *events = vt_alloc_array(unit->arena, function->nevents + 1, sizeof *events);
    if (function->nevents)
        memcpy(events, function->events, function->nevents * sizeof *events);
    events[function->nevents] =
        (struct vt_event){.fact = VT_FACT_EFFECT,
                          .class_name = vt_intern(unit->strings, class_name),
                          .function = spot->symbol,
                          .value = name,
                          .location = spot->location,
                          .guards = VT_NONE};
    function->events = events;
    return function->nevents++;
}

/* Binds TEXT to EVENT as what is told in role argument. */
static void add_text(struct recogniser *r, struct vt_function *function, uint32_t event,
                     const char *text) {
    struct vt_arena *arena = r->shared->unit->arena;
    uint32_t constant =
        vt_constant_decoded(r->shared, (const uint8_t *)text, strlen(text), true, false);
    struct vt_node *nodes = vt_alloc_array(arena, function->nnodes + 2, sizeof *nodes);
    struct vt_edge *edges = vt_alloc_array(arena, function->nedges + 1, sizeof *edges);
    if (function->nnodes)
        memcpy(nodes, function->nodes, function->nnodes * sizeof *nodes);
    if (function->nedges)
        memcpy(edges, function->edges, function->nedges * sizeof *edges);
    uint32_t from = function->nnodes, to = from + 1;
    nodes[from] = (struct vt_node){.kind = VT_NODE_CONSTANT, .ref = constant};
    nodes[to] = (struct vt_node){.kind = VT_NODE_IN, .index = VT_ROLE_ARGUMENT, .ref = event};
    edges[function->nedges] = (struct vt_edge){.from = from, .to = to, .location = VT_NONE};
    function->nodes = nodes;
    function->edges = edges;
    function->nnodes += 2;
    function->nedges++;
}

/* "entry 83 is 0xee and not 0xed; ..." */
static const char *spell_differences(struct recogniser *r, const struct vt_match *match) {
    enum { TOLD = 4 };
    const struct vt_reference *reference = match->reference;
    const char *text = "", *part = reference->is_number ? "byte" : "entry";
    for (uint32_t i = 0; i < match->ndiffering && i < TOLD; i++) {
        const struct vt_difference *difference = &match->differences[i];
        int digits = 2 * reference->element;
        uint32_t index = difference->index;
        if (reference->is_number) /* as it is written: the most significant first */
            index = reference->size - 1 - index;
        text = vt_alloc_format(r->arena, "%s%s%s %u is 0x%0*llx and not 0x%0*llx", text,
                               *text ? ", " : "", part, index, digits,
                               (unsigned long long)difference->found, digits,
                               (unsigned long long)difference->expected);
    }
    if (match->ndiffering > TOLD)
        text = vt_alloc_format(r->arena, "%s, and %u more", text, match->ndiffering - TOLD);
    return text;
}

static void tell(struct recogniser *r, const struct spot *spot, const struct vt_match *match) {
    struct vt_strings *strings = r->shared->unit->strings;
    const char *class_name = match->ndiffering ? "table.altered" : "table.exact";
    uint32_t name = vt_intern(strings, match->reference->name);
    if (is_told(spot, vt_intern(strings, class_name), name))
        return;
    uint32_t event = add_event(r, spot, class_name, name);
    if (match->ndiffering)
        add_text(r, spot->function, event, spell_differences(r, match));
}

/* Tells if the last of a table, which is all there is in IMAGE, is never read. */
static void tell_unread(struct recogniser *r, const struct spot *spot, const struct vt_match *match,
                        const struct vt_image *image) {
    const struct vt_reference *table = match->reference;
    if (spot->data == VT_NONE || match->ndiffering || table->is_number ||
        table->size != image->size)
        return;
    size_t read = vt_entries_read(r->shared->ir, spot->data, r->arena);
    if (!read || read >= table->size)
        return;
    uint32_t name = vt_intern(r->shared->unit->strings, table->name);
    add_text(r, spot->function, add_event(r, spot, "table.unread", name),
             vt_alloc_format(r->arena, "%zu of %u", read / table->element,
                             table->size / table->element));
}

static void look_at(struct recogniser *r, const struct spot *spot, const struct vt_image *image) {
    size_t count;
    if (image->size > r->left)
        return;
    r->left -= image->size;
    struct vt_match *matches = vt_references_find(r->index, image, r->arena, &count);
    for (size_t i = 0; i < count; i++) {
        tell(r, spot, &matches[i]);
        tell_unread(r, spot, &matches[i], image);
        if (spot->data != VT_NONE && matches[i].reference->round)
            r->chosen[spot->data] = matches[i].reference;
    }
}

/* ---- Data -------------------------------------------------------------------------------- */

/* The bytes that the hexadecimal digits of TEXT spell, white space and colons aside; 0 if there is
 * anything else in it. */
static size_t read_digits(const struct vt_data *text, uint8_t *bytes) {
    size_t ndigits = 0;
    for (size_t i = 0; i + 1 < text->size; i++) {
        uint8_t c = text->bytes[i], value;
        if (c >= '0' && c <= '9')
            value = (uint8_t)(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            value = (uint8_t)((c | 0x20) - 'a' + 10);
        else if (c && strchr(" \t\r\n:", c))
            continue;
        else
            return 0;
        bytes[ndigits / 2] = (uint8_t)(ndigits % 2 ? bytes[ndigits / 2] << 4 | value : value);
        ndigits++;
    }
    return ndigits % 2 ? 0 : ndigits / 2;
}

static void look_at_data(struct recogniser *r, const struct spot *spot,
                         const struct vt_data *data) {
    struct vt_image image = {data->bytes, data->size, data->element ? data->element : 1};
    look_at(r, spot, &image);
    if (!data->is_text || data->size < 32 || data->size > LONGEST_TEXT || data->size > r->left)
        return;
    uint8_t *bytes = vt_alloc(r->arena, data->size);
    image = (struct vt_image){bytes, read_digits(data, bytes), 1};
    if (image.size)
        look_at(r, spot, &image);
}

static struct spot spot_of_symbol(const struct recogniser *r, uint32_t symbol) {
    const struct vt_symbol *of = &r->shared->ir->symbols[symbol];
    return (struct spot){&r->shared->unit->functions[0], of->location, of->name, symbol};
}

/* Arrays and numbers that stand in a struct or in an array of arrays, joined where they touch. */
static uint32_t look_at_parts(struct recogniser *r, uint32_t first) {
    const struct vt_ir *ir = r->shared->ir;
    const struct vt_initializer *parts = &ir->initializers[first];
    const struct vt_data *data = &ir->data[parts->data];
    size_t size = 0;
    uint32_t n = 0;
    while (first + n < ir->ninitializers && parts[n].content && parts[n].symbol == parts->symbol &&
           parts[n].offset == parts->offset + size &&
           ir->data[parts[n].data].element == data->element)
        size += ir->data[parts[n++].data].size;
    uint8_t *bytes = vt_alloc(r->arena, size);
    for (uint32_t i = 0, at = 0; i < n; at += (uint32_t)ir->data[parts[i++].data].size)
        memcpy(bytes + at, ir->data[parts[i].data].bytes, ir->data[parts[i].data].size);
    struct spot spot = spot_of_symbol(r, parts->symbol);
    spot.data = VT_NONE;
    struct vt_image image = {bytes, size, data->element ? data->element : 1};
    look_at(r, &spot, &image);
    return first + n;
}

static void look_at_globals(struct recogniser *r) {
    const struct vt_ir *ir = r->shared->ir;
    for (uint32_t d = 0; d < ir->ndata; d++) {
        if (ir->data[d].symbol == VT_NONE)
            continue;
        struct spot spot = spot_of_symbol(r, ir->data[d].symbol);
        look_at_data(r, &spot, &ir->data[d]);
    }
    for (uint32_t i = 0; i < ir->ninitializers;)
        i = ir->initializers[i].content ? look_at_parts(r, i) : i + 1;
}

/* ---- Code -------------------------------------------------------------------------------- */

struct store {
    uint64_t base; /* tells objects apart */
    int64_t offset;
    uint64_t value;
    uint32_t layer; /* the how manieth store there */
    uint32_t inst;
    uint8_t bytes;
};

/* What POINTER points into, as far as its form tells, and how far. A pointer that is loaded leads
 * to the object of the place it was loaded from. */
static uint64_t base_of(const struct vt_ir_function *function, uint32_t pointer, int64_t *offset) {
    enum { DEPTH = 16 };
    uint64_t loads = 0;
    bool loaded = false;
    *offset = 0;
    for (unsigned depth = 0; depth < DEPTH; depth++) {
        const struct vt_inst *inst = &function->insts[pointer];
        if (inst->op == VT_OP_GEP && !inst->variable && loaded)
            loads += (uint64_t)inst->imm;
        else if (inst->op == VT_OP_GEP && !inst->variable)
            *offset += inst->imm;
        else if (inst->op == VT_OP_LOAD)
            loads = (loads + 1) * 0x9e3779b97f4a7c15u;
        else
            break;
        loaded |= inst->op == VT_OP_LOAD;
        pointer = inst->args[0];
    }
    return pointer + loads;
}

static int compare_stores(const void *left, const void *right) {
    const struct store *a = left, *b = right;
    if (a->base != b->base)
        return a->base < b->base ? -1 : 1;
    if (a->layer != b->layer)
        return a->layer < b->layer ? -1 : 1;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return (a->inst > b->inst) - (a->inst < b->inst);
}

/* Constants of 4 or 8 bytes that FUNCTION stores; gives their number. */
static size_t find_stores(const struct vt_ir_function *function, struct store *stores) {
    size_t count = 0;
    for (uint32_t i = 0; i < function->ninsts && count < MOST_STORES; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_STORE || (inst->bits != 32 && inst->bits != 64) ||
            function->insts[inst->args[1]].op != VT_OP_INT)
            continue;
        struct store *store = &stores[count++];
        *store = (struct store){.inst = i, .bytes = (uint8_t)(inst->bits / 8)};
        store->base = base_of(function, inst->args[0], &store->offset);
        store->value = (uint64_t)function->insts[inst->args[1]].imm;
    }
    qsort(stores, count, sizeof *stores, compare_stores);
    for (size_t i = 1; i < count; i++)
        if (stores[i].base == stores[i - 1].base && stores[i].offset == stores[i - 1].offset)
            stores[i].layer = stores[i - 1].layer + 1;
    qsort(stores, count, sizeof *stores, compare_stores);
    return count;
}

static void look_at_stores(struct recogniser *r, const struct vt_ir_function *from,
                           struct vt_function *to) {
    struct store *stores = vt_alloc_array(
        r->arena, from->ninsts < MOST_STORES ? from->ninsts : MOST_STORES, sizeof *stores);
    size_t count = find_stores(from, stores), end;
    for (size_t first = 0; first < count; first = end) {
        for (end = first + 1; end < count && stores[end].base == stores[first].base &&
                              stores[end].layer == stores[first].layer &&
                              stores[end].bytes == stores[first].bytes &&
                              stores[end].offset == stores[end - 1].offset + stores[first].bytes;)
            end++;
        if (end - first < FEWEST)
            continue;
        struct vt_image image = {.size = (end - first) * stores[first].bytes,
                                 .element = stores[first].bytes};
        uint8_t *bytes = vt_alloc(r->arena, image.size);
        for (size_t i = 0; i < image.size; i++)
            bytes[i] =
                (uint8_t)(stores[first + i / image.element].value >> (8 * (i % image.element)));
        image.bytes = bytes;
        struct spot spot = {to, from->insts[stores[first].inst].location, 0, VT_NONE};
        look_at(r, &spot, &image);
    }
}

/* The constants of a function, and which words of one reference they are. */
struct word_at {
    uint32_t reference, index; /* element */
    uint32_t order;            /* of the constant */
};

struct words {
    struct word_at *items;
    size_t count, capacity;
    uint32_t order;
    struct vt_arena *arena;
    bool hit;
};

static void note_word(void *context, uint32_t reference, uint32_t index) {
    struct words *words = context;
    words->hit = true;
    words->items =
        vt_grow(words->arena, words->items, words->count, &words->capacity, sizeof *words->items);
    words->items[words->count++] = (struct word_at){reference, index, words->order};
}

static int compare_words(const void *left, const void *right) {
    const struct word_at *a = left, *b = right;
    if (a->reference != b->reference)
        return a->reference < b->reference ? -1 : 1;
    if (a->index != b->index)
        return a->index < b->index ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* Large constants in the order of their first use; those no reference holds are strangers. */
struct constants {
    uint32_t *insts;
    uint64_t *values;
    bool *strange;
    uint8_t *bytes;
    uint32_t count;
};

/* The only stranger between constants AFTER and BEFORE, or VT_NONE. */
static uint32_t stranger_between(const struct constants *constants, uint32_t after, uint32_t before,
                                 unsigned bytes) {
    uint32_t only = VT_NONE;
    for (uint32_t i = after + 1; i < before; i++) {
        if (!constants->strange[i] || constants->bytes[i] != bytes)
            continue;
        if (only != VT_NONE)
            return VT_NONE;
        only = i;
    }
    return only;
}

/* Which words of REFERENCE the function holds: those in ITEMS[0 .. COUNT-1], sorted. */
static bool match_words(const struct recogniser *r, const struct constants *constants,
                        const struct word_at *items, size_t count, struct vt_match *match) {
    const struct vt_reference *reference = &r->shared->models->references[items->reference];
    uint32_t order[VT_MAX_WORDS], words = reference->size / reference->element;
    memset(order, 0xff, sizeof order);
    for (size_t i = 0; i < count; i++)
        if (order[items[i].index] == VT_NONE)
            order[items[i].index] = items[i].order;
    *match = (struct vt_match){.reference = reference};
    for (uint32_t i = 0; i < words; i++) {
        uint64_t expected = vt_reference_element(reference, i);
        if (order[i] != VT_NONE || expected <= SMALL)
            continue;
        bool inner = i && i + 1 < words && order[i - 1] != VT_NONE && order[i + 1] != VT_NONE;
        uint32_t found = VT_NONE;
        if (inner && words >= FEWEST_IN_CODE && match->ndiffering < reference->near)
            found = stranger_between(constants, order[i - 1], order[i + 1], reference->element);
        if (found == VT_NONE)
            return false;
        match->differences[match->ndiffering++] =
            (struct vt_difference){i, expected, constants->values[found]};
    }
    return true;
}

/* Where constant VALUE is used first. */
static uint32_t place_of(const struct vt_ir_function *function, uint32_t value) {
    for (uint32_t i = 0; i < function->ninsts; i++) {
        const struct vt_inst *inst = &function->insts[i];
        for (uint32_t a = 0; a < inst->nargs && inst->location != VT_NONE; a++)
            if (inst->args[a] == value)
                return inst->location;
    }
    return VT_NONE;
}

static struct constants find_constants(struct recogniser *r, const struct vt_ir_function *function,
                                       struct words *words) {
    struct constants constants = {0};
    uint32_t room = function->ninsts < MOST_STORES ? function->ninsts : MOST_STORES;
    constants.insts = vt_alloc_array(r->arena, room, sizeof *constants.insts);
    constants.values = vt_alloc_array(r->arena, room, sizeof *constants.values);
    constants.strange = vt_alloc_array(r->arena, room, sizeof *constants.strange);
    constants.bytes = vt_alloc_array(r->arena, room, sizeof *constants.bytes);
    for (uint32_t i = 0; i < function->ninsts && constants.count < room; i++) {
        const struct vt_inst *inst = &function->insts[i];
        if (inst->op != VT_OP_INT || (inst->bits != 32 && inst->bits != 64))
            continue;
        uint64_t value = (uint64_t)inst->imm;
        if (inst->bits == 32)
            value &= UINT32_MAX;
        if (value <= SMALL)
            continue;
        words->order = constants.count;
        words->hit = false;
        vt_references_with(r->index, value, inst->bits / 8, note_word, words);
        constants.insts[constants.count] = i;
        constants.values[constants.count] = value;
        constants.strange[constants.count] = !words->hit;
        constants.bytes[constants.count++] = (uint8_t)(inst->bits / 8);
    }
    return constants;
}

/* All words of SMALL stand in LARGE too, which has more. */
static bool is_part(const struct vt_reference *small, const struct vt_reference *large) {
    if (small == large || small->element != large->element || small->size >= large->size)
        return false;
    for (uint32_t i = 0; i < small->size; i += small->element) {
        uint32_t k = 0;
        while (k < large->size && memcmp(small->bytes + i, large->bytes + k, small->element) != 0)
            k += small->element;
        if (k >= large->size)
            return false;
    }
    return true;
}

static void tell_words(struct recogniser *r, const struct vt_ir_function *from,
                       struct vt_function *to, const struct vt_match *matches,
                       const uint32_t *insts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool part = false;
        for (size_t k = 0; k < count && !part; k++)
            part = is_part(matches[i].reference, matches[k].reference);
        struct spot spot = {to, place_of(from, insts[i]), 0, VT_NONE};
        if (!part)
            tell(r, &spot, &matches[i]);
    }
}

static void look_at_constants(struct recogniser *r, const struct vt_ir_function *from,
                              struct vt_function *to) {
    enum { MOST = 16 };
    struct words words = {.arena = r->arena};
    struct constants constants = find_constants(r, from, &words);
    struct vt_match matches[MOST];
    uint32_t insts[MOST];
    size_t count = 0;
    if (words.count < 2)
        return;
    qsort(words.items, words.count, sizeof *words.items, compare_words);
    for (size_t first = 0, end; first < words.count && count < MOST; first = end) {
        for (end = first;
             end < words.count && words.items[end].reference == words.items[first].reference;)
            end++;
        uint32_t reference = words.items[first].reference;
        size_t bytes = (end - first) * r->shared->models->references[reference].element;
        if (bytes >= FEWEST_BYTES &&
            match_words(r, &constants, words.items + first, end - first, &matches[count]))
            insts[count++] = constants.insts[words.items[first].order];
    }
    tell_words(r, from, to, matches, insts, count);
}

/* Arrays without a name that the function points to. */
static void look_at_literals(struct recogniser *r, const struct vt_ir_function *from,
                             struct vt_function *to) {
    for (uint32_t i = 0; i < from->ninsts; i++) {
        const struct vt_inst *inst = &from->insts[i];
        if (inst->op != VT_OP_DATA || r->seen[inst->data] ||
            r->shared->ir->data[inst->data].symbol != VT_NONE)
            continue;
        r->seen[inst->data] = true;
        struct spot spot = {to, place_of(from, i), 0, VT_NONE};
        look_at_data(r, &spot, &r->shared->ir->data[inst->data]);
    }
}

/* HMACs that end with their inner digest. */
static void look_for_pads(struct recogniser *r) {
    const struct vt_ir *ir = r->shared->ir;
    const uint32_t *pads = vt_pads_find(r->shared, r->arena);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        if (pads[f] == VT_NONE)
            continue;
        struct spot spot = {&r->shared->unit->functions[f + 1],
                            ir->functions[f].insts[pads[f]].location, 0, VT_NONE};
        add_event(r, &spot, "step.outer", 0);
    }
}

/* Key streams that stand still. */
static void look_for_stalled(struct recogniser *r) {
    const struct vt_ir *ir = r->shared->ir;
    bool *tables = vt_alloc_array(r->arena, ir->nsymbols, sizeof *tables);
    for (uint32_t s = 0; s < ir->nsymbols; s++)
        tables[s] = r->chosen[s] != NULL;
    const struct vt_stalled *stalled = vt_stalled_find(r->shared, tables, r->arena);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        if (stalled[f].inst == VT_NONE)
            continue;
        struct spot spot = {&r->shared->unit->functions[f + 1],
                            ir->functions[f].insts[stalled[f].inst].location, 0, VT_NONE};
        add_event(r, &spot, "scramble.stalled",
                  vt_intern(r->shared->unit->strings, stalled[f].repeats));
    }
}

/* True if SYMBOL is the first table of its algorithm that rounds read. */
static bool is_first(const struct recogniser *r, uint32_t symbol) {
    for (uint32_t s = 0; r->chosen[symbol] && s < symbol; s++)
        if (r->chosen[s] && strcmp(r->chosen[s]->algorithm, r->chosen[symbol]->algorithm) == 0)
            return false;
    return r->chosen[symbol] != NULL;
}

/* Tells if a function goes through fewer rounds of the algorithm of TABLE than there are: a block
 * is made in a loop whose laps are rounds. What sets up keys reads less in a lap. */
static void look_for_rounds(struct recogniser *r, const struct vt_reference *table) {
    const struct vt_ir *ir = r->shared->ir;
    struct vt_strings *strings = r->shared->unit->strings;
    bool *tables = vt_alloc_array(r->arena, ir->nsymbols, sizeof *tables);
    for (uint32_t s = 0; s < ir->nsymbols; s++)
        tables[s] = r->chosen[s] && strcmp(r->chosen[s]->algorithm, table->algorithm) == 0;
    const struct vt_lookups *lookups = vt_lookups_count(r->shared, tables, r->arena);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        uint64_t all = lookups[f].all, round = table->round;
        if (lookups[f].lap < round || !lookups[f].ends_apart || all >= round * table->rounds)
            continue;
        struct spot spot = {&r->shared->unit->functions[f + 1],
                            ir->functions[f].insts[lookups[f].at].location, 0, VT_NONE};
        uint32_t event = add_event(r, &spot, "table.rounds", vt_intern(strings, table->name));
        add_text(r, spot.function, event, vt_alloc_format(r->arena, "%u", (unsigned)(all / round)));
    }
}

void vt_recognise(struct vt_condenser *shared) {
    const struct vt_ir *ir = shared->ir;
    if (!shared->models->nreferences)
        return;
    struct recogniser r = {.shared = shared, .arena = vt_arena_new(), .left = MOST_WORK};
    r.index = vt_references_index(shared->models, r.arena);
    r.seen = vt_alloc_array(r.arena, ir->ndata, sizeof *r.seen);
    r.chosen = vt_alloc_array(r.arena, ir->nsymbols, sizeof *r.chosen);
    look_at_globals(&r);
    for (uint32_t s = 0; s < ir->nsymbols; s++)
        if (is_first(&r, s))
            look_for_rounds(&r, r.chosen[s]);
    for (uint32_t f = 0; f < ir->nfunctions; f++) {
        struct vt_function *to = &shared->unit->functions[f + 1];
        look_at_literals(&r, &ir->functions[f], to);
        if (to->flags & VT_FUNCTION_CUT && !ir->functions[f].nblocks)
            continue;
        look_at_stores(&r, &ir->functions[f], to);
        look_at_constants(&r, &ir->functions[f], to);
    }
    look_for_pads(&r);
    look_for_stalled(&r);
    vt_arena_free(r.arena);
}
