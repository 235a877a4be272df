/* Linking: one numbering for all units, symbols resolved as a linker would, calls to their targets.
 *
 * Requires: verified units (vt_unit_verify), in link order.
 * Gives: everything in struct vt_program but the traces.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

#define MAX_ALIASES 16 /* an alias of an alias of ... ; a longer chain is a cycle or nonsense */

void vt_link_blind(struct vt_program *program, struct vt_program_blind blind) {
    program->blinds = vt_grow(program->arena, program->blinds, program->nblinds,
                              &program->blind_capacity, sizeof *program->blinds);
    program->blinds[program->nblinds++] = blind;
}

/* ---- Numbers ----------------------------------------------------------------------------- */

/* Gives every function, node and call its number. */
static bool number(struct vt_program *program, struct vt_error *error) {
    uint64_t functions = 0, nodes = 0, calls = 0, symbols = 0, edges = 0;
    for (size_t u = 0; u < program->nunits; u++) {
        const struct vt_unit *unit = program->units[u].unit;
        program->units[u].first_symbol = (uint32_t)symbols;
        symbols += unit->nsymbols;
        functions += unit->nfunctions;
        for (uint32_t f = 0; f < unit->nfunctions; f++) {
            nodes += unit->functions[f].nnodes;
            calls += unit->functions[f].ncalls;
            edges += unit->functions[f].nedges;
        }
    }
    /* Shared nodes are numbered behind the others, at most one for each. */
    if (nodes > INT32_MAX || edges > INT32_MAX || symbols > INT32_MAX || calls > INT32_MAX)
        return vt_fail(error, "program: too large to link (%llu nodes, %llu edges)",
                       (unsigned long long)nodes, (unsigned long long)edges);
    program->functions = vt_alloc_array(program->arena, functions, sizeof *program->functions);
    program->calls = vt_alloc_array(program->arena, calls, sizeof *program->calls);
    program->nodes = vt_alloc_array(program->arena, nodes + 1, sizeof *program->nodes);
    program->edges = vt_alloc_array(program->arena, edges, sizeof *program->edges);
    program->symbol_entity = vt_alloc_array(program->arena, symbols, sizeof(uint32_t));
    return true;
}

static void place_functions(struct vt_program *program) {
    for (uint32_t u = 0; u < program->nunits; u++)
        for (uint32_t f = 0; f < program->units[u].unit->nfunctions; f++)
            program->functions[program->nfunctions++] = (struct vt_linked_function){
                .facts = &program->units[u].unit->functions[f], .unit = u};
}

static void number_function(struct vt_program *program, uint32_t f) {
    const struct vt_function *facts = program->functions[f].facts;
    program->functions[f].first_node = program->nnodes;
    program->functions[f].first_call = program->ncalls;
    for (uint32_t n = 0; n < facts->nnodes; n++) {
        const struct vt_node *node = &facts->nodes[n];
        program->nodes[program->nnodes++] = (struct vt_linked_node){
            .function = f,
            .ref = vt_node_is_of_call(node) ? program->ncalls + node->ref : node->ref,
            .kind = node->kind,
            .index = node->index};
    }
    for (uint32_t c = 0; c < facts->ncalls; c++)
        program->calls[program->ncalls++] =
            (struct vt_linked_call){.function = f, .entity = VT_NONE};
}

static void number_functions(struct vt_program *program) {
    for (uint32_t f = 0; f < program->nfunctions; f++)
        number_function(program, f);
}

/* ---- Symbols ----------------------------------------------------------------------------- */

static uint32_t new_entity(struct vt_program *program, const char *name) {
    program->entities = vt_grow(program->arena, program->entities, program->nentities,
                                &program->entity_capacity, sizeof *program->entities);
    program->entities[program->nentities] = (struct vt_entity){
        .name = name, .unit = VT_NONE, .function = VT_NONE, .shared = VT_NONE, .next = VT_NONE};
    return (uint32_t)program->nentities++;
}

/* The entity of external name NAME; NAMES maps hashes to entities. */
static uint32_t named_entity(struct vt_program *program, struct vt_map *names, const char *name) {
    uint32_t *first = vt_map_put(names, vt_hash_bytes(name, strlen(name)));
    for (uint32_t e = *first; e != VT_NONE; e = program->entities[e].next)
        if (strcmp(program->entities[e].name, name) == 0)
            return e;
    uint32_t entity = new_entity(program, name);
    program->entities[entity].next = *first;
    *first = entity;
    return entity;
}

/* Two strong definitions cannot stand in one image; these are of several images, or one is dead.
 * The second keeps what is its own unit's, and the report says so. */
static uint32_t clash(struct vt_program *program, uint32_t unit, uint32_t symbol, uint32_t winner) {
    const char *name = program->entities[winner].name;
    const struct vt_linked_unit *first = &program->units[program->entities[winner].unit];
    uint32_t entity = new_entity(program, name);
    program->entities[entity].unit = unit;
    program->entities[entity].symbol = symbol;
    vt_link_blind(
        program, (struct vt_program_blind){
                     .kind = VT_BLIND_INTERNAL,
                     .unit = unit,
                     .count = 1,
                     .location = program->units[unit].unit->symbols[symbol].location,
                     .text = vt_alloc_format(program->arena, "%s is defined twice, in %s and in %s",
                                             name, first->origin, program->units[unit].origin)});
    return entity;
}

static uint32_t resolve_symbol(struct vt_program *program, struct vt_map *names, uint32_t unit,
                               uint32_t symbol) {
    const struct vt_unit *facts = program->units[unit].unit;
    const struct vt_symbol *s = &facts->symbols[symbol];
    const char *name = vt_string(facts->strings, s->name);
    uint32_t entity = s->is_local ? new_entity(program, name) : named_entity(program, names, name);
    struct vt_entity *known = &program->entities[entity];
    if (!s->is_defined)
        return entity;
    if (known->unit == VT_NONE || (known->weak && !s->is_weak)) {
        known->unit = unit;
        known->symbol = symbol;
        known->weak = s->is_weak;
    } else if (!known->weak && !s->is_weak) {
        return clash(program, unit, symbol, entity);
    }
    return entity;
}

/* Names to entities, and functions to the entities they define. */
static void resolve_symbols(struct vt_program *program, struct vt_arena *scratch) {
    struct vt_map names;
    vt_map_init(&names, scratch);
    for (uint32_t u = 0; u < program->nunits; u++)
        for (uint32_t s = 0; s < program->units[u].unit->nsymbols; s++)
            program->symbol_entity[program->units[u].first_symbol + s] =
                resolve_symbol(program, &names, u, s);
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        struct vt_linked_function *function = &program->functions[f];
        uint32_t symbol = function->facts->symbol;
        if (symbol == VT_NONE)
            continue;
        uint32_t first = program->units[function->unit].first_symbol;
        struct vt_entity *entity = &program->entities[program->symbol_entity[first + symbol]];
        if (entity->unit == function->unit && entity->symbol == symbol)
            entity->function = f;
        else
            function->discarded = true;
    }
}

uint32_t vt_link_entity(const struct vt_program *program, uint32_t unit, uint32_t symbol) {
    uint32_t entity = program->symbol_entity[program->units[unit].first_symbol + symbol];
    for (int i = 0; i < MAX_ALIASES; i++) {
        const struct vt_entity *e = &program->entities[entity];
        if (e->unit == VT_NONE)
            break;
        const struct vt_symbol *s = &program->units[e->unit].unit->symbols[e->symbol];
        if (s->resolver == VT_NONE || s->is_ifunc)
            break;
        entity = program->symbol_entity[program->units[e->unit].first_symbol + s->resolver];
    }
    return entity;
}

/* ---- Nodes ------------------------------------------------------------------------------- */

/* Numbers the rewrites of all units as one: by unit and its number, the program's. */
static uint32_t **number_rewrites(struct vt_program *program, struct vt_arena *scratch) {
    uint32_t **numbers = vt_alloc_array(scratch, program->nunits, sizeof *numbers);
    program->rewrites = vt_rewrites_new(program->arena);
    for (size_t u = 0; u < program->nunits; u++) {
        const struct vt_unit *unit = program->units[u].unit;
        numbers[u] = vt_alloc_array(scratch, unit->nrewrites, sizeof *numbers[u]);
        for (uint32_t r = 1; r < unit->nrewrites; r++)
            numbers[u][r] = vt_rewrites_add(program->rewrites, &unit->rewrites[r]);
    }
    return numbers;
}

/* Sorts all edges by the node they end at, keeping the order of each function. */
static void index_edges(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    uint32_t **rewrites = number_rewrites(program, scratch);
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_linked_function *function = &program->functions[f];
        for (uint32_t e = 0; e < function->facts->nedges; e++)
            program->nodes[function->first_node + function->facts->edges[e].to].first_edge++;
    }
    for (uint32_t n = 0; n < program->nnodes; n++)
        program->nodes[n + 1].first_edge += program->nodes[n].first_edge;
    /* Filled from behind, which leaves each node's begin. */
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_linked_function *function = &program->functions[f];
        for (uint32_t e = function->facts->nedges; e-- > 0;) {
            const struct vt_edge *edge = &function->facts->edges[e];
            program->edges[--program->nodes[function->first_node + edge->to].first_edge] =
                (struct vt_linked_edge){function->first_node + edge->from, e,
                                        rewrites[function->unit][edge->rewrite], edge->tags};
        }
    }
    vt_arena_free(scratch);
}

/* Which nodes stand for what leaves a function, and which for what a call is given. */
static void index_ports(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    struct vt_pairs exits = {.arena = scratch}, calls = {.arena = scratch};
    for (uint32_t n = 0; n < program->nnodes; n++) {
        const struct vt_linked_node *node = &program->nodes[n];
        switch (node->kind) {
        case VT_NODE_OUT:
            program->functions[node->function].written |= UINT64_C(1) << node->index % 64;
            vt_pairs_add(&exits, node->function, n);
            break;
        case VT_NODE_RETURN:
            vt_pairs_add(&exits, node->function, n);
            break;
        case VT_NODE_BEHIND:
        case VT_NODE_PLACED:
            program->calls[node->ref].has_behind = true;
            vt_pairs_add(&calls, node->ref, n);
            break;
        case VT_NODE_ARGUMENT:
        case VT_NODE_CALLEE:
            vt_pairs_add(&calls, node->ref, n);
            break;
        default:
            break;
        }
    }
    program->exits = vt_rows_build(program->arena, program->nfunctions, &exits);
    program->call_nodes = vt_rows_build(program->arena, program->ncalls, &calls);
    vt_arena_free(scratch);
}

/* The shared nodes while they are made. */
struct sharing {
    struct vt_program *program;
    struct vt_map types; /* hash of a type's name to its newest shared node */
    size_t name_capacity, entity_capacity, next_capacity;
    uint32_t *next; /* with the same hash */
};

static uint32_t new_shared(struct sharing *sharing, struct vt_arena *scratch, const char *name,
                           uint32_t entity) {
    struct vt_program *program = sharing->program;
    uint32_t shared = program->nshared++;
    program->shared_names = vt_grow(program->arena, program->shared_names, shared,
                                    &sharing->name_capacity, sizeof *program->shared_names);
    program->shared_entity = vt_grow(program->arena, program->shared_entity, shared,
                                     &sharing->entity_capacity, sizeof(uint32_t));
    sharing->next =
        vt_grow(scratch, sharing->next, shared, &sharing->next_capacity, sizeof(uint32_t));
    program->shared_names[shared] = name;
    program->shared_entity[shared] = entity;
    sharing->next[shared] = VT_NONE;
    return shared;
}

static uint32_t share_type(struct sharing *sharing, struct vt_arena *scratch, const char *name) {
    uint32_t *first = vt_map_put(&sharing->types, vt_hash_bytes(name, strlen(name)));
    for (uint32_t s = *first; s != VT_NONE; s = sharing->next[s])
        if (strcmp(sharing->program->shared_names[s], name) == 0)
            return s;
    uint32_t shared = new_shared(sharing, scratch, name, VT_NONE);
    sharing->next[shared] = *first;
    *first = shared;
    return shared;
}

static uint32_t share_node(struct sharing *sharing, struct vt_arena *scratch, uint32_t n) {
    struct vt_program *program = sharing->program;
    const struct vt_node *node = vt_node_of(program, n);
    uint32_t unit = program->functions[program->nodes[n].function].unit;
    if (node->kind == VT_NODE_TYPE)
        return share_type(sharing, scratch,
                          vt_string(program->units[unit].unit->strings, node->ref));
    uint32_t entity = vt_link_entity(program, unit, node->ref);
    struct vt_entity *e = &program->entities[entity];
    if (e->shared == VT_NONE)
        e->shared = new_shared(sharing, scratch, e->name, entity);
    return e->shared;
}

static void share_nodes(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    struct sharing sharing = {.program = program};
    struct vt_pairs members = {.arena = scratch};
    vt_map_init(&sharing.types, scratch);
    for (uint32_t n = 0; n < program->nnodes; n++) {
        struct vt_linked_node *node = &program->nodes[n];
        if (node->kind != VT_NODE_GLOBAL && node->kind != VT_NODE_TYPE)
            continue;
        node->ref = share_node(&sharing, scratch, n);
        bool written = program->nodes[n].first_edge != program->nodes[n + 1].first_edge;
        if (written && !program->functions[node->function].discarded)
            vt_pairs_add(&members, node->ref, n);
    }
    program->members = vt_rows_build(program->arena, program->nshared, &members);
    vt_arena_free(scratch);
}

/* ---- Calls ------------------------------------------------------------------------------- */

static void add_target(struct vt_program *program, uint32_t function) {
    program->targets = vt_grow(program->arena, program->targets, program->ntargets,
                               &program->target_capacity, sizeof *program->targets);
    program->targets[program->ntargets++] = function;
}

/* The targets of calls that name their callee. */
static void resolve_calls(struct vt_program *program) {
    program->targets =
        vt_grow(program->arena, NULL, 0, &program->target_capacity, sizeof *program->targets);
    for (uint32_t c = 0; c < program->ncalls; c++) {
        struct vt_linked_call *call = &program->calls[c];
        const struct vt_linked_function *f = &program->functions[call->function];
        const struct vt_call *facts = &f->facts->calls[c - f->first_call];
        call->first = (uint32_t)program->ntargets;
        if (facts->symbol == VT_NONE)
            continue;
        call->entity = vt_link_entity(program, f->unit, facts->symbol);
        struct vt_entity *entity = &program->entities[call->entity];
        if (entity->function != VT_NONE) {
            add_target(program, entity->function);
            call->count = 1;
        } else if (entity->unit == VT_NONE && !f->discarded) {
            if (entity->calls++ == 0)
                entity->site = (struct vt_site){call->function, c - f->first_call};
        }
    }
}

void vt_link_callers(struct vt_program *program) {
    vt_arena_free(program->caller_arena);
    program->caller_arena = vt_arena_new();
    struct vt_arena *scratch = vt_arena_new();
    struct vt_pairs pairs = {.arena = scratch};
    for (uint32_t c = 0; c < program->ncalls; c++) {
        const struct vt_linked_call *call = &program->calls[c];
        for (uint32_t i = 0; i < call->count && !program->functions[call->function].discarded; i++)
            vt_pairs_add(&pairs, program->targets[call->first + i], c);
    }
    struct vt_rows rows = vt_rows_build(program->caller_arena, program->nfunctions, &pairs);
    program->caller_offsets = rows.offsets;
    program->sites = vt_alloc_array(program->caller_arena, pairs.count, sizeof *program->sites);
    for (size_t i = 0; i < pairs.count; i++) {
        uint32_t function = program->calls[rows.items[i]].function;
        program->sites[i] =
            (struct vt_site){function, rows.items[i] - program->functions[function].first_call};
    }
    vt_arena_free(scratch);
}

/* ---- Entries ----------------------------------------------------------------------------- */

/* Marks all that FUNCTION may call, and it, as REACHED; STACK has room for every function. */
static void reach(const struct vt_program *program, uint32_t function, bool *reached,
                  uint32_t *stack) {
    size_t depth = 0;
    reached[function] = true;
    stack[depth++] = function;
    while (depth > 0) {
        const struct vt_linked_function *f = &program->functions[stack[--depth]];
        for (uint32_t c = 0; c < f->facts->ncalls; c++) {
            const struct vt_linked_call *call = &program->calls[f->first_call + c];
            for (uint32_t i = 0; i < call->count; i++) {
                uint32_t target = program->targets[call->first + i];
                if (!reached[target])
                    stack[depth++] = target;
                reached[target] = true;
            }
        }
    }
}

/* Entries are functions without callers and those the loader calls; and, where functions only call
 * each other in a circle, those of them that somebody outside can call. */
static void find_entries(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    bool *reached = vt_alloc_array(scratch, program->nfunctions, sizeof *reached);
    uint32_t *stack = vt_alloc_array(scratch, program->nfunctions, sizeof *stack);
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        uint32_t loaded = VT_FUNCTION_CONSTRUCTOR | VT_FUNCTION_IFUNC;
        bool called = program->caller_offsets[f] != program->caller_offsets[f + 1];
        program->functions[f].entry = !called || program->functions[f].facts->flags & loaded;
        if (program->functions[f].entry && !reached[f])
            reach(program, f, reached, stack);
    }
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        uint32_t outside = VT_FUNCTION_EXPORTED | VT_FUNCTION_ADDRESS_TAKEN;
        if (reached[f] || !(program->functions[f].facts->flags & outside))
            continue;
        program->functions[f].entry = true;
        reach(program, f, reached, stack);
    }
    vt_arena_free(scratch);
}

/* ---- Blind spots ------------------------------------------------------------------------- */

static void collect_blinds(struct vt_program *program) {
    for (uint32_t u = 0; u < program->nunits; u++) {
        const struct vt_unit *unit = program->units[u].unit;
        for (uint32_t b = 0; b < unit->nblinds; b++) {
            const struct vt_blind *blind = &unit->blinds[b];
            vt_link_blind(program,
                          (struct vt_program_blind){.kind = blind->kind,
                                                    .unit = u,
                                                    .location = blind->location,
                                                    .count = blind->count,
                                                    .text = vt_string(unit->strings, blind->what)});
        }
    }
}

/* Calls through pointers without a target: one blind spot for each function. Of a callback that no
 * function of the program is known for, whoever hands it in is outside: its calls are, too. */
static void indirect_blinds(struct vt_program *program) {
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_linked_function *function = &program->functions[f];
        struct vt_program_blind blind = {.kind = VT_BLIND_INDIRECT,
                                         .unit = function->unit,
                                         .text = vt_program_function_name(program, f)};
        for (uint32_t c = 0; c < function->facts->ncalls && !function->discarded; c++) {
            const struct vt_call *call = &function->facts->calls[c];
            if (call->symbol != VT_NONE || call->is_callback ||
                program->calls[function->first_call + c].count > 0)
                continue;
            if (blind.count++ == 0)
                blind.location = call->location;
        }
        if (blind.count > 0)
            vt_link_blind(program, blind);
    }
}

static int compare_names(const void *a, const void *b) {
    const struct vt_entity *const *left = a, *const *right = b;
    return strcmp((*left)->name, (*right)->name);
}

/* External functions that are called, defined by no unit and known to no model. */
static void unmodelled_blinds(struct vt_program *program) {
    struct vt_arena *scratch = vt_arena_new();
    const struct vt_entity **names = vt_alloc_array(scratch, program->nentities, sizeof *names);
    size_t count = 0;
    for (size_t e = 0; e < program->nentities; e++) {
        size_t nrows = 0;
        if (program->entities[e].calls == 0)
            continue;
        if (program->models)
            vt_models_find(program->models, program->entities[e].name, &nrows);
        if (nrows == 0)
            names[count++] = &program->entities[e];
    }
    if (count > 0)
        qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        const struct vt_linked_function *caller = &program->functions[names[i]->site.function];
        vt_link_blind(program, (struct vt_program_blind){
                                   .kind = VT_BLIND_UNMODELLED,
                                   .unit = caller->unit,
                                   .location = caller->facts->calls[names[i]->site.call].location,
                                   .count = names[i]->calls,
                                   .text = names[i]->name});
    }
    vt_arena_free(scratch);
}

/* Functions that make memory executable: what runs there is not in the facts. */
static void generated_blinds(struct vt_program *program) {
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_linked_function *function = &program->functions[f];
        const struct vt_strings *strings = vt_unit_of(program, f)->strings;
        struct vt_program_blind blind = {.kind = VT_BLIND_GENERATED,
                                         .unit = function->unit,
                                         .text = vt_program_function_name(program, f)};
        for (uint32_t e = 0; e < function->facts->nevents && !function->discarded; e++) {
            const struct vt_event *event = &function->facts->events[e];
            if (event->fact != VT_FACT_EFFECT ||
                !vt_class_is(vt_string(strings, event->class_name), "code.executable"))
                continue;
            if (blind.count++ == 0)
                blind.location = event->location;
        }
        if (blind.count > 0)
            vt_link_blind(program, blind);
    }
}

/* What a library function does was told to the compiler: by other models, somebody else may have
 * said that it does nothing. */
static void models_blinds(struct vt_program *program) {
    for (uint32_t u = 0; program->models && u < program->nunits; u++) {
        const struct vt_unit *unit = program->units[u].unit;
        if (memcmp(unit->models_digest, program->models->digest, sizeof unit->models_digest) != 0)
            vt_link_blind(
                program, (struct vt_program_blind){.kind = VT_BLIND_MODELS,
                                                   .unit = u,
                                                   .location = VT_NONE,
                                                   .count = 1,
                                                   .text = vt_string(unit->strings, unit->source)});
    }
}

/* ---- All of it --------------------------------------------------------------------------- */

bool vt_program_link(struct vt_program *program, struct vt_error *error) {
    assert(!program->linked);
    if (!number(program, error))
        return false;
    place_functions(program);
    collect_blinds(program);
    struct vt_arena *scratch = vt_arena_new();
    resolve_symbols(program, scratch);
    vt_arena_free(scratch);
    if (program->is_whole)
        vt_link_close(program);
    number_functions(program);
    vt_link_events(program);
    index_edges(program);
    index_ports(program);
    share_nodes(program);
    program->outlets_of = vt_rows_build(program->arena, program->nshared, &(struct vt_pairs){0});
    resolve_calls(program);
    vt_link_callers(program);
    program->solver = vt_solver_new(program);
    vt_link_gates(program);
    vt_link_callees(program);
    vt_link_hooks(program);
    vt_link_windows(program);
    vt_link_outlets(program);
    vt_link_idle(program);
    find_entries(program);
    vt_link_budget(program);
    indirect_blinds(program);
    unmodelled_blinds(program);
    generated_blinds(program);
    models_blinds(program);
    program->linked = true;
    return true;
}
