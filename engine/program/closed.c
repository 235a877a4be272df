/* Conditions that come out in one way only, seen from the whole program.
 *
 *     options.c:  int verbose = 0;              // no unit ever stores to it
 *     main.c:     if (verbose) dump(key);
 *
 * Requires: functions in their places, symbols resolved; all units of the program are there.
 * Gives: functions without what never happens in them. Breaks: nothing; units stay as they are.
 *
 * settled.c does this within a unit, and nothing for what another unit may write or define. Here a
 * condition is settled if it tests a variable of at most eight bytes that keeps what it starts with
 * because nobody stores to it or hands on its address, or the result of a function that returns one
 * constant.
 */
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

enum { MAX_ROUNDS = 4 };

/* A number that something is known to be, or is not. */
struct number {
    bool is_known;
    int64_t value;
};

static const struct number unknown;

/* What of a function never happens. */
struct dead {
    bool all;
    bool *calls, *events;
};

struct closing {
    struct vt_program *program;
    struct vt_arena *scratch;
    struct number *variables; /* by entity */
    struct dead *dead;        /* by function */
};

static const struct vt_function *facts_of(const struct closing *c, uint32_t function) {
    return c->program->functions[function].facts;
}

static const struct vt_rewrite *rewrite_of(const struct closing *c, uint32_t function,
                                           const struct vt_edge *edge) {
    return &vt_unit_of(c->program, function)->rewrites[edge->rewrite];
}

static uint32_t entity_of(const struct closing *c, uint32_t function, uint32_t symbol) {
    return vt_link_entity(c->program, c->program->functions[function].unit, symbol);
}

/* ---- What never happens ------------------------------------------------------------------ */

static bool is_of_event(const struct vt_node *node) {
    return node->kind == VT_NODE_IN || node->kind == VT_NODE_OUTCOME;
}

static bool is_dead_node(const struct dead *dead, const struct vt_node *node) {
    return (vt_node_is_of_call(node) && dead->calls[node->ref]) ||
           (is_of_event(node) && dead->events[node->ref]);
}

/* ---- What variables hold ----------------------------------------------------------------- */

static bool is_whole(struct vt_range range, uint64_t size) {
    return !range.step && range.low == 0 && (uint64_t)range.high == size;
}

/* True if REWRITE takes a value as it is. */
static bool is_plain(const struct vt_rewrite *rewrite) {
    return !rewrite->ntake && !rewrite->nput && !(rewrite->flags & ~VT_REWRITE_EXACT);
}

/* True if REWRITE reads a variable of SIZE bytes, and nothing else. */
static bool reads(const struct vt_rewrite *rewrite, uint64_t size) {
    return rewrite->ntake == 1 && !rewrite->nput && rewrite->flags == VT_REWRITE_EXACT &&
           is_whole(rewrite->take[0], size);
}

/* The number in the little-endian BYTES, its sign extended; of zeros if there are fewer. */
static struct number read_bytes(const struct vt_unit *unit, uint32_t text, uint64_t size) {
    const uint8_t *bytes = (const uint8_t *)vt_string(unit->strings, text);
    uint64_t value = 0;
    if (vt_string_length(unit->strings, text) != size)
        return unknown;
    for (uint64_t i = size; i; i--)
        value = value << 8 | bytes[i - 1];
    unsigned unused = (unsigned)(64 - 8 * size);
    return (struct number){true, (int64_t)(value << unused) >> unused};
}

/* The size of a variable as it is defined; 0 if it is not, or is something else. */
static uint64_t size_of(const struct vt_program *program, uint32_t entity) {
    const struct vt_entity *e = &program->entities[entity];
    const struct vt_symbol *symbol =
        e->unit == VT_NONE ? NULL : &program->units[e->unit].unit->symbols[e->symbol];
    return symbol && !symbol->is_function ? symbol->size : 0;
}

/* What the initialiser EDGE leaves in a variable of SIZE bytes. */
static struct number initial(const struct closing *c, uint32_t function, const struct vt_edge *edge,
                             uint64_t size) {
    const struct vt_function *facts = facts_of(c, function);
    const struct vt_unit *unit = vt_unit_of(c->program, function);
    const struct vt_rewrite *rewrite = rewrite_of(c, function, edge);
    const struct vt_node *from = &facts->nodes[edge->from];
    bool fits = (facts->flags & VT_FUNCTION_INITIALIZERS) && from->kind == VT_NODE_CONSTANT &&
                unit->constants[from->ref].kind == VT_CONSTANT_BYTES && rewrite->nput == 1 &&
                is_whole(rewrite->put[0], size);
    return fits ? read_bytes(unit, unit->constants[from->ref].text, size) : unknown;
}

/* What each variable of the program always holds. */
static void look_at_variables(const struct closing *c) {
    const struct vt_program *program = c->program;
    for (uint32_t e = 0; e < program->nentities; e++) {
        uint64_t size = size_of(program, e);
        c->variables[e] = (struct number){size > 0 && size <= 8 && !program->entities[e].weak, 0};
    }
    for (uint32_t u = 0; u < program->nunits; u++)
        for (uint32_t s = 0; s < program->units[u].unit->nsymbols; s++)
            if (!program->units[u].unit->symbols[s].is_only_read)
                c->variables[vt_link_entity(program, u, s)].is_known = false;
    for (uint32_t f = 0; f < program->nfunctions; f++)
        for (uint32_t i = 0; i < facts_of(c, f)->nedges; i++) {
            const struct vt_edge *edge = &facts_of(c, f)->edges[i];
            const struct vt_node *to = &facts_of(c, f)->nodes[edge->to];
            if (to->kind != VT_NODE_GLOBAL)
                continue;
            uint32_t variable = entity_of(c, f, to->ref);
            if (c->variables[variable].is_known)
                c->variables[variable] = initial(c, f, edge, size_of(program, variable));
        }
}

/* ---- What values are --------------------------------------------------------------------- */

/* What FUNCTION returns, if that is one constant. */
static struct number returned(const struct closing *c, uint32_t function) {
    const struct vt_function *facts = facts_of(c, function);
    bool is_known = facts->flags & VT_FUNCTION_CONSTANT && facts->nverdicts;
    return is_known ? (struct number){true, facts->verdicts[0].number} : unknown;
}

/* What EDGE brings to a condition. */
static struct number brought(const struct closing *c, uint32_t function,
                             const struct vt_edge *edge) {
    const struct vt_function *facts = facts_of(c, function);
    const struct vt_node *from = &facts->nodes[edge->from];
    const struct vt_rewrite *rewrite = rewrite_of(c, function, edge);
    if (from->kind == VT_NODE_GLOBAL && !edge->tags) {
        uint32_t variable = entity_of(c, function, from->ref);
        return reads(rewrite, size_of(c->program, variable)) ? c->variables[variable] : unknown;
    }
    if (from->kind != VT_NODE_RESULT || edge->tags || !is_plain(rewrite) ||
        facts->calls[from->ref].symbol == VT_NONE)
        return unknown;
    const struct vt_entity *callee =
        &c->program->entities[entity_of(c, function, facts->calls[from->ref].symbol)];
    return callee->function == VT_NONE || callee->weak ? unknown : returned(c, callee->function);
}

/* ---- Conditions -------------------------------------------------------------------------- */

enum outcome { OPEN, HOLDS, FAILS };

static enum outcome outcome_of(const struct vt_predicate *predicate, struct number left) {
    if (!left.is_known || !predicate->has_number || predicate->compare == VT_FCMP)
        return OPEN;
    int64_t value = predicate->mask ? left.value & predicate->mask : left.value;
    return vt_compare_holds(predicate->compare, value, predicate->number) ? HOLDS : FAILS;
}

/* How each predicate of FUNCTION comes out; in the scratch arena. */
static uint8_t *outcomes(const struct closing *c, uint32_t function) {
    const struct vt_function *facts = facts_of(c, function);
    uint8_t *out = vt_alloc(c->scratch, facts->npredicates);
    bool *seen = vt_alloc(c->scratch, facts->npredicates);
    for (uint32_t i = 0; i < facts->nedges; i++) {
        const struct vt_node *to = &facts->nodes[facts->edges[i].to];
        if (to->kind != VT_NODE_SUBJECT || to->index != 0)
            continue;
        enum outcome outcome =
            outcome_of(&facts->predicates[to->ref], brought(c, function, &facts->edges[i]));
        out[to->ref] = seen[to->ref] && out[to->ref] != outcome ? OPEN : outcome;
        seen[to->ref] = true;
    }
    return out;
}

/* True if GUARD cannot be, as predicates come OUT. */
static bool is_against(const uint8_t *out, const struct vt_guard *guard) {
    return out[guard->predicate] == (guard->holds ? FAILS : HOLDS);
}

/* True if what stands behind guard list LIST never happens. */
static bool is_shut(const struct vt_guards *lists, const uint8_t *out, uint32_t list) {
    if (list == VT_NONE)
        return false;
    uint32_t first = lists->offsets[list], end = lists->offsets[list + 1];
    for (uint32_t i = first; i < end; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        bool shut = (guard->always || guard->either) && is_against(out, guard);
        for (uint32_t k = first; k < end && shut && !guard->always; k++)
            shut = lists->guards[k].either != guard->either || is_against(out, &lists->guards[k]);
        if (shut)
            return true;
    }
    return false;
}

/* Marks what stands behind settled conditions of FUNCTION. True if that is news. */
static bool shut(struct closing *c, uint32_t function) {
    const struct vt_function *facts = facts_of(c, function);
    struct dead *dead = &c->dead[function];
    const uint8_t *out = outcomes(c, function);
    bool any = false;
    for (uint32_t i = 0; i < facts->ncalls; i++) {
        bool news = !dead->calls[i] && is_shut(&facts->guards, out, facts->calls[i].guards);
        dead->calls[i] |= news;
        any |= news;
    }
    for (uint32_t i = 0; i < facts->nevents; i++) {
        bool news = !dead->events[i] && is_shut(&facts->guards, out, facts->events[i].guards);
        dead->events[i] |= news;
        any |= news;
    }
    return any;
}

/* ---- Functions that only such conditions lead to ------------------------------------------ */

/* By function, the calls to it that are alive. */
static uint32_t *count_calls(const struct closing *c) {
    uint32_t *calls = vt_alloc_array(c->scratch, c->program->nfunctions, sizeof *calls);
    for (uint32_t f = 0; f < c->program->nfunctions; f++)
        for (uint32_t i = 0; i < facts_of(c, f)->ncalls; i++) {
            uint32_t symbol = facts_of(c, f)->calls[i].symbol;
            if (symbol == VT_NONE || c->dead[f].all || c->dead[f].calls[i])
                continue;
            uint32_t callee = c->program->entities[entity_of(c, f, symbol)].function;
            if (callee != VT_NONE)
                calls[callee]++;
        }
    return calls;
}

/* By function, whether something takes its address. */
static bool *find_taken(const struct closing *c) {
    bool *taken = vt_alloc(c->scratch, c->program->nfunctions);
    for (uint32_t u = 0; u < c->program->nunits; u++) {
        const struct vt_unit *unit = c->program->units[u].unit;
        for (uint32_t i = 0; i < unit->nconstants; i++) {
            if (unit->constants[i].kind != VT_CONSTANT_FUNCTION)
                continue;
            uint32_t entity = vt_link_entity(c->program, u, (uint32_t)unit->constants[i].number);
            uint32_t function = c->program->entities[entity].function;
            if (function != VT_NONE)
                taken[function] = true;
        }
    }
    return taken;
}

/* Functions that had callers BEFORE, and have none any more. True if there are more than known. */
static bool leave_uncalled(struct closing *c, const uint32_t *before, const bool *taken) {
    const uint32_t *now = count_calls(c);
    bool any = false;
    for (uint32_t f = 0; f < c->program->nfunctions; f++) {
        bool runs = now[f] || !before[f] || taken[f] ||
                    (facts_of(c, f)->flags &
                     (VT_FUNCTION_CONSTRUCTOR | VT_FUNCTION_IFUNC | VT_FUNCTION_ADDRESS_TAKEN)) ||
                    vt_program_is_main(c->program, f);
        any |= !runs && !c->dead[f].all;
        c->dead[f].all |= !runs;
    }
    return any;
}

/* ---- Functions without what is dead ------------------------------------------------------- */

/* New numbers for the COUNT things that are not GONE, VT_NONE for those that are; *KEPT is how many
 * there are. */
static uint32_t *renumber(const struct closing *c, const bool *gone, uint32_t count,
                          uint32_t *kept) {
    uint32_t *map = vt_alloc_array(c->scratch, count, sizeof *map);
    *kept = 0;
    for (uint32_t i = 0; i < count; i++)
        map[i] = gone[i] ? VT_NONE : (*kept)++;
    return map;
}

/* Moves those of COUNT items of SIZE bytes that are kept by MAP to the front of a copy. */
static void *keep(const struct closing *c, const void *items, uint32_t count, size_t size,
                  const uint32_t *map, uint32_t kept) {
    char *copy = vt_alloc_array(c->program->arena, kept, size);
    for (uint32_t i = 0; i < count; i++)
        if (map[i] != VT_NONE)
            memcpy(copy + map[i] * size, (const char *)items + i * size, size);
    return copy;
}

static void cut_calls_and_events(const struct closing *c, const struct dead *dead,
                                 struct vt_function *function) {
    uint32_t ncalls, nevents, nnodes, nedges;
    uint32_t *calls = renumber(c, dead->calls, function->ncalls, &ncalls);
    uint32_t *events = renumber(c, dead->events, function->nevents, &nevents);
    bool *gone = vt_alloc(c->scratch, function->nnodes + function->nedges);
    for (uint32_t i = 0; i < function->nnodes; i++)
        gone[i] = is_dead_node(dead, &function->nodes[i]);
    uint32_t *nodes = renumber(c, gone, function->nnodes, &nnodes);
    bool *cut = gone + function->nnodes;
    for (uint32_t i = 0; i < function->nedges; i++)
        cut[i] = gone[function->edges[i].from] || gone[function->edges[i].to];
    uint32_t *edges = renumber(c, cut, function->nedges, &nedges);

    function->calls =
        keep(c, function->calls, function->ncalls, sizeof *function->calls, calls, ncalls);
    function->events =
        keep(c, function->events, function->nevents, sizeof *function->events, events, nevents);
    function->nodes =
        keep(c, function->nodes, function->nnodes, sizeof *function->nodes, nodes, nnodes);
    function->edges =
        keep(c, function->edges, function->nedges, sizeof *function->edges, edges, nedges);
    function->ncalls = ncalls;
    function->nevents = nevents;
    function->nnodes = nnodes;
    function->nedges = nedges;
    for (uint32_t i = 0; i < nnodes; i++) {
        struct vt_node *node = &function->nodes[i];
        if (vt_node_is_of_call(node))
            node->ref = calls[node->ref];
        else if (is_of_event(node))
            node->ref = events[node->ref];
    }
    for (uint32_t i = 0; i < nedges; i++) {
        function->edges[i].from = nodes[function->edges[i].from];
        function->edges[i].to = nodes[function->edges[i].to];
    }
}

static void cut_verdicts_and_settings(const struct closing *c, const uint8_t *out,
                                      struct vt_function *function) {
    uint32_t nverdicts, nsettings;
    bool *gone = vt_alloc(c->scratch, function->nverdicts + function->nsettings);
    for (uint32_t i = 0; i < function->nverdicts; i++)
        gone[i] = is_shut(&function->guards, out, function->verdicts[i].guards);
    uint32_t *verdicts = renumber(c, gone, function->nverdicts, &nverdicts);
    gone += function->nverdicts;
    for (uint32_t i = 0; i < function->nsettings; i++)
        gone[i] = is_shut(&function->guards, out, function->settings[i].guards);
    uint32_t *settings = renumber(c, gone, function->nsettings, &nsettings);
    function->verdicts = keep(c, function->verdicts, function->nverdicts,
                              sizeof *function->verdicts, verdicts, nverdicts);
    function->settings = keep(c, function->settings, function->nsettings,
                              sizeof *function->settings, settings, nsettings);
    function->nverdicts = nverdicts;
    function->nsettings = nsettings;
}

/* FUNCTION without what is dead; as it was if nothing is. */
static const struct vt_function *without_dead(const struct closing *c, uint32_t f) {
    const struct vt_function *facts = facts_of(c, f);
    struct dead *dead = &c->dead[f];
    bool any = dead->all;
    for (uint32_t i = 0; i < facts->ncalls; i++)
        any |= dead->calls[i] |= dead->all;
    for (uint32_t i = 0; i < facts->nevents; i++)
        any |= dead->events[i] |= dead->all;
    if (!any)
        return facts;
    struct vt_function *copy = vt_alloc(c->program->arena, sizeof *copy);
    *copy = *facts;
    cut_verdicts_and_settings(c, outcomes(c, f), copy);
    cut_calls_and_events(c, dead, copy);
    return copy;
}

/* ---- The program -------------------------------------------------------------------------- */

static struct closing prepare(struct vt_program *program, struct vt_arena *scratch) {
    struct closing c = {.program = program,
                        .scratch = scratch,
                        .variables =
                            vt_alloc_array(scratch, program->nentities, sizeof *c.variables),
                        .dead = vt_alloc_array(scratch, program->nfunctions, sizeof *c.dead)};
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        c.dead[f].all = program->functions[f].discarded;
        c.dead[f].calls = vt_alloc(scratch, facts_of(&c, f)->ncalls);
        c.dead[f].events = vt_alloc(scratch, facts_of(&c, f)->nevents);
    }
    return c;
}

static bool has_main(const struct vt_program *program) {
    for (uint32_t f = 0; f < program->nfunctions; f++)
        if (vt_program_is_main(program, f))
            return true;
    return false;
}

void vt_link_close(struct vt_program *program) {
    if (!has_main(program))
        return;
    struct vt_arena *scratch = vt_arena_new();
    struct closing c = prepare(program, scratch);
    const uint32_t *before = count_calls(&c);
    const bool *taken = find_taken(&c);
    bool more = true;
    look_at_variables(&c);
    for (unsigned round = 0; round < MAX_ROUNDS && more; round++) {
        more = false;
        for (uint32_t f = 0; f < program->nfunctions; f++)
            more |= !c.dead[f].all && shut(&c, f);
        more = more && leave_uncalled(&c, before, taken);
    }
    for (uint32_t f = 0; f < program->nfunctions; f++)
        if (!program->functions[f].discarded)
            program->functions[f].facts = without_dead(&c, f);
    vt_arena_free(scratch);
}
