/* A program of units: adding them, and looking around in it once it is linked. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

/* States of one trace: a share of ALL_STATES, for rules ask about each event; at most what finds
 * all there is in programs of some hundred units. Sources are found nearest first: twenty times as
 * many states brought other findings in none of the programs of bench/real. */
#define ALL_STATES    3000000u
#define MOST_STATES   30000u
#define FEWEST_STATES 6000u
#define PATIENCE      120000u
#define LINK_STATES   60000u /* while calls through pointers are resolved (trace_callees.c) */

struct vt_program *vt_program_new(const struct vt_models *models) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_program *program = vt_alloc(arena, sizeof *program);
    program->arena = arena;
    program->models = models;
    program->budget = LINK_STATES;
    program->patience = PATIENCE;
    vt_map_init(&program->trace_map, arena);
    vt_map_init(&program->told_map, arena);
    vt_map_init(&program->cut_map, arena);
    vt_map_init(&program->spent_map, program->arena);
    vt_map_init(&program->check_map, arena);
    vt_map_init(&program->pattern_map, arena);
    vt_map_init(&program->obeyed_map, arena);
    return program;
}

const struct vt_models *vt_program_models(const struct vt_program *program) {
    return program->models;
}

const struct vt_pattern *vt_program_pattern(struct vt_program *program, const char *kind,
                                            const char *text) {
    const struct vt_pattern *patterns = program->models->patterns;
    uint64_t key = vt_hash_bytes(kind, strlen(kind)) * 31 + vt_hash_bytes(text, strlen(text));
    uint32_t *known = vt_map_put(&program->pattern_map, key);
    if (*known == VT_NONE) {
        const struct vt_pattern *fits = vt_models_classify(program->models, kind, text);
        *known = fits ? (uint32_t)(fits - patterns) + 1 : 0;
    }
    return *known ? &patterns[*known - 1] : NULL;
}

bool vt_program_fits(struct vt_program *program, const char *kind, const char *text,
                     const char *class_name) {
    const struct vt_pattern *pattern = vt_program_pattern(program, kind, text);
    return pattern && vt_class_is(pattern->class_name, class_name);
}

void vt_program_lend_numbers(struct vt_program *program, const struct vt_numbers *numbers) {
    program->numbers = numbers;
}

const struct vt_numbers *vt_program_numbers(const struct vt_program *program) {
    return program->numbers;
}

void vt_program_declare(struct vt_program *program, const struct vt_declaration *declaration) {
    program->declaration = declaration;
}

const struct vt_declaration *vt_program_declaration(const struct vt_program *program) {
    return program->declaration;
}

void vt_program_free(struct vt_program *program) {
    if (!program)
        return;
    vt_solver_free(program->solver);
    vt_arena_free(program->wear_arena);
    vt_arena_free(program->caller_arena);
    vt_arena_free(program->arena);
}

void vt_program_add(struct vt_program *program, const struct vt_unit *unit, const char *origin) {
    assert(!program->linked);
    program->units = vt_grow(program->arena, program->units, program->nunits,
                             &program->unit_capacity, sizeof *program->units);
    program->units[program->nunits++] = (struct vt_linked_unit){
        .unit = unit, .origin = vt_alloc_text(program->arena, origin ? origin : "")};
}

void vt_program_close(struct vt_program *program) {
    assert(!program->linked);
    program->is_whole = true;
}

void vt_program_set_budget(struct vt_program *program, uint32_t states, uint32_t patience) {
    assert(states > 0 && patience > 0 && program->ntraces == 0);
    program->budget = states;
    program->patience = patience;
    program->budget_is_set = true;
}

void vt_program_new_asker(struct vt_program *program) {
    vt_map_clear(&program->spent_map);
    vt_arena_free(program->wear_arena);
    program->wear_arena = NULL;
    program->wears = NULL;
}

void vt_link_budget(struct vt_program *program) {
    uint32_t nevents = 1;
    for (uint32_t f = 0; f < program->nfunctions; f++)
        nevents += program->functions[f].facts->nevents;
    uint32_t share = ALL_STATES / nevents;
    if (!program->budget_is_set)
        program->budget = share > MOST_STATES     ? MOST_STATES
                          : share < FEWEST_STATES ? FEWEST_STATES
                                                  : share;
}

/* ---- Functions and units ----------------------------------------------------------------- */

uint32_t vt_program_nfunctions(const struct vt_program *program) {
    return program->nfunctions;
}

const struct vt_function *vt_program_function(const struct vt_program *program, uint32_t function,
                                              const struct vt_unit **unit) {
    assert(function < program->nfunctions);
    if (unit)
        *unit = vt_unit_of(program, function);
    return program->functions[function].facts;
}

const char *vt_program_function_name(const struct vt_program *program, uint32_t function) {
    assert(function < program->nfunctions);
    const struct vt_unit *unit = vt_unit_of(program, function);
    uint32_t symbol = program->functions[function].facts->symbol;
    return symbol == VT_NONE ? "" : vt_string(unit->strings, unit->symbols[symbol].name);
}

bool vt_program_is_main(const struct vt_program *program, uint32_t function) {
    static const char *const names[] = {"main", "wmain", "WinMain", "wWinMain"};
    const char *name = vt_program_function_name(program, function);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

uint32_t vt_program_nunits(const struct vt_program *program) {
    return (uint32_t)program->nunits;
}

const struct vt_unit *vt_program_unit(const struct vt_program *program, uint32_t unit,
                                      const char **origin) {
    assert(unit < program->nunits);
    if (origin)
        *origin = program->units[unit].origin;
    return program->units[unit].unit;
}

/* ---- Events ------------------------------------------------------------------------------ */

bool vt_event_same(struct vt_event_ref a, struct vt_event_ref b) {
    return a.function == b.function && a.event == b.event;
}

/* The node of ROLE of event EVENT in F; VT_NONE if it has none. */
static uint32_t input_of(const struct vt_function *f, uint32_t event, enum vt_role role) {
    for (uint32_t n = 0; n < f->nnodes; n++)
        if (f->nodes[n].kind == VT_NODE_IN && f->nodes[n].ref == event && f->nodes[n].index == role)
            return n;
    return VT_NONE;
}

/* True if NODES have the same edges, and not from memory that anybody may change; *VARIES becomes
 * true if one of them comes from anything but a constant. */
static bool same_edges(const struct vt_function *f, const uint32_t nodes[2], bool *varies) {
    uint32_t count, also;
    const struct vt_edge *one = vt_function_edges(f, nodes[0], &count);
    const struct vt_edge *other = vt_function_edges(f, nodes[1], &also);
    if (count != also)
        return false;
    for (uint32_t i = 0; i < count; i++, one++, other++) {
        uint8_t kind = f->nodes[one->from].kind;
        if (one->from != other->from || one->rewrite != other->rewrite || one->tags != other->tags)
            return false;
        if (kind == VT_NODE_GLOBAL || kind == VT_NODE_TYPE)
            return false;
        *varies |= kind != VT_NODE_CONSTANT;
    }
    return true;
}

bool vt_program_same_input(const struct vt_program *program, uint32_t function, uint32_t a,
                           uint32_t b, enum vt_role role) {
    const struct vt_function *f = program->functions[function].facts;
    enum vt_role bytes = role == VT_ROLE_KEY  ? VT_ROLE_KEY_BYTES
                         : role == VT_ROLE_IV ? VT_ROLE_IV_BYTES
                                              : role;
    const uint32_t values[] = {input_of(f, a, role), input_of(f, b, role)};
    const uint32_t beneath[] = {input_of(f, a, bytes), input_of(f, b, bytes)};
    bool varies = false;
    if (values[0] == VT_NONE || values[1] == VT_NONE || !same_edges(f, values, &varies))
        return false;
    if (beneath[0] == VT_NONE || beneath[1] == VT_NONE)
        return varies && beneath[0] == beneath[1];
    return same_edges(f, beneath, &varies) && varies;
}

const struct vt_event *vt_program_event(const struct vt_program *program, struct vt_event_ref ref,
                                        const struct vt_unit **unit) {
    assert(ref.function < program->nfunctions);
    const struct vt_function *facts = vt_program_function(program, ref.function, unit);
    assert(ref.event < facts->nevents);
    return &facts->events[ref.event];
}

/* ---- Calls and blind spots --------------------------------------------------------------- */

size_t vt_program_targets(const struct vt_program *program, struct vt_site site,
                          const uint32_t **functions) {
    assert(site.function < program->nfunctions);
    const struct vt_linked_function *f = &program->functions[site.function];
    assert(site.call < f->facts->ncalls);
    const struct vt_linked_call *call = &program->calls[f->first_call + site.call];
    *functions = program->targets + call->first;
    return call->count;
}

size_t vt_program_callers(const struct vt_program *program, uint32_t function,
                          const struct vt_site **sites) {
    assert(function < program->nfunctions);
    *sites = program->sites + program->caller_offsets[function];
    return program->caller_offsets[function + 1] - program->caller_offsets[function];
}

const struct vt_program_blind *vt_program_blinds(const struct vt_program *program, size_t *count) {
    *count = program->nblinds;
    return program->blinds;
}
