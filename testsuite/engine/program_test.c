/* Linking: which definition a name means, who calls whom, and what nobody looked at. */
#include "ask.h"

/* int get(void) { return NUMBER; } */
static struct vt_symbol *add_getter(struct build *b, const char *name, int64_t number) {
    struct vt_symbol *symbol = build_function(b, name, 0);
    build_flow(b, NUMBER(b, number), RETURN(b));
    return symbol;
}

/* An effect CLASS_NAME in function FUNCTION with what NAME returns. */
static void add_user(struct build *b, const char *function, const char *class_name,
                     const char *name) {
    build_function(b, function, 0);
    uint32_t call = build_call(b, name, 0, 1);
    build_flow(b, RESULT(b, call),
               IN(b, build_event(b, VT_FACT_EFFECT, class_name, 1), VT_ROLE_PAYLOAD));
}

/* The number of blind spots of KIND; *LAST becomes the last of them. */
static size_t count_blinds(const struct vt_program *program, enum vt_blind_kind kind,
                           struct vt_program_blind *last) {
    size_t count, n = 0;
    const struct vt_program_blind *blinds = vt_program_blinds(program, &count);
    for (size_t i = 0; i < count; i++) {
        if (blinds[i].kind != kind)
            continue;
        *last = blinds[i];
        n++;
    }
    return n;
}

/* ---- Symbols ----------------------------------------------------------------------------- */

static void weak_gives_way_to_strong(void **state) {
    (void)state;
    for (int strong_first = 0; strong_first <= 1; strong_first++) {
        struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
        add_getter(&b[strong_first], "get", 1)->is_weak = 1;
        add_getter(&b[!strong_first], "get", 2);
        add_user(&b[0], "f", "one", "get");
        add_user(&b[1], "g", "two", "get");
        struct vt_program *program = ask_link(b, 2);
        struct vt_program_blind blind;
        ask_payload(program, "one", 0, "number:2");
        ask_payload(program, "two", 0, "number:2");
        assert_int_equal(count_blinds(program, VT_BLIND_INTERNAL, &blind), 0);
        ask_free(program, b, 2);
    }
}

/* Of two weak definitions (inline functions of C++) the first counts, and events count once. */
static void weak_twice(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    for (int i = 0; i < 2; i++) {
        add_getter(&b[i], "get", i)->is_weak = 1;
        build_event(&b[i], VT_FACT_EFFECT, "log", 1);
    }
    add_user(&b[1], "f", "one", "get");
    struct vt_program *program = ask_link(b, 2);
    size_t count;
    vt_program_events(program, VT_FACT_EFFECT, "log", b[0].arena, &count);
    assert_int_equal(count, 1);
    ask_payload(program, "one", 0, "number:0");
    ask_free(program, b, 2);
}

/* Two programs in one folder: each unit keeps its own, others get the first; the report says so. */
static void strong_twice(void **state) {
    (void)state;
    struct build b[3] = {build_unit("a.c"), build_unit("b.c"), build_unit("c.c")};
    add_getter(&b[0], "get", 1);
    add_getter(&b[1], "get", 2);
    add_user(&b[0], "f", "one", "get");
    add_user(&b[1], "g", "two", "get");
    add_user(&b[2], "h", "three", "get");
    struct vt_program *program = ask_link(b, 3);
    struct vt_program_blind blind;
    ask_payload(program, "one", 0, "number:1");
    ask_payload(program, "two", 0, "number:2");
    ask_payload(program, "three", 0, "number:1");
    assert_int_equal(count_blinds(program, VT_BLIND_INTERNAL, &blind), 1);
    assert_string_equal(blind.text, "get is defined twice, in a.c and in b.c");
    assert_int_equal(blind.unit, 1);
    ask_free(program, b, 3);
}

static void local_binds_in_its_unit(void **state) {
    (void)state;
    struct build b[3] = {build_unit("a.c"), build_unit("b.c"), build_unit("c.c")};
    add_getter(&b[0], "get", 1);
    add_getter(&b[1], "get", 2)->is_local = 1;
    add_user(&b[1], "g", "two", "get");
    add_user(&b[2], "h", "three", "get");
    struct vt_program *program = ask_link(b, 3);
    struct vt_program_blind blind;
    ask_payload(program, "two", 0, "number:2");
    ask_payload(program, "three", 0, "number:1");
    assert_int_equal(count_blinds(program, VT_BLIND_INTERNAL, &blind), 0);
    ask_free(program, b, 3);
}

/* alias -> other -> get, across units; and two aliases that mean each other must not hang. */
static void aliases(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    add_getter(&b[0], "get", 1);
    uint32_t get = build_symbol(&b[0], "get"), other = build_symbol(&b[0], "other");
    build_global(&b[0], "other")->resolver = get;
    build_global(&b[0], "alias")->resolver = other;
    uint32_t ring = build_symbol(&b[0], "ring"), round = build_symbol(&b[0], "round");
    build_global(&b[0], "ring")->resolver = round;
    build_global(&b[0], "round")->resolver = ring;
    add_user(&b[1], "f", "one", "alias");
    add_user(&b[1], "g", "two", "ring");
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "one", 0, "number:1");
    assert_int_equal(vt_program_nunits(program), 2);
    ask_free(program, b, 2);
}

/* ---- Calls ------------------------------------------------------------------------------- */

static void targets_and_callers(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_getter(&b, "get", 1);
    add_user(&b, "f", "one", "get");
    add_user(&b, "g", "two", "get");
    build_call(&b, "outside", 0, 1);
    struct vt_program *program = ask_link(&b, 1);
    uint32_t get = ask_function(program, "get"), g = ask_function(program, "g");
    const struct vt_site *sites;
    const uint32_t *targets;
    assert_int_equal(vt_program_callers(program, get, &sites), 2);
    assert_int_equal(sites[0].function, ask_function(program, "f"));
    assert_int_equal(sites[1].function, g);
    assert_int_equal(sites[1].call, 0);
    assert_int_equal(vt_program_callers(program, g, &sites), 0);
    assert_int_equal(vt_program_targets(program, (struct vt_site){g, 0}, &targets), 1);
    assert_int_equal(targets[0], get);
    assert_int_equal(vt_program_targets(program, (struct vt_site){g, 1}, &targets), 0);
    ask_free(program, &b, 1);
}

/* ---- Events ------------------------------------------------------------------------------ */

static void classes(void **state) {
    (void)state;
    assert_true(vt_class_is("net", "net"));
    assert_true(vt_class_is("net.send", "net"));
    assert_true(vt_class_is("net.send.raw", "net.send"));
    assert_false(vt_class_is("net", "net.send"));
    assert_false(vt_class_is("network", "net"));
    assert_false(vt_class_is("", "net"));
}

static void events(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "f", 0);
    build_event(&b[0], VT_FACT_EFFECT, "net.send", 7);
    build_event(&b[0], VT_FACT_ORIGIN, "net.data", 8);
    build_event(&b[0], VT_FACT_EFFECT, "network", 9);
    build_function(&b[1], "g", 0);
    build_event(&b[1], VT_FACT_EFFECT, "net", 10);
    struct vt_program *program = ask_link(b, 2);
    size_t count;
    struct vt_arena *arena = b[0].arena;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, "net", arena, &count);
    assert_int_equal(count, 2);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, refs[0], &unit);
    assert_int_equal(build_line(unit, event->location), 7);
    assert_ptr_equal(unit, b[0].unit);
    assert_int_equal(refs[1].function, ask_function(program, "g"));
    vt_program_events(program, VT_FACT_EFFECT, NULL, arena, &count);
    assert_int_equal(count, 3);
    vt_program_events(program, VT_FACT_CHECK, NULL, arena, &count);
    assert_int_equal(count, 0);
    ask_free(program, b, 2);
}

/* ---- Blind spots ------------------------------------------------------------------------- */

static void blind_spots(void **state) {
    (void)state;
    static const struct vt_row rows[] = {{.function = "known", .fact = VT_FACT_KNOWN}};
    const struct vt_models models = {.rows = rows, .nrows = 1};
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    struct vt_blind assembly = {.kind = VT_BLIND_ASM,
                                .location = VT_NONE,
                                .count = 3,
                                .what = vt_intern(b[1].unit->strings, "f")};
    b[1].unit->blinds = &assembly;
    b[1].unit->nblinds = 1;
    for (int i = 0; i < 2; i++) {
        build_function(&b[i], i ? "f" : "g", 0);
        build_call(&b[i], "zebra", 0, 1);
        build_call(&b[i], i ? "ape" : "zebra", 0, 1);
        build_call(&b[i], "known", 0, 1);
    }
    CALLEE(&b[1], build_call(&b[1], NULL, 0, 5));
    CALLEE(&b[1], build_call(&b[1], NULL, 0, 6));
    build_event(&b[1], VT_FACT_EFFECT, "code.executable", 7);
    build_event(&b[1], VT_FACT_EFFECT, "code.executable", 8);
    build_event(&b[1], VT_FACT_EFFECT, "net.send", 9);
    struct vt_program *program = ask_link_with(b, 2, &models);
    size_t count;
    const struct vt_program_blind *blinds = vt_program_blinds(program, &count);
    assert_int_equal(count, 5);
    assert_int_equal(blinds[0].kind, VT_BLIND_ASM);
    assert_int_equal(blinds[0].count, 3);
    assert_int_equal(blinds[0].unit, 1);
    assert_int_equal(blinds[1].kind, VT_BLIND_INDIRECT);
    assert_string_equal(blinds[1].text, "f");
    assert_int_equal(blinds[1].count, 2);
    assert_int_equal(build_line(b[1].unit, blinds[1].location), 5);
    assert_int_equal(blinds[2].kind, VT_BLIND_UNMODELLED);
    assert_string_equal(blinds[2].text, "ape");
    assert_int_equal(blinds[2].count, 1);
    assert_string_equal(blinds[3].text, "zebra");
    assert_int_equal(blinds[3].count, 3);
    assert_int_equal(blinds[3].unit, 0);
    assert_int_equal(build_line(b[0].unit, blinds[3].location), 1);
    assert_int_equal(blinds[4].kind, VT_BLIND_GENERATED);
    assert_string_equal(blinds[4].text, "f");
    assert_int_equal(blinds[4].count, 2);
    assert_int_equal(build_line(b[1].unit, blinds[4].location), 7);
    ask_free(program, b, 2);
}

/* ---- Looking around ---------------------------------------------------------------------- */

static void looking_around(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "f", 1);
    build_function(&b[1], NULL, 0);
    build_function(&b[1], "g", 3);
    struct vt_program *program = ask_link(b, 2);
    const struct vt_unit *unit;
    const char *origin;
    assert_int_equal(vt_program_nfunctions(program), 3);
    assert_int_equal(vt_program_function(program, 2, &unit)->nparams, 3);
    assert_ptr_equal(unit, b[1].unit);
    assert_string_equal(vt_program_function_name(program, 1), "");
    assert_string_equal(vt_program_function_name(program, 2), "g");
    assert_ptr_equal(vt_program_unit(program, 1, &origin), b[1].unit);
    assert_string_equal(origin, "b.c");
    ask_free(program, b, 2);
}

static void nothing_at_all(void **state) {
    (void)state;
    struct vt_program *program = ask_link(NULL, 0);
    size_t count;
    vt_program_blinds(program, &count);
    assert_int_equal(count, 0);
    assert_int_equal(vt_program_nfunctions(program), 0);
    vt_program_free(program);
    vt_program_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weak_gives_way_to_strong),
        cmocka_unit_test(weak_twice),
        cmocka_unit_test(strong_twice),
        cmocka_unit_test(local_binds_in_its_unit),
        cmocka_unit_test(aliases),
        cmocka_unit_test(targets_and_callers),
        cmocka_unit_test(classes),
        cmocka_unit_test(events),
        cmocka_unit_test(blind_spots),
        cmocka_unit_test(looking_around),
        cmocka_unit_test(nothing_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
