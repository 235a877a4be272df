/* Requires: writing: a unit that passes vt_unit_verify. Gives: the unit again, with only the
 * strings and locations that something refers to, numbered in the order of their first use, and
 * the edges of each function in order. Breaks: nothing.
 *
 * Each function here describes one struct, in both directions (columns.h).
 */
#include "engine/binary/layout.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/columns.h"
#include "engine/binary/layout_guards.h"
#include "engine/facts/facts.h"

/* clang-format off */
#define COLUMNS(X) \
    X(STRING_LENGTH, "string lengths") X(STRING_TEXT, "string texts") \
    X(UNIT, "unit") X(DIGEST, "digests") \
    X(FILE_PATH, "file paths") X(FILE_FLAGS, "file flags") \
    X(LOCATION_FILE, "location files") X(LOCATION_LINE, "location lines") \
    X(LOCATION_COLUMN, "location columns") \
    X(SYMBOL_NAME, "symbol names") X(SYMBOL_PLACE, "symbol locations") \
    X(SYMBOL_SIZE, "symbol sizes") X(SYMBOL_FLAGS, "symbol flags") \
    X(SYMBOL_RESOLVER, "symbol resolvers") \
    X(FUNCTION_SYMBOL, "function symbols") X(FUNCTION_PLACE, "function locations") \
    X(FUNCTION_FLAGS, "function flags") X(PARAM_NAME, "parameter names") \
    X(NODE_KIND, "node kinds") X(NODE_INDEX, "node indices") X(NODE_REF, "node references") \
    X(EDGE_KIND, "kinds of edge sources") X(EDGE_FROM, "edge sources") X(EDGE_TO, "edge destinations") X(EDGE_REWRITE, "edge rewrites") \
    X(EDGE_TAGS, "edge tags") X(TAGS, "tags") X(EDGE_PLACE, "edge locations") \
    X(CALL_SYMBOL, "call symbols") X(CALL_PLACE, "call locations") X(CALL_GUARDS, "call guards") \
    X(CALL_FLAGS, "call flags") \
    X(EVENT_FACT, "event facts") X(EVENT_CLASS, "event classes") \
    X(EVENT_FUNCTION, "event functions") X(EVENT_VALUE, "event values") X(EVENT_BYTES, "event sizes") \
    X(EVENT_PLACE, "event locations") X(EVENT_GUARDS, "event guards") \
    X(PREDICATE_KIND, "predicate kinds") X(PREDICATE_NUMBER, "predicate numbers") \
    X(PREDICATE_MASK, "predicate masks") \
    X(PREDICATE_SIZE, "predicate sizes") X(PREDICATE_OFFSET, "predicate offsets") \
    X(PREDICATE_PLACE, "predicate locations") \
    X(GUARD_LIST, "guard lists") X(GUARD, "guards") X(GUARD_EXPECTED, "expected guards") \
    X(GUARD_FLAGS, "guard flags") X(GUARD_EITHER, "guard alternatives") \
    X(VERDICT_NUMBER, "verdict numbers") X(VERDICT_GUARDS, "verdict guards") \
    X(VERDICT_PLACE, "verdict locations") \
    X(SETTING, "settings") \
    X(CONSTANT_KIND, "constant kinds") X(CONSTANT_NUMBER, "constant numbers") \
    X(CONSTANT_TEXT, "constant texts") \
    X(REWRITE_SHAPE, "rewrite shapes") X(RANGE_SIZE, "range sizes") X(RANGE_LOW, "range ends") \
    X(RANGE_STEP, "range steps") X(RANGE_PHASE, "range phases") \
    X(RANGE_WIDTH, "range widths") \
    X(REWRITE_DELTA, "rewrite deltas") \
    X(BLIND_KIND, "blind kinds") X(BLIND_WHAT, "blind subjects") \
    X(BLIND_PLACE, "blind locations") X(BLIND_COUNT, "blind counts") \
    X(FIELD_TYPE, "field types") X(FIELD_OFFSET, "field offsets") X(FIELD_NAME, "field names") \
    X(CLAIM, "claims")
/* clang-format on */

#define AS_ENUM(name, text) name,
#define AS_TEXT(name, text) text,
enum { COLUMNS(AS_ENUM) NCOLUMNS };
static const char *const column_names[] = {COLUMNS(AS_TEXT)};
_Static_assert(NCOLUMNS <= VT_MAX_COLUMNS, "columns.h has room for all columns");

/* What a string costs beside its text: its entry and slots, with the room that growing wastes. */
#define STRING_COST 128u

/* What a location costs: an array that grows takes four times itself. */
#define LOCATION_COST (4 * sizeof(struct vt_location))

/* A table whose entries get their numbers when they are first referred to, and stand there. */
struct numbering {
    uint32_t *numbers; /* writing: by index in the unit, number + 1 or 0 */
    uint32_t next;     /* number of the next one */
};

enum { MAX_TOLD_TAGS = 62 };

struct layout {
    struct vt_coder coder;
    struct vt_unit *unit; /* reading: strings and locations go there */
    struct vt_arena *scratch;
    const struct vt_strings *texts;      /* writing */
    const struct vt_location *locations; /* writing */
    struct numbering strings, places;
    size_t locations_capacity;     /* reading */
    struct vt_location last;       /* that was coded */
    uint32_t last_place[NCOLUMNS]; /* location last referred to in a column */
    uint32_t tags[MAX_TOLD_TAGS];  /* of edges, each set once, in the order of their first use */
    uint32_t ntags;
};

/* ---- References into numbered tables ----------------------------------------------------- */

/* The number of entry INDEX; *FRESH tells that this is its first use. */
static uint32_t number_of(struct numbering *table, uint32_t index, bool *fresh) {
    *fresh = table->numbers[index] == 0;
    if (*fresh)
        table->numbers[index] = ++table->next;
    return table->numbers[index] - 1;
}

/* A string at its first use; reading gives its number. */
static uint32_t code_new_string(struct layout *layout, uint32_t string) {
    struct vt_coder *coder = &layout->coder;
    uint64_t length = coder->reading ? 0 : vt_string_length(layout->texts, string);
    vt_code_u64(coder, STRING_LENGTH, &length);
    if (length > UINT32_MAX ||
        !vt_coder_charge(coder, STRING_LENGTH, (size_t)length + STRING_COST)) {
        if (!coder->failed)
            vt_coder_fail(coder, STRING_LENGTH, "number too large");
        return 0;
    }
    if (!coder->reading) {
        vt_code_text(coder, STRING_TEXT, (uint8_t *)vt_string(layout->texts, string),
                     (size_t)length); /* only read */
        return string;
    }
    uint8_t *text = vt_alloc(layout->scratch, (size_t)length);
    vt_code_text(coder, STRING_TEXT, text, (size_t)length);
    uint32_t number = layout->strings.next++;
    if (!coder->failed &&
        vt_strings_add(layout->unit->strings, (const char *)text, (size_t)length) != number)
        vt_coder_fail(coder, STRING_TEXT, "string that is there already");
    return number;
}

/* A string: 0 a new one, which follows, 1 VT_NONE, else its number + 2. */
static void code_string(struct layout *layout, unsigned column, uint32_t *string) {
    uint32_t code = 1;
    bool fresh = false;
    if (!layout->coder.reading && *string != VT_NONE)
        code = number_of(&layout->strings, *string, &fresh) + 2;
    if (fresh)
        code = 0;
    vt_code_u32(&layout->coder, column, &code);
    if (code == 0)
        *string = code_new_string(layout, *string);
    else if (layout->coder.reading)
        *string = code == 1 ? VT_NONE : code - 2;
}

/* A location at its first use, as difference to the one before; reading gives its number. */
static uint32_t code_new_place(struct layout *layout, unsigned column, uint32_t place) {
    struct vt_coder *coder = &layout->coder;
    struct vt_location location = {0};
    if (!coder->reading)
        location = layout->locations[place];
    vt_coder_charge(coder, LOCATION_FILE, LOCATION_COST);
    vt_code_delta(coder, LOCATION_FILE, &location.file, &layout->last.file);
    vt_coder_near(coder, 0, column);
    vt_code_delta(coder, LOCATION_LINE, &location.line, &layout->last.line);
    vt_coder_near(coder, column, coder->last[LOCATION_LINE][0]);
    vt_code_u32(coder, LOCATION_COLUMN, &location.column);
    if (!coder->reading || coder->failed)
        return place;
    struct vt_unit *unit = layout->unit;
    unit->locations = vt_grow(unit->arena, unit->locations, unit->nlocations,
                              &layout->locations_capacity, sizeof *unit->locations);
    unit->locations[unit->nlocations++] = location;
    return layout->places.next++;
}

/* A location: 0 VT_NONE, 1 a new one, which follows, else 2 + the difference to the last one of the
 * column as zigzag: what stands together happens together. */
static void code_place(struct layout *layout, unsigned column, uint32_t *location) {
    uint32_t *last = &layout->last_place[column], number = 0;
    uint64_t code = 0;
    bool fresh = false;
    if (!layout->coder.reading && *location != VT_NONE) {
        number = number_of(&layout->places, *location, &fresh);
        int64_t delta = (int64_t)number - *last;
        code = fresh ? 1 : 2 + ((uint64_t)delta << 1 ^ (delta < 0 ? UINT64_MAX : 0));
    }
    vt_code_u64(&layout->coder, column, &code);
    if (code > 1 && layout->coder.reading) {
        uint64_t zigzag = code - 2;
        number = (uint32_t)(*last + (zigzag >> 1 ^ (zigzag & 1 ? UINT64_MAX : 0)));
    }
    if (code == 1) {
        uint32_t place = code_new_place(layout, column, *location);
        number = layout->coder.reading ? place : number;
    }
    if (layout->coder.reading)
        *location = code == 0 ? VT_NONE : number;
    if (code != 0)
        *last = number;
}

/* ---- Small things ------------------------------------------------------------------------ */

/* Bit BIT of FLAGS and *VALUE, whichever way it goes. */
static void code_bit(const struct layout *layout, uint8_t *flags, unsigned bit, bool *value) {
    if (layout->coder.reading)
        *value = *flags >> bit & 1;
    else
        *flags |= (uint8_t)(*value << bit);
}

/* In which steps the bytes of a range lie: 0 is all. */
static void code_steps(struct layout *layout, struct vt_range *range, uint32_t size) {
    struct vt_coder *coder = &layout->coder;
    uint32_t step = range->step, phase = range->phase, width = range->width;
    vt_coder_near(coder, coder->last[RANGE_STEP][0], size);
    vt_code_u32(coder, RANGE_STEP, &step);
    if (step) {
        vt_coder_near(coder, coder->last[RANGE_PHASE][0], step);
        vt_code_u32(coder, RANGE_PHASE, &phase);
        vt_coder_near(coder, phase, step);
        vt_code_u32(coder, RANGE_WIDTH, &width);
    }
    if (step > VT_MAX_STEP || phase > VT_MAX_STEP || width > VT_MAX_STEP)
        vt_coder_fail(&layout->coder, RANGE_STEP, "number too large");
    range->step = step & 2047;
    range->phase = step ? phase & 2047 : 0;
    range->width = step ? width & 1023 : 0;
}

/* A range: its size (0: as VT_RANGE_ALL), then where it starts, and its steps. */
static void code_range(struct layout *layout, struct vt_range *range) {
    bool all = range->low == VT_OFFSET_LOW && range->high == VT_OFFSET_HIGH;
    uint32_t size = all ? 0 : (uint32_t)range->high - (uint32_t)range->low + 1;
    vt_code_u32(&layout->coder, RANGE_SIZE, &size);
    if (size == 0) {
        range->low = VT_OFFSET_LOW;
        range->high = VT_OFFSET_HIGH;
    } else {
        int64_t low = range->low;
        vt_code_i64(&layout->coder, RANGE_LOW, &low);
        range->low = (int32_t)low;
        range->high = (int32_t)((uint32_t)low + size - 1);
    }
    code_steps(layout, range, size);
}

static void code_rewrite(struct layout *layout, struct vt_rewrite *rewrite) {
    uint32_t shape = rewrite->ntake | (uint32_t)rewrite->nput << 2 | (uint32_t)rewrite->flags << 4;
    vt_code_u32(&layout->coder, REWRITE_SHAPE, &shape);
    rewrite->ntake = shape & 3;
    rewrite->nput = shape >> 2 & 3;
    rewrite->flags = (uint8_t)(shape >> 4);
    for (unsigned i = 0; i < rewrite->ntake; i++)
        code_range(layout, &rewrite->take[i]);
    for (unsigned i = 0; i < rewrite->nput; i++)
        code_range(layout, &rewrite->put[i]);
    if (rewrite->flags & VT_REWRITE_SHIFT) {
        int64_t delta = rewrite->delta;
        code_range(layout, &rewrite->clip);
        vt_code_i64(&layout->coder, REWRITE_DELTA, &delta);
        rewrite->delta = (int32_t)delta;
    }
    if (rewrite->flags & VT_REWRITE_EVERY) {
        code_range(layout, &rewrite->bound);
        vt_code_u32(&layout->coder, RANGE_STEP, &rewrite->step);
    }
}

static void code_constant(struct layout *layout, struct vt_constant *constant) {
    uint8_t kind = constant->kind & 3;
    code_bit(layout, &kind, 2, &constant->concealed);
    code_bit(layout, &kind, 3, &constant->cut);
    vt_code_u8(&layout->coder, CONSTANT_KIND, &kind);
    constant->kind = kind & 3;
    code_bit(layout, &kind, 2, &constant->concealed);
    code_bit(layout, &kind, 3, &constant->cut);
    if (constant->kind == VT_CONSTANT_INT || constant->kind == VT_CONSTANT_FUNCTION)
        vt_code_i64(&layout->coder, CONSTANT_NUMBER, &constant->number);
    else
        code_string(layout, CONSTANT_TEXT, &constant->text);
}

static void code_blind(struct layout *layout, struct vt_blind *blind) {
    vt_code_u8(&layout->coder, BLIND_KIND, &blind->kind);
    code_string(layout, BLIND_WHAT, &blind->what);
    code_place(layout, BLIND_PLACE, &blind->location);
    vt_code_u32(&layout->coder, BLIND_COUNT, &blind->count);
}

static void code_claim(struct layout *layout, struct vt_claim *claim) {
    code_string(layout, CLAIM, &claim->function);
    code_string(layout, CLAIM, &claim->rule);
    code_string(layout, CLAIM, &claim->reason);
}

static void code_field(struct layout *layout, struct vt_field *field) {
    int64_t offset = field->offset;
    code_string(layout, FIELD_TYPE, &field->type);
    vt_code_i64(&layout->coder, FIELD_OFFSET, &offset);
    field->offset = (int32_t)offset;
    code_string(layout, FIELD_NAME, &field->name);
}

static void code_file(struct layout *layout, struct vt_file *file) {
    uint8_t has_digest = file->has_digest;
    code_string(layout, FILE_PATH, &file->path);
    vt_code_u8(&layout->coder, FILE_FLAGS, &has_digest);
    file->has_digest = has_digest & 1;
    if (file->has_digest)
        vt_code_bytes(&layout->coder, DIGEST, file->sha256, sizeof file->sha256);
}

static void code_symbol(struct layout *layout, struct vt_symbol *symbol) {
    code_string(layout, SYMBOL_NAME, &symbol->name);
    code_place(layout, SYMBOL_PLACE, &symbol->location);
    vt_code_u64(&layout->coder, SYMBOL_SIZE, &symbol->size);
    uint32_t flags = symbol->is_function | (uint32_t)symbol->is_defined << 1 |
                     (uint32_t)symbol->is_local << 2 | (uint32_t)symbol->is_weak << 3 |
                     (uint32_t)symbol->is_hidden << 4 | (uint32_t)symbol->is_constant << 5 |
                     (uint32_t)symbol->is_noreturn << 6 | (uint32_t)symbol->is_constructor << 7 |
                     (uint32_t)symbol->is_ifunc << 8 | (uint32_t)symbol->is_thread_local << 9 |
                     (uint32_t)symbol->is_address_taken << 10 |
                     (uint32_t)symbol->is_only_read << 11;
    vt_code_u32(&layout->coder, SYMBOL_FLAGS, &flags);
    symbol->is_function = flags & 1;
    symbol->is_defined = flags >> 1 & 1;
    symbol->is_local = flags >> 2 & 1;
    symbol->is_weak = flags >> 3 & 1;
    symbol->is_hidden = flags >> 4 & 1;
    symbol->is_constant = flags >> 5 & 1;
    symbol->is_noreturn = flags >> 6 & 1;
    symbol->is_constructor = flags >> 7 & 1;
    symbol->is_ifunc = flags >> 8 & 1;
    symbol->is_thread_local = flags >> 9 & 1;
    symbol->is_address_taken = flags >> 10 & 1;
    symbol->is_only_read = flags >> 11 & 1;
    vt_code_ref(&layout->coder, SYMBOL_RESOLVER, &symbol->resolver);
}

/* ---- Functions --------------------------------------------------------------------------- */

static bool has_index(uint8_t kind) {
    return kind == VT_NODE_FORMAL || kind == VT_NODE_OUT || kind == VT_NODE_ARGUMENT ||
           kind == VT_NODE_EFFECT || kind == VT_NODE_IN || kind == VT_NODE_SUBJECT ||
           kind == VT_NODE_PLACED;
}

static bool has_ref(uint8_t kind) {
    return kind != VT_NODE_FORMAL && kind != VT_NODE_OUT && kind != VT_NODE_RETURN &&
           kind != VT_NODE_HUB;
}

/* The number under which STRING was told. */
static uint32_t told_string(const struct layout *layout, uint32_t string) {
    return layout->coder.reading || string == VT_NONE ? string
                                                      : layout->strings.numbers[string] - 1;
}

/* What NODE of FUNCTION is to the whole unit: edges at the same argument of the same callee are
 * much alike. Nothing is verified yet when this is read. */
static uint32_t identity_of(const struct layout *layout, const struct vt_function *function,
                            const struct vt_node *node) {
    uint32_t hash = vt_pack_hash(node->kind, node->index), ref = node->ref;
    switch (node->kind) {
    case VT_NODE_ARGUMENT:
    case VT_NODE_RESULT:
    case VT_NODE_EFFECT:
    case VT_NODE_CALLEE:
    case VT_NODE_BEHIND:
    case VT_NODE_PLACED:
        return vt_pack_hash(hash, ref < function->ncalls ? function->calls[ref].symbol : 0);
    case VT_NODE_IN:
    case VT_NODE_OUTCOME:
        return vt_pack_hash(hash, ref < function->nevents
                                      ? told_string(layout, function->events[ref].function)
                                      : 0);
    case VT_NODE_SUBJECT:
        return vt_pack_hash(
            hash, ref < function->npredicates ? function->predicates[ref].compare + 1u : 0);
    case VT_NODE_TYPE:
        return vt_pack_hash(hash, told_string(layout, ref));
    case VT_NODE_GLOBAL:
    case VT_NODE_CONSTANT:
        return vt_pack_hash(hash, ref);
    default:
        return hash;
    }
}

/* How many things there are that nodes of KIND belong to, where that is known. */
static uint32_t owners_of(const struct vt_function *function, uint8_t kind) {
    switch (kind) {
    case VT_NODE_ARGUMENT:
    case VT_NODE_RESULT:
    case VT_NODE_EFFECT:
    case VT_NODE_CALLEE:
    case VT_NODE_BEHIND:
        return function->ncalls;
    case VT_NODE_IN:
    case VT_NODE_OUTCOME:
        return function->nevents;
    case VT_NODE_SUBJECT:
        return function->npredicates;
    default:
        return 0;
    }
}

/* How many nodes like NODE may follow for the same call or predicate, as far as that is known. */
static uint32_t rest_of(const struct vt_function *function, const struct vt_node *node) {
    if (node->ref >= owners_of(function, node->kind))
        return 0;
    if (node->kind == VT_NODE_SUBJECT)
        return !node->index && !function->predicates[node->ref].has_number;
    if (node->kind != VT_NODE_ARGUMENT && node->kind != VT_NODE_EFFECT)
        return 0;
    uint32_t narguments = function->calls[node->ref].narguments;
    return narguments > node->index + 1u ? narguments - node->index - 1 : 0;
}

/* The index of NODE, which follows on BEFORE: they are told in order. */
static void code_index(struct layout *layout, const struct vt_function *function,
                       struct vt_node *node, const struct vt_node *before) {
    struct vt_node first = {.kind = node->kind, .ref = node->ref};
    bool again = node->kind == before->kind && node->ref == before->ref;
    uint32_t least = again ? before->index + 1u : 0, most = rest_of(function, &first);
    uint32_t owner = vt_pack_hash(identity_of(layout, function, &first), least);
    vt_coder_near(&layout->coder, least << 8 | most, node->kind);
    vt_coder_alike(&layout->coder, owner, vt_pack_hash(owner, most));
    vt_code_u8(&layout->coder, NODE_INDEX, &node->index);
}

/* A node, which follows on BEFORE: its kind as difference to that one's. Most of what may have
 * nodes has them. */
static void code_node(struct layout *layout, const struct vt_function *function,
                      struct vt_node *node, const struct vt_node *before, uint32_t *last) {
    struct vt_coder *coder = &layout->coder;
    uint32_t owners = owners_of(function, before->kind), left = owners ? owners - before->ref : 0;
    uint32_t rest = rest_of(function, before), owner = identity_of(layout, function, before);
    uint32_t state = (left < 3 ? left : 3) << 4 | (rest < 15 ? rest : 15);
    uint32_t kind = node->kind, last_kind = before->kind;
    vt_coder_near(coder, state, before->kind);
    vt_coder_alike(coder, vt_pack_hash(owner, state), vt_pack_hash(owner, left));
    vt_code_delta(coder, NODE_KIND, &kind, &last_kind);
    if (kind >= VT_NODE_COUNT) {
        vt_coder_fail(coder, NODE_KIND, "unknown kind of node");
        return;
    }
    node->kind = (uint8_t)kind;
    owner = vt_pack_hash(owner, kind);
    vt_coder_near(coder, kind == before->kind ? state : 0, kind);
    vt_coder_alike(coder, owner, vt_pack_hash(owner, rest));
    if (kind == VT_NODE_TYPE)
        code_string(layout, NODE_REF, &node->ref);
    else if (has_ref(node->kind))
        vt_code_delta(coder, NODE_REF, &node->ref, &last[kind]);
    if (has_index(node->kind))
        code_index(layout, function, node, before);
}

static void code_nodes(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    uint32_t last[VT_NODE_COUNT] = {0};
    struct vt_node before = {0};
    function->nodes = vt_code_array(coder, NODE_KIND, function->nodes, &function->nnodes,
                                    sizeof *function->nodes);
    for (uint32_t i = 0; i < function->nnodes && !coder->failed; i++) {
        code_node(layout, function, &function->nodes[i], &before, last);
        before = function->nodes[i];
    }
}

/* Nodes of a function by their kind. */
struct ranks {
    uint32_t first[VT_NODE_COUNT + 1]; /* in `nodes`, by kind */
    uint32_t *nodes;                   /* sorted by kind */
    uint32_t *rank;                    /* by node: its number among those of its kind */
    uint32_t *identity;                /* by node */
    uint32_t *rewrites;                /* by node: of the edge last coded that leaves it, + 1 */
    uint32_t same, from;               /* what code_change was told last, and of which source */
    uint32_t before;                   /* rewrite and source's kind of the edge last coded */
    uint32_t last[VT_NODE_COUNT];      /* number last coded, by kind */
    uint32_t step[VT_NODE_COUNT];      /* and how far that was from the one before */
};

static void rank_nodes(struct layout *layout, const struct vt_function *function,
                       struct ranks *ranks) {
    uint32_t n = function->nnodes, filled[VT_NODE_COUNT] = {0};
    ranks->nodes = vt_alloc_array(layout->scratch, n, sizeof *ranks->nodes);
    ranks->rank = vt_alloc_array(layout->scratch, n, sizeof *ranks->rank);
    ranks->rewrites = vt_alloc_array(layout->scratch, n, sizeof *ranks->rewrites);
    ranks->identity = vt_alloc_array(layout->scratch, n, sizeof *ranks->identity);
    vt_coder_charge(&layout->coder, EDGE_FROM, 4 * (size_t)n * sizeof *ranks->nodes);
    for (uint32_t i = 0; i < n; i++)
        if (function->nodes[i].kind < VT_NODE_COUNT)
            ranks->first[function->nodes[i].kind + 1]++;
    for (unsigned kind = 0; kind < VT_NODE_COUNT; kind++)
        ranks->first[kind + 1] += ranks->first[kind];
    for (uint32_t i = 0; i < n; i++) {
        uint8_t kind = function->nodes[i].kind;
        if (kind >= VT_NODE_COUNT)
            continue;
        ranks->rank[i] = filled[kind]++;
        ranks->identity[i] = identity_of(layout, function, &function->nodes[i]);
        ranks->nodes[ranks->first[kind] + ranks->rank[i]] = i;
    }
}

/* Kinds of nodes, those that edges mostly come from first. */
static const uint8_t kinds_by_use[VT_NODE_COUNT] = {
    VT_NODE_HUB,    VT_NODE_EFFECT,  VT_NODE_FORMAL,   VT_NODE_CONSTANT,
    VT_NODE_RESULT, VT_NODE_GLOBAL,  VT_NODE_TYPE,     VT_NODE_OUTCOME,
    VT_NODE_RETURN, VT_NODE_OUT,     VT_NODE_ARGUMENT, VT_NODE_CALLEE,
    VT_NODE_IN,     VT_NODE_SUBJECT, VT_NODE_BEHIND,   VT_NODE_PLACED,
};
_Static_assert(VT_NODE_PLACED == VT_NODE_COUNT - 1, "kinds_by_use has all kinds of nodes");

/* As a small number where the kind is frequent. */
static void code_kind(struct vt_coder *coder, uint8_t *kind) {
    uint8_t use = 0;
    while (!coder->reading && use < VT_NODE_COUNT && kinds_by_use[use] != *kind)
        use++;
    vt_code_u8(coder, EDGE_KIND, &use);
    if (use < VT_NODE_COUNT)
        *kind = kinds_by_use[use];
    else
        vt_coder_fail(coder, EDGE_KIND, "unknown kind of node");
}

/* The node an edge comes from: its kind, then how far it is from the last one of that kind. */
static void code_from(struct layout *layout, const struct vt_function *function,
                      struct ranks *ranks, struct vt_edge *edge, bool again) {
    struct vt_coder *coder = &layout->coder;
    uint8_t kind = coder->reading ? 0 : function->nodes[edge->from].kind;
    uint32_t number = coder->reading ? 0 : ranks->rank[edge->from];
    uint32_t to = edge->to < function->nnodes ? function->nodes[edge->to].kind : 0;
    uint32_t end = edge->to < function->nnodes ? ranks->identity[edge->to] : 0;
    uint32_t alike = vt_pack_hash(end, again);
    vt_coder_near(coder, again, to);
    vt_coder_alike(coder, alike, vt_pack_hash(alike, again ? ranks->before : 0));
    code_kind(coder, &kind);
    if (coder->failed)
        return;
    uint32_t before = ranks->last[kind];
    vt_coder_near(coder, ranks->step[kind] << 1 | again, kind << 4 | to);
    alike = vt_pack_hash(alike, kind);
    vt_coder_alike(coder, alike, vt_pack_hash(alike, ranks->step[kind]));
    vt_code_delta(coder, EDGE_FROM, &number, &ranks->last[kind]);
    ranks->step[kind] = number - before;
    if (number >= ranks->first[kind + 1] - ranks->first[kind]) {
        if (!coder->failed)
            vt_coder_fail(coder, EDGE_FROM, "no such node");
        return;
    }
    edge->from = ranks->nodes[ranks->first[kind] + number];
}

/* Where an end of EDGE stands in the source, if it does: most edges happen there. Nothing is
 * verified yet when this is read. */
static uint32_t place_of_end(const struct vt_function *function, uint32_t number) {
    if (number >= function->nnodes)
        return VT_NONE;
    const struct vt_node *node = &function->nodes[number];
    switch (node->kind) {
    case VT_NODE_ARGUMENT:
    case VT_NODE_CALLEE:
    case VT_NODE_RESULT:
    case VT_NODE_EFFECT:
        return node->ref < function->ncalls ? function->calls[node->ref].location : VT_NONE;
    case VT_NODE_IN:
    case VT_NODE_OUTCOME:
        return node->ref < function->nevents ? function->events[node->ref].location : VT_NONE;
    case VT_NODE_SUBJECT:
        return node->ref < function->npredicates ? function->predicates[node->ref].location
                                                 : VT_NONE;
    default:
        return VT_NONE;
    }
}

/* 0: where the edge ends; 1: where it starts; 2: nowhere; 3 and the location after it: elsewhere.
 */
static void code_edge_place(struct layout *layout, const struct vt_function *function,
                            struct vt_edge *edge) {
    uint32_t end = place_of_end(function, edge->to), start = place_of_end(function, edge->from);
    uint8_t code = 2;
    if (edge->location != VT_NONE)
        code = edge->location == end ? 0 : edge->location == start ? 1 : 3;
    vt_code_u8(&layout->coder, EDGE_PLACE, &code);
    if (code > 2)
        code_place(layout, EDGE_PLACE, &edge->location);
    else if (layout->coder.reading)
        edge->location = code == 0 ? end : code == 1 ? start : VT_NONE;
}

/* The kinds of the nodes that EDGE joins: the rest of it depends on them. */
static uint32_t ends_of(const struct vt_function *function, const struct vt_edge *edge) {
    uint32_t to = edge->to < function->nnodes ? function->nodes[edge->to].kind : VT_NODE_COUNT;
    return 1u << 16 | to << 8 | function->nodes[edge->from].kind;
}

/* The tags of an edge: which set of those told so far it is, from 1 on; or 0, and the new set. */
static void code_tags(struct layout *layout, uint32_t *tags) {
    struct vt_coder *coder = &layout->coder;
    uint32_t code = 0;
    for (uint32_t i = 0; i < layout->ntags && !coder->reading && !code; i++)
        code = layout->tags[i] == *tags ? i + 1 : 0;
    vt_code_u32(coder, EDGE_TAGS, &code);
    if (code > layout->ntags) {
        vt_coder_fail(coder, EDGE_TAGS, "set of tags that was not told");
        return;
    }
    if (code) {
        *tags = layout->tags[code - 1];
        return;
    }
    vt_code_u32(coder, TAGS, tags);
    if (layout->ntags < MAX_TOLD_TAGS)
        layout->tags[layout->ntags++] = *tags;
}

/* What EDGE does, and where; SAME is 1 + what the one before it that ends there does, or 0. */
static void code_change(struct layout *layout, const struct vt_function *function,
                        struct ranks *ranks, struct vt_edge *edge, uint32_t same) {
    struct vt_coder *coder = &layout->coder;
    uint32_t ends = ends_of(function, edge);
    uint32_t to = edge->to < function->nnodes ? ranks->identity[edge->to] : 0;
    uint32_t pair = vt_pack_hash(to, ranks->identity[edge->from]);
    uint32_t again = same && ranks->from == edge->from;
    vt_coder_near(coder, vt_pack_hash(same, same ? ranks->same : 0), ends << 1 | again);
    vt_coder_beside(coder, ranks->rewrites[edge->from]);
    vt_coder_alike(coder, vt_pack_hash(vt_pack_hash(to, same), again), pair << 1 | again);
    ranks->same = same;
    ranks->from = edge->from;
    vt_code_u32(coder, EDGE_REWRITE, &edge->rewrite);
    uint32_t told = edge->rewrite + 1;
    ranks->rewrites[edge->from] = told;
    ranks->before = told << 4 | function->nodes[edge->from].kind;
    vt_coder_near(coder, edge->rewrite, ends);
    vt_coder_alike(coder, pair, vt_pack_hash(to, told));
    code_tags(layout, &edge->tags);
    vt_coder_near(coder, edge->tags, ends);
    vt_coder_alike(coder, vt_pack_hash(pair, edge->tags), vt_pack_hash(ends, told));
    code_edge_place(layout, function, edge);
}

static void code_edges(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    struct vt_edge *edges =
        vt_code_array(coder, EDGE_TO, function->edges, &function->nedges, sizeof *function->edges);
    struct ranks ranks = {0};
    if (function->nedges > 0)
        rank_nodes(layout, function, &ranks);
    uint32_t last_to = 0;
    for (uint32_t i = 0; i < function->nedges && !coder->failed; i++) {
        struct vt_edge *edge = &edges[i];
        uint32_t before = last_to;
        vt_coder_near(coder, 0, last_to < function->nnodes ? function->nodes[last_to].kind : 0);
        vt_code_delta(coder, EDGE_TO, &edge->to, &last_to);
        code_from(layout, function, &ranks, edge, i && before == edge->to);
        if (coder->failed)
            break;
        uint32_t same = i && before == edge->to ? edges[i - 1].rewrite + 1 : 0;
        code_change(layout, function, &ranks, edge, same);
    }
    if (coder->reading)
        function->edges = edges;
}

static void code_calls(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    function->calls = vt_code_array(coder, CALL_SYMBOL, function->calls, &function->ncalls,
                                    sizeof *function->calls);
    uint32_t last_guards = 0;
    for (uint32_t i = 0; i < function->ncalls; i++) {
        struct vt_call *call = &function->calls[i];
        vt_code_ref(coder, CALL_SYMBOL, &call->symbol);
        code_place(layout, CALL_PLACE, &call->location);
        vt_code_delta(coder, CALL_GUARDS, &call->guards, &last_guards);
        uint32_t flags = call->noreturn | (uint32_t)call->is_callback << 1 |
                         (uint32_t)call->repeats << 2 | (uint32_t)call->narguments << 3;
        vt_code_u32(coder, CALL_FLAGS, &flags);
        call->noreturn = flags & 1;
        call->is_callback = flags >> 1 & 1;
        call->repeats = flags >> 2 & 1;
        call->narguments = (uint8_t)(flags >> 3);
    }
}

static void code_events(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    function->events = vt_code_array(coder, EVENT_FACT, function->events, &function->nevents,
                                     sizeof *function->events);
    uint32_t last_guards = 0;
    for (uint32_t i = 0; i < function->nevents; i++) {
        struct vt_event *event = &function->events[i];
        uint8_t fact = (uint8_t)(event->fact | event->success << 4 | event->repeats << 7);
        vt_code_u8(coder, EVENT_FACT, &fact);
        event->fact = fact & 15;
        event->success = fact >> 4 & 7;
        event->repeats = fact >> 7;
        code_string(layout, EVENT_CLASS, &event->class_name);
        code_string(layout, EVENT_FUNCTION, &event->function);
        code_string(layout, EVENT_VALUE, &event->value);
        if (event->fact == VT_FACT_ORIGIN)
            vt_code_u8(coder, EVENT_BYTES, &event->bytes);
        code_place(layout, EVENT_PLACE, &event->location);
        vt_code_delta(coder, EVENT_GUARDS, &event->guards, &last_guards);
    }
}

static void code_predicates(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    function->predicates = vt_code_array(coder, PREDICATE_KIND, function->predicates,
                                         &function->npredicates, sizeof *function->predicates);
    for (uint32_t i = 0; i < function->npredicates; i++) {
        struct vt_predicate *predicate = &function->predicates[i];
        bool masked = predicate->has_number && predicate->mask, read = predicate->size > 0;
        uint8_t kind =
            (uint8_t)(predicate->compare << 3 | read << 2 | masked << 1 | predicate->has_number);
        vt_code_u8(coder, PREDICATE_KIND, &kind);
        predicate->compare = kind >> 3;
        predicate->has_number = kind & 1;
        if (predicate->has_number)
            vt_code_i64(coder, PREDICATE_NUMBER, &predicate->number);
        if (kind & 2)
            vt_code_i64(coder, PREDICATE_MASK, &predicate->mask);
        int64_t offset = predicate->offset;
        if (kind & 4) {
            vt_code_u8(coder, PREDICATE_SIZE, &predicate->size);
            vt_code_i64(coder, PREDICATE_OFFSET, &offset);
        }
        predicate->offset = (int32_t)offset;
        code_place(layout, PREDICATE_PLACE, &predicate->location);
    }
}

static void code_verdicts(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    function->verdicts = vt_code_array(coder, VERDICT_NUMBER, function->verdicts,
                                       &function->nverdicts, sizeof *function->verdicts);
    uint32_t last_guards = 0;
    for (uint32_t i = 0; i < function->nverdicts; i++) {
        struct vt_verdict *verdict = &function->verdicts[i];
        vt_code_i64(coder, VERDICT_NUMBER, &verdict->number);
        vt_code_delta(coder, VERDICT_GUARDS, &verdict->guards, &last_guards);
        code_place(layout, VERDICT_PLACE, &verdict->location);
    }
}

static void code_settings(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    function->settings = vt_code_array(coder, SETTING, function->settings, &function->nsettings,
                                       sizeof *function->settings);
    uint32_t last_guards = 0;
    for (uint32_t i = 0; i < function->nsettings; i++) {
        struct vt_setting *setting = &function->settings[i];
        vt_code_ref(coder, SETTING, &setting->predicate);
        vt_code_ref(coder, SETTING, &setting->symbol);
        if (setting->predicate == VT_NONE && setting->symbol == VT_NONE)
            code_string(layout, SETTING, &setting->type);
        if (setting->predicate == VT_NONE)
            vt_code_u32(coder, SETTING, &setting->offset);
        vt_code_i64(coder, VERDICT_NUMBER, &setting->number);
        vt_code_delta(coder, VERDICT_GUARDS, &setting->guards, &last_guards);
        code_place(layout, VERDICT_PLACE, &setting->location);
    }
}

static const struct vt_guard_columns guard_columns = {GUARD_LIST, GUARD, GUARD_EXPECTED,
                                                      GUARD_FLAGS, GUARD_EITHER};

static void code_function(struct layout *layout, struct vt_function *function) {
    struct vt_coder *coder = &layout->coder;
    vt_code_ref(coder, FUNCTION_SYMBOL, &function->symbol);
    code_place(layout, FUNCTION_PLACE, &function->location);
    vt_code_u32(coder, FUNCTION_FLAGS, &function->flags);
    function->param_names = vt_code_array(coder, PARAM_NAME, function->param_names,
                                          &function->nparams, sizeof *function->param_names);
    for (uint32_t i = 0; i < function->nparams; i++)
        code_string(layout, PARAM_NAME, &function->param_names[i]);
    code_calls(layout, function);
    code_events(layout, function);
    code_predicates(layout, function);
    code_nodes(layout, function); /* they belong to those before */
    code_edges(layout, function); /* their places refer to those before */
    vt_layout_guards(coder, &guard_columns, &function->guards, layout->scratch);
    code_verdicts(layout, function);
    code_settings(layout, function);
}

/* ---- The unit ---------------------------------------------------------------------------- */

/* All elements of an array of UNIT: its count, then each by CODE. */
#define CODE_ALL(array, count, key, code)                                                          \
    do {                                                                                           \
        unit->array =                                                                              \
            vt_code_array(&layout->coder, key, unit->array, &unit->count, sizeof *unit->array);    \
        for (uint32_t i = 0; i < unit->count; i++)                                                 \
            code(layout, &unit->array[i]);                                                         \
    } while (0)

/* All but the numbered tables. */
static void code_unit(struct layout *layout, struct vt_unit *unit) {
    code_string(layout, UNIT, &unit->source);
    code_string(layout, UNIT, &unit->producer);
    code_string(layout, UNIT, &unit->tool);
    code_string(layout, UNIT, &unit->target);
    code_string(layout, UNIT, &unit->options);
    vt_code_bytes(&layout->coder, DIGEST, unit->models_digest, sizeof unit->models_digest);
    CODE_ALL(files, nfiles, FILE_PATH, code_file);
    CODE_ALL(functions, nfunctions, FUNCTION_SYMBOL, code_function);
    CODE_ALL(symbols, nsymbols, SYMBOL_NAME, code_symbol);
    CODE_ALL(constants, nconstants, CONSTANT_KIND, code_constant);
    CODE_ALL(rewrites, nrewrites, REWRITE_SHAPE, code_rewrite);
    CODE_ALL(blinds, nblinds, BLIND_KIND, code_blind);
    CODE_ALL(fields, nfields, FIELD_TYPE, code_field);
    CODE_ALL(claims, nclaims, CLAIM, code_claim);
}

/* Values that the facts of UNIT consist of, roughly. */
static size_t weigh(const struct vt_unit *unit) {
    size_t values = 200 + 4 * (unit->nsymbols + unit->nconstants) + 6 * unit->nrewrites;
    for (uint32_t f = 0; f < unit->nfunctions; f++) {
        const struct vt_function *function = &unit->functions[f];
        values += 3 * function->nnodes + 6 * function->nedges + 5 * function->ncalls;
        values += 3 * function->npredicates + function->guards.nguards;
        values += 6 * function->nsettings;
    }
    return values;
}

/* Texts that most units have: known from the start, they cost nothing. */
static const char typical[] =
    "clang version Debian clang version 19.1.7 (3~deb12u1)vitrine 0.1.0x86_64-pc-linux-gnu"
    "aarch64-unknown-linux-gnulanguage=c budget=3language=c++ budget=3.cc.cppsrc/lib"
    "memory.allocmemory.copymallocreallocfreememcpystrlenstructintbufferctxlendatasizekeyoutin";

static void begin(struct layout *layout, struct vt_arena *arena, struct vt_arena *scratch,
                  unsigned slot_bits) {
    vt_coder_init(&layout->coder, arena, scratch, column_names, NCOLUMNS, slot_bits);
    layout->scratch = scratch;
    vt_code_text(&layout->coder, STRING_TEXT, (uint8_t *)typical, sizeof typical - 1);
}

const uint8_t *vt_layout_write(const struct vt_unit *unit, struct vt_arena *arena, size_t *size,
                               size_t *charge) {
    struct layout *layout = vt_alloc(arena, sizeof *layout);
    unsigned slot_bits = vt_pack_slot_bits(weigh(unit));
    begin(layout, arena, arena, slot_bits);
    vt_coder_write(&layout->coder);
    layout->texts = unit->strings;
    layout->locations = unit->locations;
    layout->strings.numbers =
        vt_alloc_array(arena, vt_strings_count(unit->strings), sizeof(uint32_t));
    layout->places.numbers = vt_alloc_array(arena, unit->nlocations, sizeof(uint32_t));
    bool fresh;
    number_of(&layout->strings, 0, &fresh); /* the empty string is number 0 in every table */
    struct vt_unit copy = *unit;            /* coding sets what it codes, to what it was */
    code_unit(layout, &copy);
    *charge = layout->coder.charge;
    const uint8_t *packed = vt_coder_finish(&layout->coder, size);
    uint8_t *bytes = vt_alloc(arena, 1 + *size);
    bytes[0] = (uint8_t)slot_bits;
    memcpy(bytes + 1, packed, *size);
    ++*size;
    return bytes;
}

bool vt_layout_read(const uint8_t *bytes, size_t size, size_t budget, struct vt_unit *unit,
                    struct vt_error *error) {
    if (size < 1 || bytes[0] > VT_PACK_MOST_SLOT_BITS || bytes[0] < VT_PACK_FEWEST_SLOT_BITS)
        return vt_fail(error, "facts: bad size of tables in the first byte of the contents");
    struct vt_arena *scratch = vt_arena_new();
    struct layout *layout = vt_alloc(scratch, sizeof *layout);
    begin(layout, unit->arena, scratch, bytes[0]);
    vt_coder_read(&layout->coder, bytes + 1, size - 1, error);
    layout->coder.budget = budget;
    layout->unit = unit;
    unit->strings = vt_strings_new(unit->arena);
    layout->strings.next = 1;
    code_unit(layout, unit);
    bool good = !layout->coder.failed;
    vt_arena_free(scratch);
    return good;
}
