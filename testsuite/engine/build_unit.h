/* Builds units by hand, for tests of what works on facts. Nodes of a function are found by what
 * they are, so that a test reads as a list of edges. Line numbers stand for locations, in
 * "<source>". */
#ifndef VT_TESTSUITE_BUILD_UNIT_H
#define VT_TESTSUITE_BUILD_UNIT_H

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/facts/facts.h"

struct build {
    struct vt_arena *arena;
    struct vt_unit *unit;
    struct vt_function *f;                                         /* the function that grows */
    size_t functions, symbols, constants, rewrites, locations;     /* room in the unit */
    size_t nodes, edges, calls, events, predicates, lists, guards; /* room in the function */
};

#define BUILD_ADD(b, owner, items, n, room)                                                        \
    ((owner)->items =                                                                              \
         vt_grow((b)->arena, (owner)->items, (owner)->n, &(b)->room, sizeof *(owner)->items),      \
     (owner)->n++)

static inline struct build build_unit(const char *source) {
    struct vt_arena *arena = vt_arena_new();
    struct build b = {.arena = arena, .unit = vt_alloc(arena, sizeof *b.unit)};
    b.unit->arena = arena;
    b.unit->strings = vt_strings_new(arena);
    b.unit->source = vt_intern(b.unit->strings, source);
    b.unit->nfiles = 1;
    b.unit->files = vt_alloc(arena, sizeof *b.unit->files);
    b.unit->files->path = b.unit->source;
    BUILD_ADD(&b, b.unit, rewrites, nrewrites, rewrites);
    return b;
}

static inline uint32_t build_location(struct build *b, uint32_t line) {
    if (line == 0)
        return VT_NONE;
    for (uint32_t i = 0; i < b->unit->nlocations; i++)
        if (b->unit->locations[i].line == line)
            return i;
    uint32_t i = BUILD_ADD(b, b->unit, locations, nlocations, locations);
    b->unit->locations[i] = (struct vt_location){0, line, 1};
    return i;
}

/* The line LOCATION of UNIT stands for; 0 if none. */
static inline uint32_t build_line(const struct vt_unit *unit, uint32_t location) {
    return location == VT_NONE ? 0 : unit->locations[location].line;
}

/* The symbol called NAME; undefined when first met. */
static inline uint32_t build_symbol(struct build *b, const char *name) {
    uint32_t text = vt_intern(b->unit->strings, name);
    for (uint32_t i = 0; i < b->unit->nsymbols; i++)
        if (b->unit->symbols[i].name == text)
            return i;
    uint32_t i = BUILD_ADD(b, b->unit, symbols, nsymbols, symbols);
    b->unit->symbols[i] =
        (struct vt_symbol){.name = text, .location = VT_NONE, .resolver = VT_NONE};
    return i;
}

static inline struct vt_symbol *build_global(struct build *b, const char *name) {
    uint32_t i = build_symbol(b, name); /* may move the symbols */
    struct vt_symbol *symbol = &b->unit->symbols[i];
    symbol->is_defined = 1;
    return symbol;
}

/* Starts function NAME (NULL: the initialisers); what is built next goes into it. */
static inline struct vt_symbol *build_function(struct build *b, const char *name,
                                               uint32_t nparams) {
    uint32_t i = BUILD_ADD(b, b->unit, functions, nfunctions, functions);
    b->nodes = b->edges = b->calls = b->events = b->predicates = b->lists = b->guards = 0;
    b->f = &b->unit->functions[i];
    *b->f = (struct vt_function){.symbol = VT_NONE, .location = VT_NONE, .nparams = nparams};
    b->f->param_names = vt_alloc_array(b->arena, nparams, sizeof(uint32_t));
    b->f->guards.offsets = vt_alloc_array(b->arena, 64, sizeof(uint32_t));
    if (!name) {
        b->f->flags = VT_FUNCTION_INITIALIZERS;
        return NULL;
    }
    b->f->symbol = build_symbol(b, name);
    struct vt_symbol *symbol = &b->unit->symbols[b->f->symbol];
    symbol->is_function = symbol->is_defined = 1;
    return symbol;
}

static inline uint32_t build_node(struct build *b, enum vt_node_kind kind, unsigned index,
                                  uint32_t ref) {
    for (uint32_t i = 0; i < b->f->nnodes; i++) {
        const struct vt_node *node = &b->f->nodes[i];
        if (kind != VT_NODE_HUB && node->kind == kind && node->index == index && node->ref == ref)
            return i;
    }
    uint32_t i = BUILD_ADD(b, b->f, nodes, nnodes, nodes);
    b->f->nodes[i] = (struct vt_node){(uint8_t)kind, (uint8_t)index, ref};
    return i;
}

#define FORMAL(b, i)        build_node(b, VT_NODE_FORMAL, i, 0)
#define RETURN(b)           build_node(b, VT_NODE_RETURN, 0, 0)
#define OUT(b, i)           build_node(b, VT_NODE_OUT, i, 0)
#define ARGUMENT(b, c, i)   build_node(b, VT_NODE_ARGUMENT, i, c)
#define RESULT(b, c)        build_node(b, VT_NODE_RESULT, 0, c)
#define EFFECT(b, c, i)     build_node(b, VT_NODE_EFFECT, i, c)
#define CALLEE(b, c)        build_node(b, VT_NODE_CALLEE, 0, c)
#define GLOBAL(b, name)     build_node(b, VT_NODE_GLOBAL, 0, build_symbol(b, name))
#define TYPE(b, name)       build_node(b, VT_NODE_TYPE, 0, vt_intern((b)->unit->strings, name))
#define IN(b, e, role)      build_node(b, VT_NODE_IN, role, e)
#define OUTCOME(b, e)       build_node(b, VT_NODE_OUTCOME, 0, e)
#define SUBJECT(b, p, side) build_node(b, VT_NODE_SUBJECT, side, p)
#define BEHIND(b, c)        build_node(b, VT_NODE_BEHIND, 0, c)
#define HUB(b)              build_node(b, VT_NODE_HUB, 0, 0)

static inline uint32_t build_constant(struct build *b, struct vt_constant constant) {
    uint32_t i = BUILD_ADD(b, b->unit, constants, nconstants, constants);
    b->unit->constants[i] = constant;
    return build_node(b, VT_NODE_CONSTANT, 0, i);
}

#define NUMBER(b, n) build_constant(b, (struct vt_constant){.kind = VT_CONSTANT_INT, .number = (n)})
#define TEXT(b, t)                                                                                 \
    build_constant(b, (struct vt_constant){.kind = VT_CONSTANT_TEXT,                               \
                                           .text = vt_intern((b)->unit->strings, t)})
#define ADDRESS(b, name)                                                                           \
    build_constant(                                                                                \
        b, (struct vt_constant){.kind = VT_CONSTANT_FUNCTION, .number = build_symbol(b, name)})

static inline uint32_t build_rewrite(struct build *b, struct vt_rewrite rewrite) {
    uint32_t i = BUILD_ADD(b, b->unit, rewrites, nrewrites, rewrites);
    b->unit->rewrites[i] = rewrite;
    return i;
}

/* What is stored to, or loaded from, bytes [LOW,HIGH) beneath a pointer. */
static inline uint32_t build_store(struct build *b, int32_t low, int32_t high) {
    return build_rewrite(b, (struct vt_rewrite){.nput = 1, .put = {{low, high}}});
}

static inline uint32_t build_load(struct build *b, int32_t low, int32_t high) {
    return build_rewrite(b, (struct vt_rewrite){.ntake = 1, .take = {{low, high}}});
}

static inline void build_edge(struct build *b, uint32_t from, uint32_t to, uint32_t rewrite,
                              uint32_t tags, uint32_t line) {
    uint32_t location = build_location(b, line);
    struct vt_edge edge = {from, to, rewrite, tags, location};
    uint32_t i = BUILD_ADD(b, b->f, edges, nedges, edges);
    for (; i > 0 && vt_edge_order(&b->f->edges[i - 1], &edge) > 0; i--)
        b->f->edges[i] = b->f->edges[i - 1];
    b->f->edges[i] = edge;
}

/* The plain edge. */
static inline void build_flow(struct build *b, uint32_t from, uint32_t to) {
    build_edge(b, from, to, 0, 0, 0);
}

/* A call of NAME (NULL: through a pointer). */
static inline uint32_t build_call(struct build *b, const char *name, unsigned narguments,
                                  uint32_t line) {
    uint32_t symbol = name ? build_symbol(b, name) : VT_NONE;
    uint32_t location = build_location(b, line);
    uint32_t i = BUILD_ADD(b, b->f, calls, ncalls, calls);
    if (name)
        b->unit->symbols[symbol].is_function = 1;
    b->f->calls[i] = (struct vt_call){.symbol = symbol,
                                      .location = location,
                                      .guards = VT_NONE,
                                      .narguments = (uint8_t)narguments};
    return i;
}

static inline uint32_t build_event(struct build *b, enum vt_fact fact, const char *class_name,
                                   uint32_t line) {
    uint32_t location = build_location(b, line);
    uint32_t i = BUILD_ADD(b, b->f, events, nevents, events);
    b->f->events[i] = (struct vt_event){.fact = (uint8_t)fact,
                                        .location = location,
                                        .class_name = vt_intern(b->unit->strings, class_name),
                                        .guards = VT_NONE};
    return i;
}

static inline uint32_t build_predicate(struct build *b, int64_t number) {
    uint32_t i = BUILD_ADD(b, b->f, predicates, npredicates, predicates);
    b->f->predicates[i] = (struct vt_predicate){
        .compare = VT_EQ, .has_number = true, .number = number, .location = VT_NONE};
    return i;
}

/* A new guard list of one condition; gives the list. */
static inline uint32_t build_guard(struct build *b, uint32_t predicate, bool holds, bool always) {
    struct vt_guards *guards = &b->f->guards;
    assert(guards->nlists < 63);
    uint32_t i = BUILD_ADD(b, guards, guards, nguards, guards);
    guards->guards[i] = (struct vt_guard){predicate, holds, always, 0};
    guards->offsets[++guards->nlists] = guards->nguards;
    return guards->nlists - 1;
}

#endif
