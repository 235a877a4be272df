/* See kin.h. */
#include "checkers/shared/trapdoor/kin.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checkers/shared/ask.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum {
    FEWEST = 8,       /* functions that are kin */
    MOST_RUN = 2,     /* of them that run something */
    LARGEST_ROW = 64, /* bytes from a name to its function in a table */
    MOST_CALLERS = 4, /* of what runs something: more of them, and anybody does */
};

/* ---- Names ------------------------------------------------------------------------------- */

/* What functions are called that run something, as parts of names; the vocabulary of shells and
 * interpreters, not of a library. */
static const char *const verbs[] = {
    "exec",   "system", "popen",  "spawn",    "shell",  "command", "cmd",     "run",
    "launch", "open",   "edit",   "start",    "pipe",   "proc",    "fork",    "eval",
    "call",   "mail",   "browse", "print",    "page",   "pager",   "help",    "make",
    "filter", "hook",   "script", "program",  "sh",     "load",    "restart", "reload",
    "do",     "invoke", "play",   "external", "plugin", "debug",
};

/* True if TEXT, a part of a name of SIZE letters, begins or ends with VERB. */
static bool has_verb(const char *text, size_t size, const char *verb) {
    size_t length = strlen(verb);
    return size >= length && (strncasecmp(text, verb, length) == 0 ||
                              strncasecmp(text + size - length, verb, length) == 0);
}

/* True if NAME says that something is run, or is no word at all ("!"). */
static bool says_it(const char *name) {
    bool has_letter = false;
    while (*name) {
        size_t size = 0;
        while (isalnum((unsigned char)name[size]))
            size++;
        for (size_t v = 0; size && v < sizeof verbs / sizeof *verbs; v++)
            if (has_verb(name, size, verbs[v]))
                return true;
        has_letter |= size > 0;
        name += size ? size : 1;
    }
    return !has_letter;
}

/* ---- Registrations ----------------------------------------------------------------------- */

/* How functions are registered: by calls of one function, or in one table. */
struct way {
    const struct vt_unit *unit; /* of the table; NULL: calls */
    uint32_t symbol;            /* the table */
    const char *callee;         /* calls: of whom */
};

static bool is_constant(const struct vt_unit *unit, const struct vt_node *node,
                        enum vt_constant_kind kind) {
    return node->kind == VT_NODE_CONSTANT && unit->constants[node->ref].kind == kind;
}

/* Where edge EDGE puts something: the argument's number, or the offset in the table. */
static int32_t place_of(const struct vt_unit *unit, const struct vt_function *facts,
                        const struct vt_edge *edge) {
    const struct vt_node *to = &facts->nodes[edge->to];
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    if (to->kind == VT_NODE_ARGUMENT)
        return to->index;
    return to->kind == VT_NODE_GLOBAL && rewrite->nput == 1 ? rewrite->put[0].low : -1;
}

/* True if an edge to node AT of FACTS puts something where one to node TO does: an argument of the
 * same call, something in the same table. */
static bool is_beside(const struct vt_node *at, const struct vt_node *to) {
    return at->kind == to->kind && at->ref == to->ref;
}

/* The first place beside node TO of FACTS that has a constant of KIND; INT32_MAX: none. */
static int32_t first_place(const struct vt_unit *unit, const struct vt_function *facts,
                           const struct vt_node *to, enum vt_constant_kind kind) {
    int32_t first = INT32_MAX;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        int32_t here = is_beside(&facts->nodes[edge->to], to) &&
                               is_constant(unit, &facts->nodes[edge->from], kind)
                           ? place_of(unit, facts, edge)
                           : -1;
        if (here >= 0 && here < first)
            first = here;
    }
    return first;
}

/* The name nearest to place PLACE of node TO of FACTS: before it, or behind it if functions stand
 * before their names there. NULL: none. */
static const char *name_at(const struct vt_unit *unit, const struct vt_function *facts,
                           const struct vt_node *to, int32_t place) {
    bool is_behind = first_place(unit, facts, to, VT_CONSTANT_FUNCTION) <
                     first_place(unit, facts, to, VT_CONSTANT_TEXT);
    const char *name = NULL;
    int32_t nearest = LARGEST_ROW + 1;
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_edge *edge = &facts->edges[e];
        const struct vt_node *from = &facts->nodes[edge->from];
        if (!is_beside(&facts->nodes[edge->to], to) || !is_constant(unit, from, VT_CONSTANT_TEXT))
            continue;
        int32_t here = place_of(unit, facts, edge);
        int32_t distance = is_behind ? here - place : place - here;
        if (here < 0 || distance <= 0 || distance >= nearest)
            continue;
        nearest = distance;
        name = vt_string(unit->strings, unit->constants[from->ref].text);
    }
    return name && *name && !strchr(name, '%') && !strchr(name, ' ') ? name : NULL;
}

/* Who is called with node TO of FACTS as argument. */
static const char *callee_of(const struct vt_unit *unit, const struct vt_function *facts,
                             const struct vt_node *to) {
    uint32_t symbol = facts->calls[to->ref].symbol;
    return symbol == VT_NONE ? "" : vt_string(unit->strings, unit->symbols[symbol].name);
}

/* True if an edge to node TO of FACTS, of UNIT, registers something by WAY. */
static bool is_way(const struct way *way, const struct vt_unit *unit,
                   const struct vt_function *facts, const struct vt_node *to) {
    if (to->kind == VT_NODE_ARGUMENT)
        return !way->unit && strcmp(callee_of(unit, facts, to), way->callee) == 0;
    return to->kind == VT_NODE_GLOBAL && way->unit == unit && to->ref == way->symbol;
}

/* True if SYMBOL of UNIT is FUNCTION of the program. */
static bool is_function(struct vt_program *program, uint32_t function, const struct vt_unit *unit,
                        uint32_t symbol) {
    const struct vt_unit *home;
    const struct vt_function *facts = vt_program_function(program, function, &home);
    if (home == unit)
        return facts->symbol == symbol;
    return !unit->symbols[symbol].is_defined && !home->symbols[facts->symbol].is_local &&
           strcmp(vt_string(unit->strings, unit->symbols[symbol].name),
                  vt_program_function_name(program, function)) == 0;
}

/* One function whose address is handed over, or kept in a table. */
struct registration {
    const struct vt_unit *unit;
    const struct vt_function *facts; /* who does it */
    const struct vt_edge *edge;
};

struct vt_kins {
    struct vt_program *program;
    struct registration *items;
    size_t count, capacity;
};

struct vt_kins *vt_kins_find(struct vt_program *program, struct vt_arena *arena) {
    struct vt_kins *kins = vt_alloc(arena, sizeof *kins);
    kins->program = program;
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        const struct vt_unit *unit;
        const struct vt_function *facts = vt_program_function(program, f, &unit);
        for (uint32_t e = 0; e < facts->nedges; e++) {
            uint8_t to = facts->nodes[facts->edges[e].to].kind;
            if ((to != VT_NODE_ARGUMENT && to != VT_NODE_GLOBAL) ||
                !is_constant(unit, &facts->nodes[facts->edges[e].from], VT_CONSTANT_FUNCTION))
                continue;
            kins->items =
                vt_grow(arena, kins->items, kins->count, &kins->capacity, sizeof *kins->items);
            kins->items[kins->count++] = (struct registration){unit, facts, &facts->edges[e]};
        }
    }
    return kins;
}

static uint32_t symbol_of(const struct registration *at) {
    return (uint32_t)at->unit->constants[at->facts->nodes[at->edge->from].ref].number;
}

/* ---- Kin --------------------------------------------------------------------------------- */

/* The name by which FUNCTION is registered, and how: in *WAY. NULL: by none. */
static const char *find_name(const struct vt_kins *kins, uint32_t function, struct way *way) {
    for (size_t i = 0; i < kins->count; i++) {
        const struct registration *at = &kins->items[i];
        const struct vt_node *to = &at->facts->nodes[at->edge->to];
        if (!is_function(kins->program, function, at->unit, symbol_of(at)))
            continue;
        const char *name =
            name_at(at->unit, at->facts, to, place_of(at->unit, at->facts, at->edge));
        bool is_call = to->kind == VT_NODE_ARGUMENT;
        *way = (struct way){.unit = is_call ? NULL : at->unit,
                            .symbol = to->ref,
                            .callee = is_call ? callee_of(at->unit, at->facts, to) : ""};
        if (name)
            return name;
    }
    return NULL;
}

/* True if FUNCTION itself, or one that it calls, runs something. */
static bool runs(struct vt_program *program, uint32_t function, unsigned calls) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    if (vt_has_effect(program, function, "exec.shell") ||
        vt_has_effect(program, function, "exec.program"))
        return true;
    for (uint32_t c = 0; calls && c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        if (count == 1 && runs(program, targets[0], calls - 1))
            return true;
    }
    return false;
}

/* How many functions are registered by WAY, and how many of them run something. */
static size_t count_kin(const struct vt_kins *kins, const struct way *way, size_t *nrunning) {
    struct vt_program *program = kins->program;
    size_t count = 0;
    *nrunning = 0;
    for (size_t i = 0; i < kins->count; i++) {
        const struct registration *at = &kins->items[i];
        if (!is_way(way, at->unit, at->facts, &at->facts->nodes[at->edge->to]))
            continue;
        count++;
        for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
            if (vt_program_function(program, f, NULL)->symbol != VT_NONE &&
                is_function(program, f, at->unit, symbol_of(at))) {
                *nrunning += runs(program, f, 1);
                break;
            }
    }
    return count;
}

/* True if FUNCTION is registered by a name that does not say what it does, unlike its kin. */
static bool is_odd(const struct vt_kins *kins, uint32_t function, struct vt_kin *kin) {
    enum { NAMED = VT_FUNCTION_ADDRESS_TAKEN | VT_FUNCTION_EXPORTED };
    struct way way;
    size_t nrunning;
    if (!(vt_program_function(kins->program, function, NULL)->flags & NAMED))
        return false;
    kin->name = find_name(kins, function, &way);
    if (!kin->name || says_it(kin->name))
        return false;
    kin->count = count_kin(kins, &way, &nrunning);
    return kin->count >= FEWEST && nrunning <= MOST_RUN;
}

bool vt_kin_odd(const struct vt_kins *kins, struct vt_event_ref ref, struct vt_kin *kin) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(kins->program, ref.function, &sites);
    bool is_found = is_odd(kins, ref.function, kin);
    for (size_t i = 0; i < count && count <= MOST_CALLERS && !is_found; i++)
        is_found = is_odd(kins, sites[i].function, kin);
    return is_found;
}
