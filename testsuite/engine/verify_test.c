/* The verifier refuses a unit with a single thing wrong in it, and says which. Each case corrupts a
 * unit that was right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/facts/facts.h"

/* A unit with one or two of everything: what cases change. */
static struct vt_unit *whole_unit(void) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_unit *u = vt_alloc(arena, sizeof *u);
    u->arena = arena;
    u->strings = vt_strings_new(arena);
    uint32_t name = vt_intern(u->strings, "unit.c");
    u->source = u->producer = u->tool = u->target = u->options = name;
    u->files = vt_alloc_array(arena, u->nfiles = 1, sizeof *u->files);
    u->files[0].path = name;
    u->locations = vt_alloc_array(arena, u->nlocations = 2, sizeof *u->locations);
    u->symbols = vt_alloc_array(arena, u->nsymbols = 2, sizeof *u->symbols);
    u->symbols[0] = (struct vt_symbol){.name = name, .resolver = VT_NONE};
    u->symbols[1] = (struct vt_symbol){.name = name, .location = VT_NONE, .resolver = 0};
    u->constants = vt_alloc_array(arena, u->nconstants = 4, sizeof *u->constants);
    for (uint8_t i = 0; i < 4; i++)
        u->constants[i] = (struct vt_constant){.kind = i, .number = 1, .text = name};
    u->rewrites = vt_alloc_array(arena, u->nrewrites = 2, sizeof *u->rewrites);
    u->rewrites[1] = (struct vt_rewrite){.ntake = 1,
                                         .nput = 1,
                                         .flags = VT_REWRITE_SHIFT | VT_REWRITE_EVERY,
                                         .take = {{0, 4}},
                                         .put = {{4, 8}},
                                         .clip = {0, 8},
                                         .step = 4,
                                         .bound = {0, 16}};
    u->blinds = vt_alloc_array(arena, u->nblinds = 1, sizeof *u->blinds);
    u->fields = vt_alloc_array(arena, u->nfields = 1, sizeof *u->fields);
    u->functions = vt_alloc_array(arena, u->nfunctions = 2, sizeof *u->functions);
    u->functions[1] = (struct vt_function){
        .symbol = VT_NONE, .location = VT_NONE, .flags = VT_FUNCTION_INITIALIZERS};

    struct vt_function *f = u->functions;
    f->param_names = vt_alloc_array(arena, f->nparams = 1, sizeof *f->param_names);
    f->predicates = vt_alloc_array(arena, f->npredicates = 2, sizeof *f->predicates);
    f->predicates[1].has_number = true;
    f->guards.nlists = 2, f->guards.nguards = 3;
    f->guards.offsets = vt_alloc_array(arena, 3, sizeof *f->guards.offsets);
    f->guards.offsets[1] = 1, f->guards.offsets[2] = 3;
    f->guards.guards = vt_alloc_array(arena, 3, sizeof *f->guards.guards);
    f->calls = vt_alloc_array(arena, f->ncalls = 2, sizeof *f->calls);
    f->calls[0] = (struct vt_call){.symbol = VT_NONE, .guards = VT_NONE, .narguments = 2};
    f->events = vt_alloc_array(arena, f->nevents = 1, sizeof *f->events);
    f->events[0] = (struct vt_event){.fact = VT_FACT_EFFECT, .guards = 1};
    f->verdicts = vt_alloc_array(arena, f->nverdicts = 2, sizeof *f->verdicts);
    f->verdicts[1] = (struct vt_verdict){-1, 1, VT_NONE};
    f->settings = vt_alloc_array(arena, f->nsettings = 2, sizeof *f->settings);
    f->settings[0] = (struct vt_setting){.predicate = 1, .symbol = VT_NONE, .location = VT_NONE};
    f->settings[1] = (struct vt_setting){VT_NONE, 1, 4, 1, VT_NONE, 1, 0};
    f->nodes = vt_alloc_array(arena, f->nnodes = VT_NODE_COUNT, sizeof *f->nodes);
    for (uint8_t kind = 0; kind < VT_NODE_COUNT; kind++)
        f->nodes[kind].kind = kind;
    f->edges = vt_alloc_array(arena, f->nedges = 2, sizeof *f->edges);
    f->edges[0] = (struct vt_edge){0, 1, 1, VT_TAG_XOR, VT_NONE};
    f->edges[1] = (struct vt_edge){0, 2, 0, 0, VT_NONE};
    return u;
}

static void a_whole_unit_passes(void **unused) {
    (void)unused;
    struct vt_error error = {0};
    struct vt_unit *u = whole_unit();
    if (!vt_unit_verify(u, &error))
        fail_msg("%s", error.text);
    /* The innocent twins of what is refused below. */
    struct vt_function *f = u->functions;
    f->flags |= VT_FUNCTION_VARIADIC;
    f->nodes[VT_NODE_FORMAL].index = 9;
    f->nodes[VT_NODE_SUBJECT].index = 1;
    f->nodes[VT_NODE_ARGUMENT].index = 1;
    f->param_names[0] = VT_NONE;
    u->rewrites[1].clip = (struct vt_range){0, 0};
    u->rewrites[1].flags = VT_REWRITE_SHIFT;
    u->rewrites[1].take[0] = vt_range_field("peer");
    u->rewrites[1].put[0] = VT_RANGE_ALL;
    assert_true(vt_unit_verify(u, &error));
    vt_arena_free(u->arena);
}

/* A change to unit u, its function f, rewrite r or f's nodes n (by kind), and what is then said. */
#define CASES(X)                                                                                   \
    X(u->source = 99, "bad source 99")                                                             \
    X(u->producer = 99, "bad producer")                                                            \
    X(u->tool = VT_NONE, "bad tool")                                                               \
    X(u->target = 99, "bad target")                                                                \
    X(u->options = 99, "bad options")                                                              \
    X(u->files[0].path = 99, "file 0: bad path")                                                   \
    X(u->locations[1].file = 1, "location 1: bad file")                                            \
    X(u->symbols[1].name = 99, "symbol 1: bad name")                                               \
    X(u->symbols[1].location = 2, "symbol 1: bad location")                                        \
    X(u->symbols[1].resolver = 2, "symbol 1: bad resolver")                                        \
    X(u->symbols[1].resolver = 1, "bad resolver (itself)")                                         \
    X(u->constants[0].kind = 4, "constant 0: bad kind")                                            \
    X(u->constants[1].text = 99, "constant 1: bad text")                                           \
    X(u->constants[2].text = 99, "constant 2: bad text")                                           \
    X(u->constants[3].number = 2, "constant 3: bad symbol")                                        \
    X(u->constants[3].number = -1, "constant 3: bad symbol")                                       \
    X(u->rewrites[0].flags = VT_REWRITE_EXACT, "rewrite 0: bad identity")                          \
    X(r->ntake = VT_DEPTH + 1, "rewrite 1: bad count of taken")                                    \
    X(r->nput = VT_DEPTH + 1, "rewrite 1: bad count of put")                                       \
    X(r->flags = 64, "rewrite 1: bad flags 64")                                                    \
    X(r->flags = VT_REWRITE_EXACT | VT_REWRITE_MEMORY, "nothing can pass")                         \
    X(r->take[0].high = 0, "bad taken range 0")                                                    \
    X(r->take[0].high = INT32_MAX, "bad taken range 0")                                            \
    X(r->take[0].low = VT_OFFSET_LOW - 1, "bad taken range 0")                                     \
    X(r->put[0].low = 9, "bad put range 0")                                                        \
    X(r->put[0].low = INT32_MIN, "bad put range 0")                                                \
    X(r->clip.low = 8, "bad clip")                                                                 \
    X(r->clip = vt_range_field("peer"), "bad clip")                                                \
    X(r->delta = INT32_MAX, "bad delta")                                                           \
    X(r->step = 0, "bad step 0")                                                                   \
    X(r->step = VT_MAX_STEP + 1, "bad step")                                                       \
    X(r->bound.high = 0, "bad bound")                                                              \
    X(r->bound = vt_range_field("peer"), "bad bound")                                              \
    X(r->flags = VT_REWRITE_EVERY, "bad flags (spreads what it does not move)")                    \
    X(u->blinds[0].kind = VT_BLIND_COUNT, "blind spot 0: bad kind")                                \
    X(u->blinds[0].what = 99, "blind spot 0: bad subject")                                         \
    X(u->blinds[0].location = 2, "blind spot 0: bad location")                                     \
    X(u->fields[0].type = 99, "field 0: bad type")                                                 \
    X(u->fields[0].name = 99, "field 0: bad name")                                                 \
    X(f->symbol = 2, "function 0: bad symbol")                                                     \
    X(f->location = 2, "function 0: bad location")                                                 \
    X(f->flags = 1024, "function 0: bad flags")                                                    \
    X(f->symbol = VT_NONE, "function 0: bad flags (initialisers")                                  \
    X(f->flags = VT_FUNCTION_INITIALIZERS, "function 0: bad flags (initialisers")                  \
    X(f->param_names[0] = 99, "name of parameter 0")                                               \
    X(n[VT_NODE_FORMAL].kind = VT_NODE_COUNT, "node 0: bad kind")                                  \
    X(n[VT_NODE_FORMAL].index = 1, "node 0: bad parameter")                                        \
    X(n[VT_NODE_OUT].index = 1, "node 2: bad parameter")                                           \
    X(n[VT_NODE_ARGUMENT].ref = 2, "node 3: bad call")                                             \
    X(n[VT_NODE_ARGUMENT].index = 2, "node 3: bad argument")                                       \
    X(n[VT_NODE_RESULT].ref = 2, "node 4: bad call")                                               \
    X(n[VT_NODE_EFFECT].ref = 2, "node 5: bad call")                                               \
    X(n[VT_NODE_EFFECT].ref = 1, "node 5: bad argument")                                           \
    X(n[VT_NODE_CALLEE].ref = 2, "node 6: bad call")                                               \
    X(n[VT_NODE_CALLEE].ref = 1, "node 6: bad callee of a direct call")                            \
    X(n[VT_NODE_GLOBAL].ref = 2, "node 7: bad symbol")                                             \
    X(n[VT_NODE_TYPE].ref = 99, "node 8: bad type")                                                \
    X(n[VT_NODE_CONSTANT].ref = 4, "node 9: bad constant")                                         \
    X(n[VT_NODE_IN].ref = 1, "node 10: bad event")                                                 \
    X(n[VT_NODE_IN].index = VT_ROLE_COUNT, "node 10: bad role")                                    \
    X(n[VT_NODE_OUTCOME].ref = 1, "node 11: bad event")                                            \
    X(n[VT_NODE_SUBJECT].ref = 2, "node 12: bad predicate")                                        \
    X(n[VT_NODE_SUBJECT].index = 2, "node 12: bad side")                                           \
    X(n[VT_NODE_BEHIND].ref = 2, "node 13: bad call")                                              \
    X(n[VT_NODE_PLACED].ref = 2, "node 15: bad call")                                              \
    X(n[VT_NODE_PLACED].index = 2, "node 15: bad argument")                                        \
    X((n[VT_NODE_SUBJECT].ref = 1, n[VT_NODE_SUBJECT].index = 1), "predicate with a number")       \
    X(f->edges[0].from = VT_NODE_COUNT, "edge 0: bad source")                                      \
    X(f->edges[0].to = VT_NODE_COUNT, "edge 0: bad destination")                                   \
    X(f->edges[0].rewrite = 2, "edge 0: bad rewrite")                                              \
    X(f->edges[0].tags = 1u << 31, "edge 0: bad tags")                                             \
    X(f->edges[0].location = 2, "edge 0: bad location")                                            \
    X(f->edges[1].to = 0, "edge 1: bad order: it ends at node 0")                                  \
    X(f->calls[1].symbol = 2, "call 1: bad symbol")                                                \
    X(f->calls[1].location = 2, "call 1: bad location")                                            \
    X(f->calls[1].guards = 2, "call 1: bad guards")                                                \
    X(f->events[0].fact = VT_FACT_FLOW, "event 0: bad fact")                                       \
    X(f->events[0].success = VT_RESULT_UNUSED + 1, "event 0: bad success")                         \
    X((f->events[0].fact = VT_FACT_CHECK, f->events[0].success = VT_RESULT_UNUSED),                \
      "event 0: bad success")                                                                      \
    X(f->events[0].bytes = 1, "event 0: bad size 1")                                               \
    X((f->events[0].fact = VT_FACT_ORIGIN, f->events[0].bytes = VT_FEW_BYTES + 1),                 \
      "event 0: bad size 65")                                                                      \
    X(f->events[0].class_name = 99, "event 0: bad class")                                          \
    X(f->events[0].function = 99, "event 0: bad function")                                         \
    X(f->events[0].value = 99, "event 0: bad value")                                               \
    X(f->events[0].location = 2, "event 0: bad location")                                          \
    X(f->events[0].guards = 2, "event 0: bad guards")                                              \
    X(f->predicates[1].compare = VT_FCMP + 1, "predicate 1: bad comparison")                       \
    X(f->predicates[1].location = 2, "predicate 1: bad location")                                  \
    X(f->verdicts[1].guards = 2, "verdict 1: bad guards")                                          \
    X(f->verdicts[0].location = 2, "verdict 0: bad location")                                      \
    X(f->settings[0].guards = 2, "setting 0: bad guards")                                          \
    X(f->settings[1].location = 2, "setting 1: bad location")                                      \
    X(f->settings[0].predicate = 2, "setting 0: bad predicate")                                    \
    X(f->settings[1].symbol = u->nsymbols, "setting 1: bad symbol")                                \
    X(f->settings[0].symbol = 1, "setting 0: bad predicate and symbol")                            \
    X(f->settings[1].type = 1, "setting 1: bad predicate and symbol")                              \
    X(f->settings[1].type = 9999, "setting 1: bad type")                                           \
    X(f->settings[0].predicate = VT_NONE, "setting 0: bad predicate and symbol")                   \
    X(f->predicates[0].offset = 1, "predicate 0: bad offset without a size")                       \
    X(f->predicates[0].mask = 1, "predicate 0: bad mask without a number")                         \
    X(f->guards.offsets[0] = 1, "guard list 0: bad start")                                         \
    X(f->guards.offsets[1] = 4, "guard list 1: bad end")                                           \
    X(f->guards.offsets[2] = 2, "bad end of all")                                                  \
    X(f->guards.guards[2].predicate = 2, "guard 2: bad predicate")                                 \
    X((f->guards.nlists = f->nverdicts = 0, f->calls[1].guards = f->events[0].guards = VT_NONE),   \
      "without lists")

static void each_single_corruption_is_refused(void **unused) {
    (void)unused;
    enum { FIRST = __COUNTER__ };
#define CORRUPT(change, text)                                                                      \
    case __COUNTER__ - FIRST - 1:                                                                  \
        (void)(change);                                                                            \
        expected = text;                                                                           \
        break;
    for (unsigned number = 0;; number++) {
        struct vt_unit *u = whole_unit();
        struct vt_function *f = u->functions;
        struct vt_rewrite *r = &u->rewrites[1];
        struct vt_node *n = f->nodes;
        const char *expected = NULL;
        switch (number) { CASES(CORRUPT) }
        struct vt_error error = {0};
        bool passes = vt_unit_verify(u, &error);
        vt_arena_free(u->arena);
        if (!expected) {
            assert_true(passes);
            assert_true(number > 70);
            break;
        }
        if (passes || !strstr(error.text, expected))
            fail_msg("expected \"%s\", got \"%s\"", expected, error.text);
    }
}

static void messages_name_unit_and_function(void **unused) {
    (void)unused;
    struct vt_unit *u = whole_unit();
    struct vt_error error = {0};
    u->functions[0].edges[0].to = 77;
    assert_false(vt_unit_verify(u, &error));
    assert_string_equal(error.text, "facts of 'unit.c': in 'unit.c': edge 0: bad destination 77");
    vt_arena_free(u->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_unit_passes),
        cmocka_unit_test(each_single_corruption_is_refused),
        cmocka_unit_test(messages_name_unit_and_function),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
