/* The unit's shared tables: constants and rewrites while functions are condensed; and, in the end,
 * all tables without what no function refers to. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/facts/intern.h"
#include "engine/unit/analysis.h"

/* What is kept of a constant's bytes; of those that may be a parameter of cryptography (a modulus,
 * a prime, a key in PEM) more, so that it can be judged. */
enum { MAX_TEXT = 256, MAX_BYTES = 64, MAX_PARAMETER = 2049, MAX_PARAMETER_TEXT = 4200 };

/* A number as long as this is written by its digits, and nothing else is. */
static bool is_digits(const uint8_t *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!text[i] || !strchr("0123456789abcdefABCDEF: \r\n", text[i]))
            return false;
    return true;
}

/* DER of parameters or a key. */
static bool is_der(const uint8_t *bytes, size_t size) {
    return bytes[0] == 0x30 &&
           ((bytes[1] == 0x81 && (size_t)bytes[2] + 3 == size) ||
            (bytes[1] == 0x82 && (size_t)bytes[2] * 256 + bytes[3] + 4 == size));
}

/* Bytes as random as those of a large number, as long as these are. A table that has each byte once
 * is none. */
static bool is_like_number(const uint8_t *bytes, size_t size) {
    unsigned different = 0;
    if (size > MAX_PARAMETER || size % 8 > 1)
        return false;
    bool seen[256] = {false};
    for (size_t i = 0; i < size; i++) {
        different += !seen[bytes[i]];
        seen[bytes[i]] = true;
    }
    return different >= 40 && different < size;
}

/* How much of SIZE BYTES is kept. */
static size_t kept_size(const struct vt_data *data, const uint8_t *bytes, size_t size) {
    size_t most = data->is_text ? MAX_TEXT : MAX_BYTES;
    if (size <= most || data->wide)
        return size < most ? size : most;
    if (!data->is_text && size <= MAX_PARAMETER)
        return is_der(bytes, size) || is_like_number(bytes, size) ? size : most;
    if (!data->is_text)
        return most;
    bool is_parameter = memcmp(bytes, "-----BEGIN ", 11) == 0 || is_digits(bytes, size);
    return is_parameter && size <= MAX_PARAMETER_TEXT ? size : most;
}

struct vt_constants {
    struct vt_arena *arena;
    struct vt_constant *items;
    size_t count, capacity;
    uint32_t *slots; /* index + 1 */
    size_t nslots;
};

struct vt_constants *vt_constants_new(struct vt_arena *arena) {
    struct vt_constants *constants = vt_alloc(arena, sizeof *constants);
    constants->arena = arena;
    constants->nslots = 64;
    constants->slots = vt_alloc_array(arena, constants->nslots, sizeof *constants->slots);
    return constants;
}

static size_t slot_of(const struct vt_constants *constants, const struct vt_constant *constant) {
    uint64_t hash =
        (uint64_t)constant->number * 0x9e3779b97f4a7c15u + constant->text * 31u + constant->kind;
    size_t at = (size_t)(hash ^ hash >> 29) & (constants->nslots - 1);
    for (; constants->slots[at]; at = (at + 1) & (constants->nslots - 1)) {
        const struct vt_constant *have = &constants->items[constants->slots[at] - 1];
        if (have->kind == constant->kind && have->number == constant->number &&
            have->text == constant->text && have->cut == constant->cut &&
            have->concealed == constant->concealed)
            break;
    }
    return at;
}

static uint32_t add_constant(struct vt_constants *constants, struct vt_constant constant) {
    size_t at = slot_of(constants, &constant);
    if (constants->slots[at])
        return constants->slots[at] - 1;
    constants->items = vt_grow(constants->arena, constants->items, constants->count,
                               &constants->capacity, sizeof *constants->items);
    constants->items[constants->count++] = constant;
    constants->slots[at] = (uint32_t)constants->count;
    if (2 * constants->count > constants->nslots) {
        constants->nslots *= 2;
        constants->slots =
            vt_alloc_array(constants->arena, constants->nslots, sizeof *constants->slots);
        for (uint32_t i = 0; i < constants->count; i++)
            constants->slots[slot_of(constants, &constants->items[i])] = i + 1;
    }
    return (uint32_t)constants->count - 1;
}

uint32_t vt_constant_int(struct vt_condenser *shared, int64_t number) {
    return add_constant(shared->constants,
                        (struct vt_constant){.kind = VT_CONSTANT_INT, .number = number});
}

uint32_t vt_constant_function(struct vt_condenser *shared, uint32_t symbol) {
    if (shared->thunk_of[symbol] != VT_NONE)
        symbol = shared->thunk_of[symbol];
    return add_constant(shared->constants,
                        (struct vt_constant){.kind = VT_CONSTANT_FUNCTION, .number = symbol});
}

/* Letters of an array of wchar_t (16 bits on Windows, 32 elsewhere) or char16_t. */
enum { MIN_WIDE_TEXT = 3 };

static bool is_letter(uint8_t byte) {
    return (byte >= ' ' && byte < 0x7f) || (byte >= '\t' && byte <= '\r');
}

/* The text of the wide letters from START on, into TEXT of MAX_TEXT bytes, whose length it gives; 0
 * if they are numbers: a text is ASCII throughout (other letters are too much like numbers), and
 * ended by zeros. */
static size_t wide_text(const struct vt_data *data, size_t start, char *text) {
    size_t length = 0, at = start;
    if ((data->element != 2 && data->element != 4) || start % data->element)
        return 0;
    for (; at < data->size && is_letter(data->bytes[at]); length++) {
        if (length == MAX_TEXT)
            return 0;
        text[length] = (char)data->bytes[at++];
        for (; at % data->element; at++)
            if (data->bytes[at])
                return 0;
    }
    if (length < MIN_WIDE_TEXT || at == data->size)
        return 0;
    while (at < data->size && !data->bytes[at])
        at++;
    return at == data->size ? length : 0;
}

uint32_t vt_constant_data(struct vt_condenser *shared, uint32_t data, int64_t offset) {
    const struct vt_data *from = &shared->ir->data[data];
    char text[MAX_TEXT];
    struct vt_constant constant = {.kind = from->is_text ? VT_CONSTANT_TEXT : VT_CONSTANT_BYTES};
    size_t start = offset > 0 && (size_t)offset < from->size ? (size_t)offset : 0;
    size_t size = from->size - start, length = wide_text(from, start, text);
    if (length)
        return vt_constant_decoded(shared, (const uint8_t *)text, length, true, false);
    if (from->is_text && size)
        size--;
    size_t most = kept_size(from, from->bytes + start, size);
    constant.cut = size > most;
    if (constant.cut)
        size = most;
    constant.text = vt_strings_add(shared->unit->strings, (const char *)from->bytes + start, size);
    return add_constant(shared->constants, constant);
}

uint32_t vt_constant_decoded(struct vt_condenser *shared, const uint8_t *bytes, size_t size,
                             bool is_text, bool concealed) {
    struct vt_constant constant = {.kind = is_text ? VT_CONSTANT_TEXT : VT_CONSTANT_BYTES,
                                   .concealed = concealed};
    size_t most = is_text ? MAX_TEXT : MAX_BYTES;
    constant.cut = size > most;
    constant.text =
        vt_strings_add(shared->unit->strings, (const char *)bytes, constant.cut ? most : size);
    return add_constant(shared->constants, constant);
}

uint32_t vt_rewrite_index(struct vt_condenser *shared, const struct vt_rewrite *rewrite) {
    return vt_rewrites_add(shared->rewrites, rewrite);
}

/* ---- Leaving out what nothing refers to -------------------------------------------------- */

/* New numbers for the entries that are marked with anything but VT_NONE; gives their number. */
static uint32_t renumber(uint32_t *map, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (map[i] != VT_NONE)
            map[i] = kept++;
    return kept;
}

static uint32_t *new_map(struct vt_arena *arena, uint32_t count) {
    uint32_t *map = vt_alloc_array(arena, count, sizeof *map);
    memset(map, 0xff, count * sizeof *map);
    return map;
}

/* Calls VISIT for each reference of the unit's functions into one of its tables. */
typedef void visit_reference(uint32_t *map, uint32_t *reference);

static void mark(uint32_t *map, uint32_t *reference) {
    if (*reference != VT_NONE)
        map[*reference] = 0;
}

static void replace(uint32_t *map, uint32_t *reference) {
    if (*reference != VT_NONE)
        *reference = map[*reference];
}

static void each_location(struct vt_unit *unit, visit_reference *visit, uint32_t *map) {
    for (uint32_t f = 0; f < unit->nfunctions; f++) {
        struct vt_function *function = &unit->functions[f];
        visit(map, &function->location);
        for (uint32_t i = 0; i < function->nedges; i++)
            visit(map, &function->edges[i].location);
        for (uint32_t i = 0; i < function->ncalls; i++)
            visit(map, &function->calls[i].location);
        for (uint32_t i = 0; i < function->nevents; i++)
            visit(map, &function->events[i].location);
        for (uint32_t i = 0; i < function->npredicates; i++)
            visit(map, &function->predicates[i].location);
        for (uint32_t i = 0; i < function->nverdicts; i++)
            visit(map, &function->verdicts[i].location);
        for (uint32_t i = 0; i < function->nsettings; i++)
            visit(map, &function->settings[i].location);
    }
    for (uint32_t i = 0; i < unit->nblinds; i++)
        visit(map, &unit->blinds[i].location);
    for (uint32_t i = 0; i < unit->nsymbols; i++)
        visit(map, &unit->symbols[i].location);
}

static void each_node(struct vt_unit *unit, enum vt_node_kind kind, visit_reference *visit,
                      uint32_t *map) {
    for (uint32_t f = 0; f < unit->nfunctions; f++)
        for (uint32_t i = 0; i < unit->functions[f].nnodes; i++)
            if (unit->functions[f].nodes[i].kind == kind)
                visit(map, &unit->functions[f].nodes[i].ref);
}

static void each_symbol(struct vt_unit *unit, visit_reference *visit, uint32_t *map) {
    each_node(unit, VT_NODE_GLOBAL, visit, map);
    for (uint32_t f = 0; f < unit->nfunctions; f++) {
        visit(map, &unit->functions[f].symbol);
        for (uint32_t i = 0; i < unit->functions[f].ncalls; i++)
            visit(map, &unit->functions[f].calls[i].symbol);
        for (uint32_t i = 0; i < unit->functions[f].nsettings; i++)
            visit(map, &unit->functions[f].settings[i].symbol);
    }
    for (uint32_t i = 0; i < unit->nconstants; i++) {
        uint32_t symbol = (uint32_t)unit->constants[i].number;
        if (unit->constants[i].kind != VT_CONSTANT_FUNCTION)
            continue;
        visit(map, &symbol);
        unit->constants[i].number = symbol;
    }
}

static void emit_constants(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    struct vt_constants *from = shared->constants;
    uint32_t *map = new_map(from->arena, (uint32_t)from->count);
    each_node(unit, VT_NODE_CONSTANT, mark, map);
    unit->nconstants = renumber(map, (uint32_t)from->count);
    each_node(unit, VT_NODE_CONSTANT, replace, map);
    unit->constants = vt_alloc_array(unit->arena, unit->nconstants, sizeof *unit->constants);
    for (uint32_t i = 0; i < from->count; i++)
        if (map[i] != VT_NONE)
            unit->constants[map[i]] = from->items[i];
}

static void emit_symbols(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    const struct vt_ir *ir = shared->ir;
    uint32_t *map = new_map(shared->constants->arena, ir->nsymbols);
    each_symbol(unit, mark, map);
    /* An alias stands for its target; where that is defined at all, both are kept. So are variables
     * that are defined for others, and library functions whose models left no call and no event: a
     * report counts what it knows. */
    for (uint32_t i = 0; i < ir->nsymbols; i++) {
        const struct vt_symbol *symbol = &ir->symbols[i];
        bool is_offered = !symbol->is_function && symbol->is_defined && !symbol->is_local;
        if (shared->rows[i] || is_offered)
            map[i] = 0;
        if (ir->symbols[i].resolver != VT_NONE)
            map[i] = map[ir->symbols[i].resolver] = 0;
    }
    unit->nsymbols = renumber(map, ir->nsymbols);
    unit->symbols = vt_alloc_array(unit->arena, unit->nsymbols, sizeof *unit->symbols);
    for (uint32_t i = 0; i < ir->nsymbols; i++) {
        if (map[i] == VT_NONE)
            continue;
        unit->symbols[map[i]] = ir->symbols[i];
        if (!ir->symbols[i].is_function)
            unit->symbols[map[i]].location = VT_NONE;
        replace(map, &unit->symbols[map[i]].resolver);
    }
    each_symbol(unit, replace, map);
}

static void emit_locations(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    const struct vt_ir *ir = shared->ir;
    uint32_t *map = new_map(shared->constants->arena, ir->nlocations);
    each_location(unit, mark, map);
    unit->nlocations = renumber(map, ir->nlocations);
    unit->locations = vt_alloc_array(unit->arena, unit->nlocations, sizeof *unit->locations);
    for (uint32_t i = 0; i < ir->nlocations; i++)
        if (map[i] != VT_NONE)
            unit->locations[map[i]] = ir->locations[i];
    each_location(unit, replace, map);
}

static int compare_counts(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return (*a < *b) - (*a > *b);
}

/* Rewrites that are used, the most frequent first: they get the shortest numbers. */
static void emit_rewrites(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    uint32_t count = (uint32_t)shared->rewrites->count, kept = 1;
    uint64_t *uses = vt_alloc_array(shared->arena, count, sizeof *uses);
    uint32_t *map = vt_alloc_array(shared->arena, count, sizeof *map);
    for (uint32_t i = 0; i < count; i++)
        uses[i] = UINT32_MAX - i; /* the low half, so that the first of equals comes first */
    for (uint32_t f = 0; f < unit->nfunctions; f++)
        for (uint32_t e = 0; e < unit->functions[f].nedges; e++)
            uses[unit->functions[f].edges[e].rewrite] += (uint64_t)1 << 32;
    qsort(uses + 1, count - 1, sizeof *uses, compare_counts);
    unit->rewrites = vt_alloc_array(unit->arena, count, sizeof *unit->rewrites);
    while (kept < count && uses[kept] >> 32) {
        uint32_t from = UINT32_MAX - (uint32_t)uses[kept];
        unit->rewrites[kept] = shared->rewrites->items[from];
        map[from] = kept++;
    }
    unit->nrewrites = kept;
    for (uint32_t f = 0; f < unit->nfunctions; f++) {
        struct vt_function *function = &unit->functions[f];
        for (uint32_t e = 0; e < function->nedges; e++)
            function->edges[e].rewrite = map[function->edges[e].rewrite];
        if (function->nedges)
            qsort(function->edges, function->nedges, sizeof *function->edges, vt_edge_order);
    }
}

/* Files that some location is in, and the main file: a digest is 32 bytes that nothing packs, and
 * most units include dozens of headers that leave nothing in them. */
static void emit_files(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    const struct vt_ir *ir = shared->ir;
    uint32_t *map = new_map(shared->arena, ir->nfiles);
    for (uint32_t i = 0; i < unit->nlocations; i++)
        map[unit->locations[i].file] = 0;
    if (ir->nfiles)
        map[0] = 0;
    unit->nfiles = renumber(map, ir->nfiles);
    unit->files = vt_alloc_array(unit->arena, unit->nfiles, sizeof *unit->files);
    for (uint32_t i = 0; i < ir->nfiles; i++)
        if (map[i] != VT_NONE)
            unit->files[map[i]] = ir->files[i];
    for (uint32_t i = 0; i < unit->nlocations; i++)
        unit->locations[i].file = map[unit->locations[i].file];
}

/* Names of fields, of the structs that some function pointer is met by. */
static void emit_fields(struct vt_condenser *shared) {
    struct vt_unit *unit = shared->unit;
    const struct vt_ir *ir = shared->ir;
    uint32_t *named = new_map(shared->arena, vt_strings_count(unit->strings));
    each_node(unit, VT_NODE_TYPE, mark, named);
    unit->fields = vt_alloc_array(unit->arena, ir->nfields, sizeof *unit->fields);
    for (uint32_t i = 0; i < ir->nfields; i++)
        if (named[ir->fields[i].type] != VT_NONE)
            unit->fields[unit->nfields++] = ir->fields[i];
}

void vt_tables_emit(struct vt_condenser *shared) {
    emit_constants(shared);
    emit_symbols(shared);
    emit_locations(shared);
    emit_files(shared);
    emit_fields(shared);
    emit_rewrites(shared);
}
