/* Random programs against an oracle that walks back with its call stack in hand. The call graph has
 * no circles, so that the oracle ends and is exact; the solver must find the same sources, and each
 * way it tells must be one that can be walked. */
#include <stdlib.h>

#include "ask.h"

#define PROGRAMS  400
#define FUNCTIONS 7
#define PARAMS    2
#define DEPTH     8 /* of the oracle's stack: more than the longest chain of calls */

static uint32_t next_random(uint64_t *random, uint32_t limit) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*random >> 33) % limit;
}

/* ---- Programs ---------------------------------------------------------------------------- */

/* Function NUMBER of a random program: it calls only functions of higher number. Nodes are chosen
 * so that every kind that ends or starts something in a function is met. */
static void add_function(struct build *b, uint32_t number, uint64_t *random) {
    char name[16];
    snprintf(name, sizeof name, "f%u", number);
    build_function(b, name, PARAMS);
    uint32_t from[32], to[32], nfrom = 0, nto = 0;
    for (unsigned i = 0; i < PARAMS; i++)
        from[nfrom++] = FORMAL(b, i);
    to[nto++] = RETURN(b);
    if (next_random(random, 2)) {
        struct vt_rewrite memory = {.flags = VT_REWRITE_MEMORY};
        build_edge(b, FORMAL(b, 0), OUT(b, 0), build_rewrite(b, memory), 0, 0);
        to[nto++] = OUT(b, 0);
    }
    from[nfrom++] = OUTCOME(b, build_event(b, VT_FACT_ORIGIN, "data", 1));
    to[nto++] = IN(b, build_event(b, VT_FACT_EFFECT, "send", 2), VT_ROLE_PAYLOAD);
    if (next_random(random, 4) == 0)
        from[nfrom++] = GLOBAL(b, "shared");
    if (next_random(random, 4) == 0)
        to[nto++] = GLOBAL(b, "shared");
    for (int i = 0; i < 3 && number + 1 < FUNCTIONS; i++) {
        snprintf(name, sizeof name, "f%u",
                 number + 1 + next_random(random, FUNCTIONS - 1 - number));
        uint32_t call = build_call(b, name, PARAMS, 10 + (uint32_t)i);
        from[nfrom++] = RESULT(b, call);
        from[nfrom++] = EFFECT(b, call, 0);
        for (unsigned j = 0; j < PARAMS; j++)
            to[nto++] = ARGUMENT(b, call, j);
    }
    for (uint32_t i = 0; i < nto + 2; i++)
        build_flow(b, from[next_random(random, nfrom)], to[next_random(random, nto)]);
}

static void add_program(struct build *b, size_t n, uint64_t *random) {
    for (uint32_t f = 0; f < FUNCTIONS; f++)
        add_function(&b[f * n / FUNCTIONS], f, random);
    build_global(&b[0], "shared");
}

/* ---- Oracle ------------------------------------------------------------------------------ */

/* A place, with the calls one is in. Paths are left out: all in these programs are open, so that
 * everything passes everywhere. */
struct place {
    uint32_t function, node, depth;
    struct vt_site stack[DEPTH];
};

struct oracle {
    const struct vt_program *program;
    struct vt_arena *arena;
    struct place *places; /* all that were reached */
    size_t count, capacity;
    bool reached[FUNCTIONS]; /* the origin of this function */
};

static bool same_place(const struct place *a, const struct place *b) {
    if (a->function != b->function || a->node != b->node || a->depth != b->depth)
        return false;
    for (uint32_t i = 0; i < a->depth; i++)
        if (a->stack[i].function != b->stack[i].function || a->stack[i].call != b->stack[i].call)
            return false;
    return true;
}

static void add_place(struct oracle *oracle, struct place place) {
    for (size_t i = 0; i < oracle->count; i++)
        if (same_place(&oracle->places[i], &place))
            return;
    oracle->places = vt_grow(oracle->arena, oracle->places, oracle->count, &oracle->capacity,
                             sizeof *oracle->places);
    oracle->places[oracle->count++] = place;
}

/* Goes to the nodes of FUNCTION that are KIND, INDEX and REF; true if there is one. */
static bool go_to(struct oracle *oracle, struct place place, uint32_t function,
                  struct vt_node wanted) {
    const struct vt_function *f = vt_program_function(oracle->program, function, NULL);
    bool any = false;
    for (uint32_t n = 0; n < f->nnodes; n++) {
        const struct vt_node *node = &f->nodes[n];
        if (node->kind != wanted.kind || node->index != wanted.index || node->ref != wanted.ref)
            continue;
        place.function = function;
        place.node = n;
        add_place(oracle, place);
        any = true;
    }
    return any;
}

/* Into the callee of the call that PLACE's node belongs to. */
static void go_down(struct oracle *oracle, struct place place, const struct vt_node *node) {
    struct vt_site site = {place.function, node->ref};
    const uint32_t *targets;
    assert_int_equal(vt_program_targets(oracle->program, site, &targets), 1);
    struct place below = place;
    assert_true(below.depth < DEPTH);
    below.stack[below.depth++] = site;
    bool is_effect = node->kind == VT_NODE_EFFECT;
    struct vt_node exit = {is_effect ? VT_NODE_OUT : VT_NODE_RETURN, node->index, 0};
    if (!go_to(oracle, below, targets[0], exit) && is_effect)
        go_to(oracle, place, place.function,
              (struct vt_node){VT_NODE_ARGUMENT, node->index, node->ref});
}

/* Out of the function by parameter INDEX: to the call one is in, or to any. */
static void go_up(struct oracle *oracle, struct place place, uint8_t index) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(oracle->program, place.function, &sites);
    if (place.depth > 0) {
        sites = &place.stack[--place.depth];
        count = 1;
    }
    for (size_t i = 0; i < count; i++)
        go_to(oracle, place, sites[i].function,
              (struct vt_node){VT_NODE_ARGUMENT, index, sites[i].call});
}

/* To all nodes of the global that NODE is one of; the calls are forgotten. */
static void go_round(struct oracle *oracle, struct place place) {
    place.depth = 0;
    for (uint32_t f = 0; f < FUNCTIONS; f++) {
        const struct vt_function *facts = vt_program_function(oracle->program, f, NULL);
        for (uint32_t n = 0; n < facts->nnodes; n++) {
            place.function = f;
            place.node = n;
            if (facts->nodes[n].kind == VT_NODE_GLOBAL)
                add_place(oracle, place);
        }
    }
}

static void walk_on(struct oracle *oracle, struct place place) {
    const struct vt_function *f = vt_program_function(oracle->program, place.function, NULL);
    const struct vt_node *node = &f->nodes[place.node];
    if (node->kind == VT_NODE_OUTCOME)
        oracle->reached[place.function] = true;
    if (node->kind == VT_NODE_RESULT || node->kind == VT_NODE_EFFECT)
        go_down(oracle, place, node);
    if (node->kind == VT_NODE_FORMAL)
        go_up(oracle, place, node->index);
    if (node->kind == VT_NODE_GLOBAL)
        go_round(oracle, place);
    for (uint32_t e = 0; e < f->nedges; e++) {
        if (f->edges[e].to != place.node)
            continue;
        place.node = f->edges[e].from;
        add_place(oracle, place);
        place.node = f->edges[e].to;
    }
}

/* ---- Comparison -------------------------------------------------------------------------- */

/* Follows the steps: each must happen where the one before left off, and a function that was
 * entered on the way must be left to where it was entered from. */
static void check_way(const struct vt_program *program, const struct vt_flow_step *steps,
                      size_t count) {
    uint32_t stack[64], depth = 0;
    uint32_t at = steps[0].function;
    assert_int_equal(steps[0].kind, VT_STEP_SOURCE);
    assert_int_equal(steps[count - 1].kind, VT_STEP_SINK);
    for (size_t i = 1; i < count; i++) {
        const struct vt_flow_step *s = &steps[i];
        if (s->kind == VT_STEP_GLOBAL) {
            at = s->function;
            depth = 0;
        } else if (s->kind == VT_STEP_RETURN) {
            assert_int_equal(s->callee, at);
            if (depth > 0)
                assert_int_equal(stack[--depth], s->function);
            at = s->function;
        } else {
            assert_int_equal(s->function, at);
        }
        if (s->kind == VT_STEP_CALL) {
            const struct vt_site *sites;
            assert_true(vt_program_callers(program, s->callee, &sites) > 0);
            assert_true(depth < 64);
            stack[depth++] = at;
            at = s->callee;
        }
    }
}

static void compare(struct vt_program *program, struct vt_event_ref ref, struct vt_arena *arena) {
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    struct oracle oracle = {.program = program, .arena = arena};
    go_to(&oracle, (struct place){.depth = 0}, ref.function,
          (struct vt_node){VT_NODE_IN, VT_ROLE_PAYLOAD, ref.event});
    for (size_t i = 0; i < oracle.count; i++)
        walk_on(&oracle, oracle.places[i]);
    bool found[FUNCTIONS] = {false};
    size_t nsources, nsteps;
    const struct vt_source *sources = vt_trace_sources(trace, &nsources);
    for (size_t i = 0; i < nsources; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        assert_false(found[sources[i].function]);
        found[sources[i].function] = true;
        struct vt_flow_step *steps = vt_trace_steps(trace, &sources[i], arena, &nsteps);
        check_way(program, steps, nsteps);
    }
    assert_memory_equal(found, oracle.reached, sizeof found);
}

static void same_as_oracle(void **state) {
    (void)state;
    uint64_t random = 20260101;
    size_t reached = 0, all = 0;
    for (int i = 0; i < PROGRAMS; i++) {
        struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
        add_program(b, 2, &random);
        struct vt_program *program = ask_link(b, 2);
        size_t count, nsources;
        struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, "send", b[0].arena, &count);
        assert_int_equal(count, FUNCTIONS);
        for (size_t e = 0; e < count; e++) {
            compare(program, refs[e], b[0].arena);
            vt_trace_sources(vt_trace_role(program, refs[e], VT_ROLE_PAYLOAD, NULL, 0), &nsources);
            reached += nsources;
            all += FUNCTIONS;
        }
        ask_free(program, b, 2);
    }
    /* The programs must not all be trivial: neither nothing nor everything flows. */
    assert_in_range(reached, all / 20, all);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_as_oracle)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
