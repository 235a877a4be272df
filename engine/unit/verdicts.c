/* Verdicts and settings: which constants a function returns, tests or stores, and under which
 * conditions.
 *
 * requires: predicates and guard lists of its calls and events.  gives: the constants that are
 * returned, tested or stored in globals and fields, with their guard lists; events of stores that
 * grant something.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/unit/guards.h"

enum { MAX_WAY = 8, MAX_VERDICTS = 32, MAX_WALKED = 128 };
/* Of one function; of one predicate or store. */
enum { MAX_SETTINGS = 96, MAX_SETTINGS_OF_ONE = 12, MAX_STATES = 4 };

/* One thing known of the way on which a constant comes to be returned. */
struct known {
    enum { KNOWN_EDGE, KNOWN_CONDITION } kind;
    uint32_t from, to;  /* EDGE: blocks */
    uint32_t value, at; /* CONDITION */
    bool holds;         /* CONDITION */
    uint32_t phi;       /* EDGE: the phi it leads to */
};

struct way {
    struct vt_guard_finder *finder;
    const struct vt_setting *sets; /* what the constant becomes; NULL: it is returned */
    const struct vt_grant *grants; /* what it grants; NULL: nothing */
    struct known known[MAX_WAY];
    unsigned count;
    unsigned nfound, limit;
    uint32_t block; /* of the RETURN, test or store */
    uint32_t location;
    size_t capacity;
    unsigned walked; /* blocks, in search of what a variable holds */
    bool cut;        /* not all ways were looked at */
};

static void add_setting(struct way *way, int64_t number, uint32_t guards, uint32_t location) {
    struct vt_analysis *analysis = way->finder->analysis;
    struct vt_setting setting = *way->sets;
    setting.number = number;
    setting.guards = guards;
    setting.location = location;
    analysis->settings = vt_grow(analysis->arena, analysis->settings, analysis->nsettings,
                                 &way->capacity, sizeof *analysis->settings);
    analysis->settings[analysis->nsettings++] = setting;
}

/* A constant is stored that grants something: an event that no call has. */
static void add_grant(struct way *way, uint32_t guards, uint32_t location) {
    struct vt_analysis *analysis = way->finder->analysis;
    struct vt_event event = {
        .fact = VT_FACT_EFFECT,
        .repeats = analysis->cfg->loops[way->block],
        .class_name = vt_intern(analysis->shared->unit->strings, "access.grant"),
        .function = way->grants->name,
        .location = location,
        .guards = guards,
    };
    vt_add_event(analysis, &event, way->block);
}

/* NUMBER is returned, tested or stored, if all that WAY knows is so. */
static void add_verdict(struct way *way, int64_t number) {
    struct vt_guard_finder *finder = way->finder;
    struct vt_analysis *analysis = finder->analysis;
    uint32_t location = VT_NONE;
    if (way->nfound++ == way->limit) {
        way->cut = true;
        return;
    }
    if (way->grants && (number == 0) != way->grants->by_zero)
        return;
    vt_guards_begin(finder);
    for (unsigned i = way->count; i-- > 0;) {
        const struct known *known = &way->known[i];
        if (known->kind == KNOWN_EDGE)
            vt_guards_add_edge(finder, known->from, known->to);
        else
            vt_guards_add_condition(finder, known->value, known->at, known->holds);
    }
    for (unsigned i = way->count; i-- > 0;) {
        const struct known *known = &way->known[i];
        if (known->kind != KNOWN_EDGE)
            continue;
        const struct vt_block *from = &analysis->function->blocks[known->from];
        if (location == VT_NONE)
            location = vt_inst_at(analysis, from->first + from->count - 1)->location;
        vt_guards_add_block(finder, known->from);
    }
    vt_guards_add_block(finder, way->block);
    if (location == VT_NONE)
        location = way->location;
    if (way->grants) {
        add_grant(way, vt_guards_end(finder), location);
        return;
    }
    if (way->sets) {
        uint32_t guards = vt_guards_end(finder);
        if (!way->sets->type || guards != VT_NONE) /* fields are filled everywhere */
            add_setting(way, number, guards, location);
        return;
    }
    analysis->verdicts = vt_grow(analysis->arena, analysis->verdicts, analysis->nverdicts,
                                 &way->capacity, sizeof *analysis->verdicts);
    analysis->verdicts[analysis->nverdicts++] =
        (struct vt_verdict){number, vt_guards_end(finder), location};
}

static void find_verdicts(struct way *way, uint32_t value, unsigned bits);

static void step(struct way *way, struct known known, uint32_t value, unsigned bits) {
    if (way->count == MAX_WAY) {
        way->cut = true;
        return;
    }
    way->known[way->count++] = known;
    find_verdicts(way, value, bits);
    way->count--;
}

static void through_phi(struct way *way, uint32_t value, const struct vt_inst *inst,
                        unsigned bits) {
    const struct vt_analysis *analysis = way->finder->analysis;
    const struct vt_block *block = &analysis->function->blocks[inst->block];
    for (unsigned i = 0; i < way->count; i++)
        if (way->known[i].kind == KNOWN_EDGE && way->known[i].phi == value)
            return; /* round a loop it is what it was */
    for (uint32_t i = 0; i < inst->nargs; i++) {
        uint32_t from = block->predecessors[i];
        bool again = false;
        for (uint32_t k = 0; k < i; k++)
            again |= block->predecessors[k] == from;
        if (!again && analysis->cfg->order[from] != VT_NONE && !analysis->cfg->ends[from])
            step(way,
                 (struct known){.kind = KNOWN_EDGE, .from = from, .to = inst->block, .phi = value},
                 inst->args[i], bits);
    }
}

static void through_variable(struct way *way, const struct vt_read *read, uint32_t block,
                             uint32_t end);

/* True if WAY came through BLOCK before in search of what a variable holds. */
static bool was_in(const struct way *way, uint32_t block) {
    for (unsigned i = 0; i < way->count; i++)
        if (way->known[i].kind == KNOWN_EDGE && way->known[i].phi == VT_NONE &&
            way->known[i].to == block)
            return true;
    return false;
}

/* True if nothing stores in the variable of READ on the ways from what dominates BLOCK to it. */
static bool is_left_alone(struct vt_guard_finder *finder, const struct vt_read *read,
                          uint32_t block) {
    const struct vt_block *blocks = finder->analysis->function->blocks;
    uint32_t head = 0, value, top = finder->analysis->cfg->idom[block];
    bool alone = true;
    finder->nwork = 0;
    finder->work[finder->nwork++] = block;
    finder->seen[top] = 1;
    while (head < finder->nwork && alone) {
        const struct vt_block *at = &blocks[finder->work[head++]];
        for (uint32_t i = 0; i < at->npredecessors && alone; i++) {
            uint32_t from = at->predecessors[i];
            if (finder->seen[from])
                continue;
            finder->seen[from] = 1;
            finder->work[finder->nwork++] = from;
            uint32_t first = blocks[from].first, end = first + blocks[from].count;
            alone =
                head < MAX_WALKED && !vt_stored_last(finder->analysis, first, end, read, &value);
        }
    }
    for (uint32_t i = 0; i < finder->nwork; i++)
        finder->seen[finder->work[i]] = 0;
    finder->seen[top] = 0;
    return alone;
}

/* What READ holds where BLOCK begins: the ways there are known as those to a phi are. */
static void through_predecessors(struct way *way, const struct vt_read *read, uint32_t block) {
    const struct vt_analysis *analysis = way->finder->analysis;
    const struct vt_block *blocks = analysis->function->blocks, *to = &blocks[block];
    if (way->count + 2 > MAX_WAY || was_in(way, block))
        return;
    for (uint32_t i = 0; i < to->npredecessors; i++) {
        uint32_t from = to->predecessors[i];
        bool again = false;
        for (uint32_t k = 0; k < i; k++)
            again |= to->predecessors[k] == from;
        if (again || analysis->cfg->order[from] == VT_NONE || analysis->cfg->ends[from])
            continue;
        way->known[way->count++] =
            (struct known){.kind = KNOWN_EDGE, .from = from, .to = block, .phi = VT_NONE};
        through_variable(way, read, from, blocks[from].first + blocks[from].count);
        way->count--;
    }
}

/* The constants that were stored last in what READ is of, before instruction END of BLOCK: as a phi
 * would have them. Where others may have stored there, or the search gets long, there are none. */
static void through_variable(struct way *way, const struct vt_read *read, uint32_t block,
                             uint32_t end) {
    const struct vt_block *blocks = way->finder->analysis->function->blocks;
    uint32_t value;
    while (way->walked++ < MAX_WALKED) {
        if (vt_stored_last(way->finder->analysis, blocks[block].first, end, read, &value)) {
            if (value != VT_NONE)
                find_verdicts(way, value, read->bits);
            return;
        }
        uint32_t above = way->finder->analysis->cfg->idom[block];
        if (above == block)
            return;
        if (blocks[block].npredecessors != 1 && !is_left_alone(way->finder, read, block)) {
            through_predecessors(way, read, block);
            return;
        }
        block = above;
        end = blocks[block].first + blocks[block].count;
    }
}

/* NUMBER as it is when only BITS of it are left; a single bit is 0 or 1. */
static int64_t cut_number(int64_t number, unsigned bits) {
    if (bits == 1)
        return number & 1;
    if (bits == 0 || bits >= 64)
        return number;
    return (int64_t)((uint64_t)number << (64 - bits)) >> (64 - bits);
}

/* The constants that VALUE may be, of which BITS are returned. A comparison is 1 if it holds. */
static void find_verdicts(struct way *way, uint32_t value, unsigned bits) {
    const struct vt_inst *inst = vt_inst_at(way->finder->analysis, value);
    bool logic = inst->op == VT_OP_BINARY && inst->bits == 1 &&
                 (inst->sub == VT_AND || inst->sub == VT_OR || inst->sub == VT_XOR);
    struct vt_read read = {.bits = inst->bits};
    struct known known = {.kind = KNOWN_CONDITION, .value = value, .at = value};
    if (inst->bits && inst->bits < bits)
        bits = inst->bits;
    if (inst->op == VT_OP_INT) {
        add_verdict(way, cut_number(inst->imm, bits));
    } else if (inst->op == VT_OP_PHI) {
        through_phi(way, value, inst, bits);
    } else if (inst->op == VT_OP_CAST) {
        find_verdicts(way, inst->args[0], bits);
    } else if (inst->op == VT_OP_LOAD && !way->sets && !way->grants) {
        if (vt_variable_of(way->finder->analysis, value, &read.place))
            through_variable(way, &read, inst->block, value);
    } else if (inst->op == VT_OP_SELECT && inst->nargs == 3) {
        known.value = inst->args[0];
        known.holds = true;
        step(way, known, inst->args[1], bits);
        known.holds = false;
        step(way, known, inst->args[2], bits);
    } else if ((inst->op == VT_OP_COMPARE || logic) && way->count == MAX_WAY) {
        way->cut = true;
    } else if (inst->op == VT_OP_COMPARE || logic) {
        for (int holds = 0; holds <= 1; holds++) {
            known.holds = holds;
            way->known[way->count++] = known;
            add_verdict(way, holds);
            way->count--;
        }
    }
}

/* True if a check is made, or what a password is compared by. */
static bool makes_check(const struct vt_analysis *analysis) {
    const struct vt_strings *strings = analysis->shared->unit->strings;
    for (uint32_t e = 0; e < analysis->nevents; e++)
        if (analysis->events[e].fact == VT_FACT_CHECK ||
            strcmp(vt_string(strings, analysis->events[e].class_name), "crypto.kdf") == 0)
            return true;
    return false;
}

/* One verdict for each way that BLOCK, which returns or does nothing but lead there, is come to. */
static void verdicts_by_way(struct way *way, uint32_t block) {
    const struct vt_analysis *analysis = way->finder->analysis;
    const struct vt_block *blocks = analysis->function->blocks, *to = &blocks[block];
    if (to->npredecessors < 2 || way->count == MAX_WAY) {
        add_verdict(way, 0);
        return;
    }
    for (uint32_t i = 0; i < to->npredecessors; i++) {
        uint32_t from = to->predecessors[i];
        if (analysis->cfg->order[from] == VT_NONE || analysis->cfg->ends[from])
            continue;
        way->known[way->count++] =
            (struct known){.kind = KNOWN_EDGE, .from = from, .to = block, .phi = VT_NONE};
        if (blocks[from].count == 1 && !was_in(way, from) &&
            vt_inst_at(analysis, blocks[from].first)->nargs == 0)
            verdicts_by_way(way, from);
        else
            add_verdict(way, 0);
        way->count--;
    }
}

/* That a function which returns nothing returns at all is a verdict, where it makes a check and
 * else ends the program. */
static void verdict_of_return(struct way *way) {
    const struct vt_analysis *analysis = way->finder->analysis;
    if (analysis->cfg->narms[way->block] && makes_check(analysis))
        verdicts_by_way(way, way->block);
}

static void verdicts_of_function(struct vt_guard_finder *finder) {
    struct vt_analysis *analysis = finder->analysis;
    struct way way = {.finder = finder, .limit = MAX_VERDICTS};
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        way.block = analysis->cfg->ordered[b];
        const struct vt_block *block = &analysis->function->blocks[way.block];
        const struct vt_inst *inst = vt_inst_at(analysis, block->first + block->count - 1);
        way.location = inst->location;
        if (inst->op != VT_OP_RETURN || analysis->cfg->ends[way.block])
            continue;
        if (inst->nargs)
            find_verdicts(&way, inst->args[0], 64);
        else
            verdict_of_return(&way);
    }
    for (uint32_t v = 0; v < analysis->nverdicts && way.cut; v++)
        analysis->verdicts[v].guards = VT_NONE; /* others may return the same number */
}

/* ---- Settings ---------------------------------------------------------------------------- */

/* The constants that VALUE may be where instruction AT uses it, as settings like SETS. All or none.
 */
static void find_settings(struct vt_guard_finder *finder, const struct vt_setting *sets,
                          uint32_t value, uint32_t at, size_t *capacity) {
    struct vt_analysis *analysis = finder->analysis;
    const struct vt_inst *use = vt_inst_at(analysis, at);
    uint32_t before = analysis->nsettings;
    struct way way = {.finder = finder,
                      .sets = sets,
                      .limit = MAX_SETTINGS_OF_ONE,
                      .block = use->block,
                      .location = use->location,
                      .capacity = *capacity};
    if (before + MAX_SETTINGS_OF_ONE > MAX_SETTINGS)
        return;
    find_verdicts(&way, value, 64);
    *capacity = way.capacity;
    if (way.cut)
        analysis->nsettings = before;
}

/* True if one of several ways to VALUE makes it a constant. */
static bool is_flag(const struct vt_analysis *analysis, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(analysis, vt_plain_value(analysis, value));
    if (inst->op != VT_OP_PHI && inst->op != VT_OP_SELECT)
        return false;
    for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs; i++) {
        uint8_t op = vt_inst_at(analysis, vt_plain_value(analysis, inst->args[i]))->op;
        if (op == VT_OP_INT || op == VT_OP_COMPARE)
            return true;
    }
    return false;
}

/* Of predicates FIRST to LAST - 1. */
static void settings_of_predicates(struct vt_guard_finder *finder, uint32_t first, uint32_t last,
                                   size_t *capacity) {
    const struct vt_analysis *analysis = finder->analysis;
    for (uint32_t p = first; p < last; p++) {
        struct vt_guard_tested tested = finder->tested[p];
        struct vt_predicate predicate = analysis->predicates[p];
        struct vt_setting sets = {.predicate = p, .symbol = VT_NONE};
        if (tested.value != VT_NONE && predicate.has_number && !predicate.mask &&
            (predicate.compare == VT_EQ || predicate.compare == VT_NE) &&
            is_flag(analysis, tested.value))
            find_settings(finder, &sets, tested.value, tested.at, capacity);
    }
}

/* True if instruction STORE may put a constant somewhere. */
static bool stores_constant(const struct vt_analysis *analysis, const struct vt_inst *store) {
    if (store->op != VT_OP_STORE || store->pointer || store->bits > 64)
        return false;
    uint8_t value = vt_inst_at(analysis, vt_plain_value(analysis, store->args[1]))->op;
    return value == VT_OP_INT || value == VT_OP_COMPARE || is_flag(analysis, store->args[1]);
}

/* True if STORE is to a known place of a global: into *SETS. */
static bool sets_global(const struct vt_analysis *analysis, const struct vt_inst *store,
                        struct vt_setting *sets) {
    const struct vt_points *points = vt_points_of(analysis, store->args[0]);
    const struct vt_place *place = points->at;
    if (points->count != 1 || points->more || place->npath || place->offset < 0 ||
        analysis->roots[place->root].kind != VT_ROOT_GLOBAL)
        return false;
    *sets = (struct vt_setting){.predicate = VT_NONE,
                                .symbol = analysis->roots[place->root].symbol,
                                .offset = (uint32_t)place->offset};
    return true;
}

/* True if STORE is to a field of some object: into *SETS. */
static bool sets_field(const struct vt_analysis *analysis, const struct vt_inst *store,
                       struct vt_setting *sets) {
    const struct vt_inst *pointer = vt_inst_at(analysis, store->args[0]);
    if (pointer->op != VT_OP_GEP || pointer->type == VT_NONE || pointer->type_offset < 0)
        return false;
    *sets = (struct vt_setting){.predicate = VT_NONE,
                                .symbol = VT_NONE,
                                .type = pointer->type,
                                .offset = (uint32_t)pointer->type_offset};
    return true;
}

/* The number whose bits STORE adds to a field, in a function that makes a check: what came out of
 * it is kept beside other flags. VT_NONE: none. */
static uint32_t bits_added(const struct vt_analysis *analysis, const struct vt_inst *store) {
    if (store->op != VT_OP_STORE || store->pointer || store->bits > 64)
        return VT_NONE;
    const struct vt_inst *sum = vt_inst_at(analysis, vt_plain_value(analysis, store->args[1]));
    if (sum->op != VT_OP_BINARY || sum->sub != VT_OR ||
        vt_inst_at(analysis, sum->args[1])->op != VT_OP_INT || !makes_check(analysis))
        return VT_NONE;
    return sum->args[1];
}

/* The constants that STORE, instruction AT, puts where they grant something. */
static void find_grants(struct vt_guard_finder *finder, const struct vt_inst *store, uint32_t at) {
    const struct vt_analysis *analysis = finder->analysis;
    if (store->op != VT_OP_STORE || store->pointer || store->bits > 64)
        return;
    struct vt_grant grant = vt_grant_of(analysis, store);
    struct way way = {.finder = finder,
                      .grants = &grant,
                      .limit = MAX_SETTINGS_OF_ONE,
                      .block = vt_inst_at(analysis, at)->block,
                      .location = store->location};
    if (grant.name != VT_NONE)
        find_verdicts(&way, store->args[1], 64);
}

static void settings_of_stores(struct vt_guard_finder *finder, size_t *capacity) {
    const struct vt_analysis *analysis = finder->analysis;
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        for (uint32_t i = block->first; i < block->first + block->count; i++) {
            const struct vt_inst *inst = vt_inst_at(analysis, i);
            struct vt_setting sets;
            find_grants(finder, inst, i);
            if (stores_constant(analysis, inst) &&
                (sets_global(analysis, inst, &sets) || sets_field(analysis, inst, &sets)))
                find_settings(finder, &sets, inst->args[1], i, capacity);
            uint32_t bits = bits_added(analysis, inst);
            if (bits != VT_NONE && sets_field(analysis, inst, &sets))
                find_settings(finder, &sets, bits, i, capacity);
        }
    }
}

/* Of all predicates; and of those that are asked where a flag is set: the state before. */
static void settings_of_function(struct vt_guard_finder *finder) {
    size_t capacity = 0;
    uint32_t nasked = finder->analysis->npredicates;
    settings_of_predicates(finder, 0, nasked, &capacity);
    settings_of_stores(finder, &capacity);
    for (unsigned n = 0; n < MAX_STATES && nasked < finder->analysis->npredicates; n++) {
        uint32_t first = nasked;
        nasked = finder->analysis->npredicates;
        settings_of_predicates(finder, first, nasked, &capacity);
    }
}

void vt_verdicts_find(struct vt_guard_finder *finder) {
    verdicts_of_function(finder);
    settings_of_function(finder);
}
