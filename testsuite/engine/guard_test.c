/* Conditions before a place, in its function and in all that lead there. */
#include "ask.h"

#define COUNTS 7 /* the number a condition that counts is held against */

/* True for conditions "... == COUNTS" that hold. */
static bool counts(struct vt_program *program, struct vt_condition_ref condition, void *context) {
    const struct vt_function *f = vt_program_function(program, condition.function, NULL);
    ++*(int *)context;
    return condition.holds && f->predicates[condition.predicate].number == COUNTS;
}

static bool is_guarded(struct vt_program *program) {
    struct vt_arena *arena = vt_arena_new();
    int asked = 0;
    bool guarded = vt_program_is_guarded(program, ask_effect(program, "do", arena), counts, &asked);
    vt_arena_free(arena);
    return guarded;
}

/* The function that is asked about: does it, without a condition of its own. */
static void add_doer(struct build *b) {
    build_function(b, "doer", 0);
    build_event(b, VT_FACT_EFFECT, "do", 1);
}

/* A call of NAME in the function that grows; behind "== NUMBER" unless that is 0. */
static void add_call(struct build *b, const char *name, int64_t number) {
    uint32_t call = build_call(b, name, 0, 1);
    if (number)
        b->f->calls[call].guards = build_guard(b, build_predicate(b, number), true, true);
}

/* Links B, asks, and frees. */
static bool ask_and_free(struct build *b, size_t n) {
    struct vt_program *program = ask_link(b, n);
    bool guarded = is_guarded(program);
    ask_free(program, b, n);
    return guarded;
}

static void conditions(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_doer(&b);
    uint32_t first = build_predicate(&b, 1), second = build_predicate(&b, 2);
    build_guard(&b, second, true, true);
    b.f->events[0].guards = build_guard(&b, first, false, true);
    build_guard(&b, second, true, false); /* one more list, not the event's */
    struct vt_program *program = ask_link(&b, 1);
    size_t count;
    struct vt_condition_ref *refs =
        vt_program_conditions(program, 0, b.f->events[0].guards, b.arena, &count);
    assert_int_equal(count, 1);
    assert_int_equal(refs[0].predicate, first);
    assert_int_equal(refs[0].function, 0);
    assert_false(refs[0].holds);
    assert_true(refs[0].always);
    vt_program_conditions(program, 0, VT_NONE, b.arena, &count);
    assert_int_equal(count, 0);
    ask_free(program, &b, 1);
}

static void in_its_own_function(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        bool holds, always, guarded;
    } cases[] = {
        {COUNTS, true, true, true},
        {COUNTS, false, true, false}, /* the other branch */
        {COUNTS, true, false, false}, /* on some ways only */
        {COUNTS + 1, true, true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        uint32_t predicate = build_predicate(&b, cases[i].number);
        b.f->events[0].guards = build_guard(&b, predicate, cases[i].holds, cases[i].always);
        assert_int_equal(ask_and_free(&b, 1), cases[i].guarded);
    }
}

/* Alternatives: all of them must count; groups with other numbers do not matter. */
static void one_of_several(void **state) {
    (void)state;
    static const struct {
        int64_t numbers[3];
        uint8_t either[3];
        bool guarded;
    } cases[] = {
        {{COUNTS, COUNTS, 1}, {1, 1, 0}, true},
        {{COUNTS, 1, COUNTS}, {1, 1, 0}, false},
        {{1, COUNTS, 2}, {1, 2, 1}, true},
        {{COUNTS, 1, 2}, {1, 2, 1}, false},
        {{COUNTS, COUNTS, COUNTS}, {0, 0, 0}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        for (int k = 0; k < 3; k++) {
            build_guard(&b, build_predicate(&b, cases[i].numbers[k]), true, false);
            b.f->guards.guards[k].either = cases[i].either[k];
        }
        b.f->guards.nlists = 1;
        b.f->guards.offsets[1] = 3;
        b.f->events[0].guards = 0;
        if (ask_and_free(&b, 1) != cases[i].guarded)
            fail_msg("case %zu", i);
    }
}

static void without_conditions(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_doer(&b);
    assert_false(ask_and_free(&b, 1));
}

static void in_every_caller(void **state) {
    (void)state;
    for (int all = 0; all <= 1; all++) {
        struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
        add_doer(&b[0]);
        build_function(&b[1], "f", 0);
        add_call(&b[1], "doer", COUNTS);
        build_function(&b[1], "g", 0);
        add_call(&b[1], "doer", all ? COUNTS : 0);
        assert_int_equal(ask_and_free(b, 2), all);
    }
}

/* Two calls in one caller: both must be guarded. */
static void at_every_site(void **state) {
    (void)state;
    for (int all = 0; all <= 1; all++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        build_function(&b, "main", 0);
        add_call(&b, "doer", COUNTS);
        add_call(&b, "doer", all ? COUNTS : 1);
        assert_int_equal(ask_and_free(&b, 1), all);
    }
}

static void further_up(void **state) {
    (void)state;
    for (int guarded = 0; guarded <= 1; guarded++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        build_function(&b, "middle", 0);
        add_call(&b, "doer", 3);
        build_function(&b, "main", 0);
        add_call(&b, "middle", guarded ? COUNTS : 4);
        assert_int_equal(ask_and_free(&b, 1), guarded);
    }
}

/* main() { if (...) f(); } with f and g calling each other, exported: inside the program they are
 * called, so that their being exported makes no way past the condition. */
static void circle(void **state) {
    (void)state;
    for (int guarded = 0; guarded <= 1; guarded++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        b.f->flags = VT_FUNCTION_EXPORTED;
        add_call(&b, "other", 0);
        build_function(&b, "other", 0);
        b.f->flags = VT_FUNCTION_EXPORTED;
        add_call(&b, "doer", 0);
        build_function(&b, "main", 0);
        add_call(&b, "doer", guarded ? COUNTS : 0);
        assert_int_equal(ask_and_free(&b, 1), guarded);
    }
}

/* A circle that nobody enters from inside: who is exported can be called from outside. */
static void circle_without_caller(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_doer(&b);
    b.f->flags = VT_FUNCTION_EXPORTED;
    add_call(&b, "doer", 0);
    assert_false(ask_and_free(&b, 1));
}

/* The loader calls a constructor, whoever else does. */
static void constructor(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_doer(&b);
    b.f->flags = VT_FUNCTION_CONSTRUCTOR;
    build_function(&b, "main", 0);
    add_call(&b, "doer", COUNTS);
    assert_false(ask_and_free(&b, 1));
}

/* Through a pointer the call counts as any other. */
static void through_a_pointer(void **state) {
    (void)state;
    for (int guarded = 0; guarded <= 1; guarded++) {
        struct build b = build_unit("a.c");
        add_doer(&b);
        build_function(&b, "main", 0);
        add_call(&b, NULL, guarded ? COUNTS : 0);
        build_flow(&b, ADDRESS(&b, "doer"), CALLEE(&b, 0));
        assert_int_equal(ask_and_free(&b, 1), guarded);
    }
}

/* Many ways to one place: every function calls the next two; asked in linear time. */
static void many_ways(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_doer(&b);
    char name[16], next[16];
    for (int i = 60; i >= 0; i--) {
        snprintf(name, sizeof name, "f%d", i);
        build_function(&b, name, 0);
        for (int j = i + 1; j <= i + 2; j++) {
            snprintf(next, sizeof next, "f%d", j);
            add_call(&b, j > 60 ? "doer" : next, i == 0 ? COUNTS : 0);
        }
    }
    struct vt_program *program = ask_link(&b, 1);
    int asked = 0;
    assert_true(vt_program_is_guarded(program, ask_effect(program, "do", b.arena), counts, &asked));
    assert_in_range(asked, 1, 200);
    ask_free(program, &b, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions),
        cmocka_unit_test(in_its_own_function),
        cmocka_unit_test(one_of_several),
        cmocka_unit_test(without_conditions),
        cmocka_unit_test(in_every_caller),
        cmocka_unit_test(at_every_site),
        cmocka_unit_test(further_up),
        cmocka_unit_test(circle),
        cmocka_unit_test(circle_without_caller),
        cmocka_unit_test(constructor),
        cmocka_unit_test(through_a_pointer),
        cmocka_unit_test(many_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
