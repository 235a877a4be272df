/* Checks whose outcome must have been good: read rightly, on all ways, through functions. */
#include "ask.h"

#define CLASS "check.signature"

/* A check in the function that grows; gives its event. */
static uint32_t add_check(struct build *b, enum vt_success success) {
    uint32_t event = build_event(b, VT_FACT_CHECK, CLASS, 1);
    b->f->events[event].success = (uint8_t)success;
    return event;
}

/* The predicate "SUBJECT compares with NUMBER". */
static uint32_t add_predicate(struct build *b, uint32_t from, enum vt_compare compare,
                              int64_t number, uint32_t tags) {
    uint32_t predicate = build_predicate(b, number);
    b->f->predicates[predicate].compare = (uint8_t)compare;
    build_edge(b, from, SUBJECT(b, predicate, 0), 0, tags, 0);
    return predicate;
}

static void add_verdict(struct build *b, int64_t number, uint32_t guards) {
    uint32_t n = b->f->nverdicts;
    struct vt_verdict *all = vt_alloc_array(b->arena, n + 1, sizeof *all);
    if (n)
        memcpy(all, b->f->verdicts, n * sizeof *all);
    all[n] = (struct vt_verdict){number, guards, VT_NONE};
    b->f->verdicts = all;
    b->f->nverdicts = n + 1;
}

/* The effect that is asked about, behind guard list GUARDS. */
static void add_effect(struct build *b, uint32_t guards) {
    uint32_t event = build_event(b, VT_FACT_EFFECT, "do", 2);
    b->f->events[event].guards = guards;
}

static bool is_checked(struct build *b, size_t n) {
    struct vt_program *program = ask_link(b, n);
    struct vt_arena *arena = vt_arena_new();
    bool checked = vt_program_is_checked(program, ask_effect(program, "do", arena), "check");
    assert_false(vt_program_is_checked(program, ask_effect(program, "do", arena), "check.mac"));
    vt_arena_free(arena);
    ask_free(program, b, n);
    return checked;
}

/* if (check() OP number) do(); for results that mean success in different ways. */
static void read_rightly(void **state) {
    (void)state;
    static const struct {
        enum vt_success success;
        enum vt_compare compare;
        int64_t number;
        bool holds, good;
    } cases[] = {
        {VT_SUCCESS_ONE, VT_EQ, 1, true, true},
        {VT_SUCCESS_ONE, VT_NE, 0, true, false},
        {VT_SUCCESS_ONE, VT_EQ, 0, false, false},
        {VT_SUCCESS_ONE, VT_SLE, 0, false, true},
        {VT_SUCCESS_ONE, VT_SGE, 0, true, false},
        {VT_SUCCESS_ZERO, VT_NE, 0, false, true},
        {VT_SUCCESS_ZERO, VT_NE, 0, true, false},
        {VT_SUCCESS_ZERO, VT_SLT, 0, false, false},
        {VT_SUCCESS_NONZERO, VT_NE, 0, true, true},
        {VT_SUCCESS_NONZERO, VT_EQ, 0, true, false},
        {VT_SUCCESS_POSITIVE, VT_SGT, 0, true, true},
        {VT_SUCCESS_POSITIVE, VT_EQ, -1, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build b = build_unit("a.c");
        build_function(&b, "main", 0);
        uint32_t check = add_check(&b, cases[i].success);
        uint32_t predicate =
            add_predicate(&b, OUTCOME(&b, check), cases[i].compare, cases[i].number, 0);
        add_effect(&b, build_guard(&b, predicate, cases[i].holds, true));
        if (is_checked(&b, 1) != cases[i].good)
            fail_msg("case %zu", i);
    }
}

/* Without any condition, and behind one about something else. */
static void not_asked(void **state) {
    (void)state;
    for (int other = 0; other <= 1; other++) {
        struct build b = build_unit("a.c");
        build_function(&b, "main", 1);
        add_check(&b, VT_SUCCESS_ONE);
        uint32_t predicate = add_predicate(&b, FORMAL(&b, 0), VT_EQ, 1, 0);
        add_effect(&b, other ? build_guard(&b, predicate, true, true) : VT_NONE);
        assert_false(is_checked(&b, 1));
    }
}

/* if (check(key 0) == 0 || OTHER) do(); where OTHER is a second check, or a setting. */
static void alternatives(void **state) {
    (void)state;
    for (int setting = 0; setting <= 1; setting++) {
        struct build b = build_unit("a.c");
        build_function(&b, "main", 1);
        uint32_t first =
            add_predicate(&b, OUTCOME(&b, add_check(&b, VT_SUCCESS_ZERO)), VT_EQ, 0, 0);
        uint32_t second =
            setting ? add_predicate(&b, FORMAL(&b, 0), VT_EQ, 0, 0)
                    : add_predicate(&b, OUTCOME(&b, add_check(&b, VT_SUCCESS_ZERO)), VT_EQ, 0, 0);
        uint32_t list = build_guard(&b, first, true, false);
        BUILD_ADD(&b, &b.f->guards, guards, nguards, guards);
        b.f->guards.guards[1] = (struct vt_guard){second, true, false, 1};
        b.f->guards.guards[0].either = 1;
        b.f->guards.offsets[1] = 2;
        add_effect(&b, list);
        assert_int_equal(is_checked(&b, 1), !setting);
    }
}

enum shape {
    PLAIN,      /* if (check() != 0) return -1;  return 0; */
    DROPPED,    /* check();  return 0; */
    MISREAD,    /* if (check() < 0) return -1;  return 0;  and the check may give 1 */
    BYPASS,     /* if (parameter == 7) return 0;  and then as PLAIN */
    RESULT_OF,  /* return check(); */
    PREPARED,   /* if ((e = prepare()) != 0) return e;  return check(); */
    NEVER_GOOD, /* return -1; */
};

/* A function NAME of this shape, in the unit of B; 0 is its good result. */
static void add_judge(struct build *b, const char *name, enum shape shape) {
    if (shape == PREPARED) {
        build_function(b, "prepare", 0);
        add_verdict(b, -1, VT_NONE);
        add_verdict(b, 0, VT_NONE);
    }
    build_function(b, name, 1);
    uint32_t check = shape == NEVER_GOOD ? 0 : add_check(b, VT_SUCCESS_ZERO);
    if (shape == RESULT_OF || shape == PREPARED)
        build_flow(b, OUTCOME(b, check), RETURN(b));
    if (shape == PREPARED)
        build_flow(b, RESULT(b, build_call(b, "prepare", 0, 1)), RETURN(b));
    if (shape == NEVER_GOOD)
        add_verdict(b, -1, VT_NONE);
    if (shape == DROPPED)
        add_verdict(b, 0, VT_NONE);
    if (shape == PLAIN || shape == BYPASS || shape == MISREAD) {
        enum vt_compare compare = shape == MISREAD ? VT_SLT : VT_NE;
        uint32_t bad = add_predicate(b, OUTCOME(b, check), compare, 0, 0);
        add_verdict(b, -1, build_guard(b, bad, true, true));
        add_verdict(b, 0, build_guard(b, bad, false, true));
        build_edge(b, OUTCOME(b, check), RETURN(b), 0, VT_TAG_DECIDED, 0);
    }
    if (shape == BYPASS) {
        uint32_t magic = add_predicate(b, FORMAL(b, 0), VT_EQ, 7, 0);
        add_verdict(b, 0, build_guard(b, magic, true, true));
    }
}

/* if (NAME() == 0) do(); */
static void add_asker(struct build *b, const char *name) {
    build_function(b, "main", 0);
    uint32_t call = build_call(b, name, 1, 1);
    uint32_t predicate = add_predicate(b, RESULT(b, call), VT_EQ, 0, 0);
    add_effect(b, build_guard(b, predicate, true, true));
}

static const struct {
    enum shape shape;
    bool good;
} shapes[] = {
    {PLAIN, true},     {DROPPED, false}, {MISREAD, false},    {BYPASS, false},
    {RESULT_OF, true}, {PREPARED, true}, {NEVER_GOOD, false},
};

static void in_another_function(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
        add_judge(&b[0], "judge", shapes[i].shape);
        add_asker(&b[1], "judge");
        if (is_checked(b, 2) != shapes[i].good)
            fail_msg("shape %d", shapes[i].shape);
    }
}

/* outer(): if (judge() != 0) return -1;  return 0; */
static void further_down(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct build b = build_unit("a.c");
        add_judge(&b, "judge", shapes[i].shape);
        build_function(&b, "outer", 0);
        uint32_t bad = add_predicate(&b, RESULT(&b, build_call(&b, "judge", 1, 1)), VT_NE, 0, 0);
        add_verdict(&b, -1, build_guard(&b, bad, true, true));
        add_verdict(&b, 0, build_guard(&b, bad, false, true));
        add_asker(&b, "outer");
        if (is_checked(&b, 1) != shapes[i].good)
            fail_msg("shape %d", shapes[i].shape);
    }
}

/* return judge(); */
static void handed_on(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct build b = build_unit("a.c");
        add_judge(&b, "judge", shapes[i].shape);
        build_function(&b, "outer", 0);
        build_flow(&b, RESULT(&b, build_call(&b, "judge", 1, 1)), RETURN(&b));
        add_asker(&b, "outer");
        if (is_checked(&b, 1) != shapes[i].good)
            fail_msg("shape %d", shapes[i].shape);
    }
}

/* Through a pointer to one of two: both must be good. */
static void one_of_two(void **state) {
    (void)state;
    for (int second = 0; second <= 1; second++) {
        struct build b = build_unit("a.c");
        add_judge(&b, "first", PLAIN);
        add_judge(&b, "second", second ? PLAIN : BYPASS);
        add_asker(&b, NULL);
        build_flow(&b, ADDRESS(&b, "first"), CALLEE(&b, 0));
        build_flow(&b, ADDRESS(&b, "second"), CALLEE(&b, 0));
        assert_int_equal(is_checked(&b, 1), second);
    }
}

static void add_setting(struct build *b, uint32_t predicate, int64_t number, uint32_t guards) {
    uint32_t n = b->f->nsettings;
    struct vt_setting *all = vt_alloc_array(b->arena, n + 1, sizeof *all);
    if (n)
        memcpy(all, b->f->settings, n * sizeof *all);
    all[n] = (struct vt_setting){predicate, VT_NONE, 0, number, guards, VT_NONE, 0};
    b->f->settings = all;
    b->f->nsettings = n + 1;
}

/* A flag that is 1 after a check, and perhaps without one; perhaps the flag relies on itself. */
static void a_flag_is_as_good_as_what_sets_it(void **state) {
    enum { CHECKED, SKIPPED, LOOPED, NCASES };
    (void)state;
    for (int i = 0; i < NCASES; i++) {
        struct build b = build_unit("a.c");
        build_function(&b, "install", 1);
        uint32_t check = add_check(&b, VT_SUCCESS_ZERO);
        uint32_t passed = add_predicate(&b, OUTCOME(&b, check), VT_EQ, 0, 0);
        uint32_t other = add_predicate(&b, FORMAL(&b, 0), VT_EQ, 7, 0);
        uint32_t flag = build_predicate(&b, 0);
        b.f->predicates[flag].compare = VT_NE;
        build_edge(&b, OUTCOME(&b, check), SUBJECT(&b, flag, 0), 0,
                   VT_TAG_COMPARED | VT_TAG_DECIDED, 0);
        build_flow(&b, NUMBER(&b, 1), SUBJECT(&b, flag, 0));
        add_setting(&b, flag, 0, VT_NONE);
        add_setting(&b, flag, 1, build_guard(&b, passed, true, true));
        if (i == SKIPPED)
            add_setting(&b, flag, 1, build_guard(&b, other, true, true));
        if (i == LOOPED)
            add_setting(&b, flag, 1, build_guard(&b, flag, true, true));
        add_effect(&b, build_guard(&b, flag, true, true));
        assert_int_equal(is_checked(&b, 1), i != SKIPPED);
    }
}

/* Two functions whose verdicts rely on each other, and on nothing else or on a check. */
static void circle(void **state) {
    (void)state;
    for (int checked = 0; checked <= 1; checked++) {
        struct build b = build_unit("a.c");
        const char *names[] = {"even", "odd"};
        for (int i = 0; i < 2; i++) {
            build_function(&b, names[i], 0);
            uint32_t call = build_call(&b, names[!i], 0, 1);
            uint32_t good = add_predicate(&b, RESULT(&b, call), VT_EQ, 0, 0);
            add_verdict(&b, 0, build_guard(&b, good, true, true));
            if (i == 0 || !checked)
                continue;
            uint32_t check = add_check(&b, VT_SUCCESS_ZERO);
            uint32_t passed = add_predicate(&b, OUTCOME(&b, check), VT_EQ, 0, 0);
            add_verdict(&b, 0, build_guard(&b, passed, true, true));
        }
        add_asker(&b, "even");
        assert_int_equal(is_checked(&b, 1), checked);
    }
}

/* int r = 0;  if (...) r = check();  if (r == 0) do();  and the same beginning with -1. */
static void may_be_a_constant(void **state) {
    (void)state;
    for (int first = -1; first <= 0; first++) {
        struct build b = build_unit("a.c");
        build_function(&b, "main", 0);
        uint32_t check = add_check(&b, VT_SUCCESS_ZERO);
        uint32_t predicate = add_predicate(&b, OUTCOME(&b, check), VT_EQ, 0, 0);
        build_flow(&b, NUMBER(&b, first), SUBJECT(&b, predicate, 0));
        add_effect(&b, build_guard(&b, predicate, true, true));
        assert_int_equal(is_checked(&b, 1), first == -1);
    }
}

/* good = check() == 1;  if (good) do();  and by way of a global. */
static void kept_as_boolean(void **state) {
    (void)state;
    for (int global = 0; global <= 1; global++) {
        struct build b = build_unit("a.c");
        build_global(&b, "good");
        build_function(&b, "main", 0);
        uint32_t from = OUTCOME(&b, add_check(&b, VT_SUCCESS_ONE)), tags = VT_TAG_COMPARED;
        if (global) {
            build_edge(&b, from, GLOBAL(&b, "good"), build_store(&b, 0, 4), tags, 0);
            build_function(&b, "doer", 0);
        }
        uint32_t predicate = build_predicate(&b, 0);
        build_edge(&b, global ? GLOBAL(&b, "good") : from, SUBJECT(&b, predicate, 0),
                   global ? build_load(&b, 0, 4) : 0, global ? 0 : tags, 0);
        add_effect(&b, build_guard(&b, predicate, false, true));
        assert_true(is_checked(&b, 1));
    }
}

/* A chain that is longer than what is followed ends, in time. */
static void long_chain(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    char name[16], next[16];
    add_judge(&b, "f40", PLAIN);
    for (int i = 39; i >= 0; i--) {
        snprintf(name, sizeof name, "f%d", i);
        snprintf(next, sizeof next, "f%d", i + 1);
        build_function(&b, name, 0);
        for (int k = 0; k < 2; k++)
            build_flow(&b, RESULT(&b, build_call(&b, next, 1, 1)), RETURN(&b));
    }
    add_asker(&b, "f0");
    assert_true(is_checked(&b, 1)); /* by the trace: a check is what decided */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_rightly),
        cmocka_unit_test(not_asked),
        cmocka_unit_test(alternatives),
        cmocka_unit_test(in_another_function),
        cmocka_unit_test(further_down),
        cmocka_unit_test(handed_on),
        cmocka_unit_test(a_flag_is_as_good_as_what_sets_it),
        cmocka_unit_test(one_of_two),
        cmocka_unit_test(circle),
        cmocka_unit_test(may_be_a_constant),
        cmocka_unit_test(kept_as_boolean),
        cmocka_unit_test(long_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
