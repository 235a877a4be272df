/* What is learned of a function for its callers in the same unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/facts/intern.h"
#include "engine/unit/analysis.h"

enum { MOST_SYMBOLS = 4 };

/* A unit of functions that know each other by symbol. */
struct unit {
    struct vt_arena *arena;
    struct vt_symbol symbols[MOST_SYMBOLS];
    struct vt_ir ir;
    struct vt_condenser shared;
};

static void begin(struct unit *unit) {
    *unit = (struct unit){.arena = vt_arena_new()};
    unit->ir.symbols = unit->symbols;
    unit->ir.nsymbols = MOST_SYMBOLS;
    unit->shared = (struct vt_condenser){
        .ir = &unit->ir,
        .rewrites = vt_rewrites_new(unit->arena),
        .arena = unit->arena,
        .known = vt_alloc_array(unit->arena, MOST_SYMBOLS, sizeof(struct vt_known *)),
        .stored = vt_alloc_array(unit->arena, MOST_SYMBOLS, sizeof(struct vt_stored_pointers *)),
    };
}

static const struct vt_node nodes[] = {
    {VT_NODE_FORMAL, 0, 0}, {VT_NODE_FORMAL, 1, 0},   {VT_NODE_OUT, 0, 0},
    {VT_NODE_OUT, 1, 0},    {VT_NODE_CONSTANT, 0, 0}, {VT_NODE_RETURN, 0, 0},
};
enum { FORMAL_0, FORMAL_1, OUT_0, OUT_1, CONSTANT, RETURN };

/* Learns the function 0 of two parameters with the one EDGE, changed by REWRITE. */
static void learn(struct unit *unit, uint32_t from, uint32_t to, const struct vt_rewrite *rewrite) {
    struct vt_edge edge = {.from = from,
                           .to = to,
                           .rewrite = vt_rewrites_add(unit->shared.rewrites, rewrite),
                           .location = VT_NONE};
    struct vt_function function = {.nparams = 2,
                                   .nnodes = sizeof nodes / sizeof *nodes,
                                   .nodes = (struct vt_node *)nodes, /* only read */
                                   .nedges = 1,
                                   .edges = &edge};
    vt_known_learn(&unit->shared, &function);
}

static struct vt_known_port port(const struct unit *unit, uint32_t number) {
    return vt_known_port(&unit->shared, 0, number);
}

static const struct vt_rewrite take_pointer = {
    .ntake = 1, .take = {{8, 9}}, .flags = VT_REWRITE_EXACT};
static const struct vt_rewrite put_bytes = {.nput = 1, .put = {{0, 4}}, .flags = VT_REWRITE_EXACT};
static const struct vt_rewrite beneath = {.flags = VT_REWRITE_MEMORY};

static void what_is_read_and_what_is_not(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    learn(&unit, FORMAL_0, RETURN, &take_pointer);
    assert_int_equal(port(&unit, 0).reads, 1);
    assert_false(port(&unit, 0).value);
    assert_int_equal(port(&unit, 0).writes, 0);
    assert_int_equal(port(&unit, 1).reads, 0);
    assert_false(port(&unit, 1).value);
    assert_true(unit.shared.known[0]->result);
    vt_arena_free(unit.arena);
}

static void what_is_written(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    learn(&unit, CONSTANT, OUT_1, &put_bytes);
    assert_int_equal(port(&unit, 1).writes, 1);
    assert_false(port(&unit, 1).passes);
    assert_int_equal(port(&unit, 0).writes, 0);
    assert_false(unit.shared.known[0]->result);
    vt_arena_free(unit.arena);
}

static void a_copy_reads_and_writes_as_deep_as_it_gets(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    learn(&unit, FORMAL_0, OUT_1, &beneath);
    assert_int_equal(port(&unit, 0).reads, VT_DEPTH + 1);
    assert_int_equal(port(&unit, 1).writes, VT_DEPTH + 1);
    vt_arena_free(unit.arena);
}

/* That what lies beneath a parameter is there afterwards neither reads nor writes it. */
static void what_passes_is_not_touched(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    learn(&unit, FORMAL_0, OUT_0, &beneath);
    assert_true(port(&unit, 0).passes);
    assert_int_equal(port(&unit, 0).reads, 0);
    assert_int_equal(port(&unit, 0).writes, 0);
    assert_true(vt_passes_through(&nodes[FORMAL_0], &nodes[OUT_0], &beneath));
    assert_false(vt_passes_through(&nodes[FORMAL_0], &nodes[OUT_1], &beneath));
    assert_false(vt_passes_through(&nodes[FORMAL_0], &nodes[OUT_0], &put_bytes));
    vt_arena_free(unit.arena);
}

static void the_value_itself_goes_somewhere(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    learn(&unit, FORMAL_1, RETURN, &vt_rewrite_identity);
    assert_true(port(&unit, 1).value);
    assert_int_equal(port(&unit, 1).reads, VT_DEPTH + 1);
    vt_arena_free(unit.arena);
}

/* Of a function that another may replace, or that was cut, anything must be expected; and of
 * arguments that are no parameters. */
static void what_is_not_sure_may_do_anything(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    unit.symbols[0].is_weak = 1;
    learn(&unit, FORMAL_0, RETURN, &take_pointer);
    assert_null(unit.shared.known[0]);
    assert_int_equal(port(&unit, 1).reads, VT_DEPTH + 1);
    assert_int_equal(port(&unit, 1).writes, VT_DEPTH + 1);
    unit.symbols[0].is_weak = 0;
    learn(&unit, FORMAL_0, RETURN, &take_pointer);
    assert_int_equal(port(&unit, 1).reads, 0);
    assert_int_equal(port(&unit, 2).reads, VT_DEPTH + 1);
    assert_int_equal(vt_known_port(&unit.shared, VT_NONE, 0).writes, VT_DEPTH + 1);
    struct vt_function cut = {.symbol = 1, .flags = VT_FUNCTION_CUT};
    vt_known_learn(&unit.shared, &cut);
    assert_null(unit.shared.known[1]);
    vt_arena_free(unit.arena);
}

/* Function i of the unit calls the functions whose symbols CALLS[i] has, up to VT_NONE. */
static const uint32_t *order_of(struct unit *unit, uint32_t calls[][3], uint32_t count) {
    unit->ir.nfunctions = count;
    unit->ir.functions = vt_alloc_array(unit->arena, count, sizeof *unit->ir.functions);
    for (uint32_t f = 0; f < count; f++) {
        struct vt_ir_function *function = &unit->ir.functions[f];
        function->symbol = f;
        function->insts = vt_alloc_array(unit->arena, 3, sizeof *function->insts);
        for (unsigned i = 0; i < 3 && calls[f][i] != VT_NONE; i++)
            function->insts[function->ninsts++] =
                (struct vt_inst){.op = VT_OP_CALL, .symbol = calls[f][i]};
    }
    unit->ir.arena = unit->arena;
    unit->ir.nsymbols = count;
    vt_ir_index(&unit->ir);
    return vt_ir_order(&unit->ir, unit->arena);
}

static void callees_come_first(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    uint32_t calls[][3] = {{1, 2, VT_NONE}, {2, 3, VT_NONE}, {VT_NONE}, {2, VT_NONE}};
    const uint32_t *order = order_of(&unit, calls, 4);
    const uint32_t wanted[] = {2, 3, 1, 0};
    assert_memory_equal(order, wanted, sizeof wanted);
    vt_arena_free(unit.arena);
}

static void a_cycle_ends(void **unused) {
    (void)unused;
    struct unit unit;
    begin(&unit);
    uint32_t calls[][3] = {{1, VT_NONE}, {2, 1, VT_NONE}, {0, VT_NONE}};
    const uint32_t *order = order_of(&unit, calls, 3);
    const uint32_t wanted[] = {2, 1, 0};
    assert_memory_equal(order, wanted, sizeof wanted);
    vt_arena_free(unit.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_and_what_is_not),
        cmocka_unit_test(what_is_written),
        cmocka_unit_test(a_copy_reads_and_writes_as_deep_as_it_gets),
        cmocka_unit_test(what_passes_is_not_touched),
        cmocka_unit_test(the_value_itself_goes_somewhere),
        cmocka_unit_test(what_is_not_sure_may_do_anything),
        cmocka_unit_test(callees_come_first),
        cmocka_unit_test(a_cycle_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
