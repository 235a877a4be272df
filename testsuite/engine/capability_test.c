/* Entries, what they reach, and the shortest way to it. */
#include "ask.h"
#include "engine/program/capability.h"

static void add_call(struct build *b, const char *name) {
    build_call(b, name, 0, 1);
}

static void add_effect(struct build *b, const char *class_name) {
    build_event(b, VT_FACT_EFFECT, class_name, 2);
}

/* "main:main exec.shell main spawn\n" and so on; in ARENA. */
static const char *print(const struct vt_program *program, struct vt_arena *arena) {
    size_t count;
    const struct vt_capability *all =
        vt_capabilities_find(program, vt_reach_find(program, arena), arena, &count);
    char *text = vt_alloc_text(arena, "");
    for (size_t i = 0; i < count; i++) {
        text = vt_alloc_format(arena, "%s%s:%s %s", text,
                               vt_program_function_name(program, all[i].entry.function),
                               vt_entry_kind_name(all[i].entry.kind), all[i].class_name);
        for (size_t k = 0; k < all[i].ncalls; k++)
            text = vt_alloc_format(arena, "%s %s", text,
                                   vt_program_function_name(program, all[i].calls[k].function));
        text = vt_alloc_format(arena, "%s %s\n", text,
                               vt_program_function_name(program, all[i].event.function));
    }
    return text;
}

/* main calls long > way > spawn, and spawn; a constructor calls way; spawn and way call each
 * other. */
static void the_shortest_way(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    struct vt_arena *arena = vt_arena_new();
    build_function(&b, "main", 0);
    b.f->flags = VT_FUNCTION_EXPORTED;
    add_call(&b, "longer");
    add_call(&b, "spawn");
    build_function(&b, "longer", 0);
    add_call(&b, "way");
    build_function(&b, "way", 0);
    add_call(&b, "spawn");
    build_function(&b, "spawn", 0);
    add_effect(&b, "exec.shell");
    add_effect(&b, "time.sleep");
    add_call(&b, "way");
    build_function(&b, "early", 0);
    b.f->flags = VT_FUNCTION_CONSTRUCTOR;
    add_effect(&b, "net.connect");
    add_call(&b, "way");
    struct vt_program *program = ask_link(&b, 1);
    assert_string_equal(print(program, arena), "main:main exec.shell main spawn\n"
                                               "early:constructor exec.shell early way spawn\n"
                                               "early:constructor net.connect early\n");
    struct vt_reach *reach = vt_reach_find(program, arena);
    assert_int_equal(vt_reach_kinds(reach, ask_function(program, "longer")), 1u << VT_ENTRY_MAIN);
    assert_int_equal(vt_reach_kinds(reach, ask_function(program, "way")),
                     1u << VT_ENTRY_MAIN | 1u << VT_ENTRY_CONSTRUCTOR);
    vt_arena_free(arena);
    ask_free(program, &b, 1);
}

/* Of a library all that is exported is an entry; of a program only what nobody calls. */
static void exported(void **state) {
    (void)state;
    for (int with_main = 0; with_main <= 1; with_main++) {
        struct build b = build_unit("a.c");
        struct vt_arena *arena = vt_arena_new();
        build_function(&b, "inner", 0);
        b.f->flags = VT_FUNCTION_EXPORTED;
        add_effect(&b, "net.send");
        build_function(&b, with_main ? "main" : "outer", 0);
        b.f->flags = VT_FUNCTION_EXPORTED;
        add_call(&b, "inner");
        struct vt_program *program = ask_link(&b, 1);
        assert_string_equal(print(program, arena), with_main
                                                       ? "main:main net.send main inner\n"
                                                       : "inner:exported net.send inner\n"
                                                         "outer:exported net.send outer inner\n");
        vt_arena_free(arena);
        ask_free(program, &b, 1);
    }
}

/* Nothing to reach, and a program without functions. */
static void nothing(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    struct vt_arena *arena = vt_arena_new();
    struct vt_program *program = ask_link(&b, 1);
    assert_string_equal(print(program, arena), "");
    vt_arena_free(arena);
    ask_free(program, &b, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shortest_way),
        cmocka_unit_test(exported),
        cmocka_unit_test(nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
