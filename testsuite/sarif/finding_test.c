/* What the engine makes of what rules say: paths in sentences, weight, keys, order, selection. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/finding/story.h"
#include "fixture.h"

static const struct vt_finding *find(const struct fixture *fixture, const char *id) {
    for (size_t i = 0; i < fixture->findings.count; i++)
        if (strcmp(fixture->findings.items[i].rule->id, id) == 0)
            return &fixture->findings.items[i];
    fail_msg("no finding of %s", id);
    return NULL;
}

static void assert_step(const struct vt_step *step, const struct vt_step *expected) {
    assert_string_equal(step->text, expected->text);
    assert_string_equal(step->file, expected->file);
    assert_int_equal(step->line, expected->line);
    assert_string_equal(step->function, expected->function);
    assert_string_equal(step->kind, expected->kind);
    assert_int_equal(step->depth, expected->depth);
    assert_int_equal(step->essential, expected->essential);
}

static void path_is_told_step_by_step(void **state) {
    (void)state;
    static const struct vt_step expected[] = {
        {"src/login.c", 11, 1, "read_token", "The password is read here.", "source", 2, true, NULL},
        {"src/login.c", 20, 1, "login", "The value is returned from `read_token`.", "return", 1,
         false, NULL},
        {"src/login.c", 21, 1, "login", "The value is passed to `relay` as parameter `text`.",
         "call", 1, false, NULL},
        {"src/relay.c", 31, 1, "relay",
         "The value is xored and encoded. It is kept in global `g_outbox`.", "value", 2, false,
         NULL},
        {"src/net.c", 51, 1, "flush", "The value is passed to `net_send` as parameter `data`.",
         "call", 2, false, NULL},
        {"src/net.c", 42, 1, "net_send", "It is sent here.", "sink", 3, true, NULL},
    };
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "exfil");
    const struct vt_finding *finding = find(&fixture, "exfil/test-leak");
    assert_int_equal(finding->nsteps, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < finding->nsteps; i++)
        assert_step(&finding->steps[i], &expected[i]);
    fixture_free(&fixture);
}

static void weight_of_evidence_gives_level_and_rank(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "exfil");
    const struct vt_finding *finding = find(&fixture, "exfil/test-leak");
    assert_int_equal((int)finding->rank, 60 + 20 - 5);
    assert_int_equal(finding->level, VT_LEVEL_ERROR);
    assert_string_equal(finding->message, "A password leaves through `send`.");
    assert_int_equal(finding->nevidence, 2);
    assert_string_equal(finding->evidence[0].text, "The peer is the constant 203.0.113.7.");
    assert_null(finding->unknown);
    fixture_free(&fixture);
}

static void doubles_are_merged_and_light_ones_dropped(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "crypto");
    assert_int_equal(fixture.findings.count, 1);
    assert_int_equal((int)fixture.findings.items[0].rank, 45);
    assert_int_equal(fixture.findings.items[0].level, VT_LEVEL_WARNING);
    fixture_free(&fixture);
}

static void key_survives_moved_lines_and_folders(void **state) {
    (void)state;
    struct fixture before, after;
    fixture_new(&before, "src/", 0);
    fixture_new(&after, "/elsewhere/agent/", 100);
    fixture_run(&before, NULL);
    fixture_run(&after, NULL);
    const struct vt_finding *moved = find(&after, "exfil/test-leak");
    assert_int_equal(moved->steps[0].line, 111);
    assert_string_equal(find(&before, "exfil/test-leak")->key, moved->key);
    assert_string_equal(moved->key, "exfil/test-leak\nsecret.credential by getpass\n"
                                    "read_token > login > relay > flush > net_send\n"
                                    "net.send by send");
    assert_string_not_equal(find(&before, "crypto/test-twice")->key, moved->key);
    fixture_free(&before);
    fixture_free(&after);
}

static void ways_can_follow_each_other(void **state) {
    (void)state;
    static const struct vt_step end = {"src/net.c", 42, 1,    "net_send", "And is used here.",
                                       "sink",      1,  true, NULL};
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, "crypto");
    const struct vt_finding *finding = &fixture.findings.items[0];
    assert_int_equal(finding->nsteps, 7);
    assert_string_equal(finding->steps[5].text, "Ends here.");
    assert_step(&finding->steps[6], &end);
    fixture_free(&fixture);
}

static void order_is_by_place_then_rule(void **state) {
    (void)state;
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    fixture_run(&fixture, NULL);
    assert_int_equal(fixture.findings.count, 2);
    assert_string_equal(fixture.findings.items[0].rule->id, "crypto/test-twice");
    assert_string_equal(fixture.findings.items[1].rule->id, "exfil/test-leak");
    fixture_free(&fixture);
}

static void selection_names_rules_and_families(void **state) {
    (void)state;
    assert_true(vt_rule_selected(vt_rules[0], NULL));
    assert_true(vt_rule_selected(vt_rules[0], "exfil"));
    assert_true(vt_rule_selected(vt_rules[0], "crypto, exfil/test-leak "));
    assert_false(vt_rule_selected(vt_rules[0], "crypto"));
    assert_false(vt_rule_selected(vt_rules[0], "exfil/test"));
}

static void unknown_selection_lists_what_there_is(void **state) {
    (void)state;
    static const char *const wrong[] = {"exf", "", "exfil,", "exfil/", "exfil/test-leak/x"};
    struct fixture fixture;
    fixture_new(&fixture, "src/", 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct vt_error error = {{0}};
        assert_false(vt_rules_run(fixture.program, wrong[i], &fixture.findings, &error));
        assert_non_null(strstr(error.text, "exfil/test-leak, crypto/test-twice"));
    }
    assert_int_equal(fixture.findings.count, 0);
    fixture_free(&fixture);
}

/* ---- The story by itself ----------------------------------------------------------------- */

/* Tells COUNT steps of FLOW, whose unit and function are those of the fixture's `relay`. */
static struct vt_step *tell(struct fixture *fixture, struct vt_flow_step *flow, size_t count,
                            size_t *told) {
    uint32_t relay = 0;
    while (strcmp(vt_program_function_name(fixture->program, relay), "relay") != 0)
        relay++;
    for (size_t i = 0; i < count; i++) {
        flow[i].unit = fixture->units[1];
        flow[i].function = relay;
        flow[i].callee = relay;
    }
    struct vt_story story = {fixture->program, flow, count, "First", "Last!"};
    return vt_story_tell(&story, fixture->findings.arena, told);
}

static void ends_are_told_even_without_a_place(void **state) {
    (void)state;
    struct vt_flow_step flow[] = {{.kind = VT_STEP_SOURCE, .location = VT_NONE},
                                  {.kind = VT_STEP_FLOW, .location = 0},
                                  {.kind = VT_STEP_SINK, .location = VT_NONE}};
    struct fixture fixture;
    size_t told;
    fixture_new(&fixture, "src/", 0);
    struct vt_step *steps = tell(&fixture, flow, 3, &told);
    assert_int_equal(told, 2);
    assert_string_equal(steps[0].text, "First.");
    assert_string_equal(steps[0].file, "");
    assert_int_equal(steps[0].line, 0);
    assert_string_equal(steps[1].text, "Last!");
    assert_string_equal(steps[1].kind, "sink");
    fixture_free(&fixture);
}

static void what_happens_at_an_end_is_told_too(void **state) {
    (void)state;
    struct vt_flow_step flow[] = {{.kind = VT_STEP_SOURCE, .location = 0, .tags = VT_TAG_HASH},
                                  {.kind = VT_STEP_SINK, .location = 0, .tags = VT_TAG_FORMAT}};
    struct fixture fixture;
    size_t told;
    fixture_new(&fixture, "src/", 0);
    struct vt_step *steps = tell(&fixture, flow, 2, &told);
    assert_int_equal(told, 4);
    assert_string_equal(steps[1].text, "The value is hashed.");
    assert_string_equal(steps[1].kind, "value");
    assert_string_equal(steps[2].text, "The value is printed into text.");
    fixture_free(&fixture);
}

static void loops_are_told_once(void **state) {
    (void)state;
    struct vt_flow_step flow[] = {{.kind = VT_STEP_SOURCE, .location = VT_NONE},
                                  {.kind = VT_STEP_FLOW, .location = 0, .tags = VT_TAG_XOR},
                                  {.kind = VT_STEP_FLOW, .location = 0, .tags = VT_TAG_XOR},
                                  {.kind = VT_STEP_SINK, .location = VT_NONE}};
    struct fixture fixture;
    size_t told;
    fixture_new(&fixture, "src/", 0);
    struct vt_step *steps = tell(&fixture, flow, 4, &told);
    assert_int_equal(told, 3);
    assert_string_equal(steps[1].text, "The value is xored.");
    fixture_free(&fixture);
}

static void struct_fields_and_surplus_arguments_have_words(void **state) {
    (void)state;
    struct vt_flow_step flow[] = {
        {.kind = VT_STEP_SOURCE, .location = VT_NONE},
        {.kind = VT_STEP_FLOW, .location = 0, .tags = VT_TAG_FIELD},
        {.kind = VT_STEP_GLOBAL, .location = VT_NONE, .name = "struct.session"},
        {.kind = VT_STEP_CALL, .location = 0, .index = 7},
        {.kind = VT_STEP_SINK, .location = 0}};
    struct fixture fixture;
    size_t told;
    fixture_new(&fixture, "src/", 0);
    struct vt_step *steps = tell(&fixture, flow, 5, &told);
    assert_int_equal(told, 4);
    assert_string_equal(steps[1].text,
                        "The value is stored in a struct that is followed by type and field. "
                        "It is read again from a `session`.");
    assert_string_equal(steps[2].text, "The value is passed to `relay` as argument 8.");
    assert_int_equal(steps[3].depth, 2);
    fixture_free(&fixture);
}

static void calls_that_change_nothing_are_one_step(void **state) {
    (void)state;
    struct vt_flow_step flow[] = {{.kind = VT_STEP_SOURCE, .location = VT_NONE},
                                  {.kind = VT_STEP_CALL, .location = 0},
                                  {.kind = VT_STEP_CALL, .location = 0},
                                  {.kind = VT_STEP_RETURN, .location = 0},
                                  {.kind = VT_STEP_RETURN, .location = 0},
                                  {.kind = VT_STEP_CALL, .location = 0},
                                  {.kind = VT_STEP_RETURN, .location = 0, .tags = VT_TAG_XOR},
                                  {.kind = VT_STEP_SINK, .location = 0}};
    struct fixture fixture;
    size_t told;
    fixture_new(&fixture, "src/", 0);
    struct vt_step *steps = tell(&fixture, flow, 8, &told);
    assert_int_equal(told, 5);
    assert_string_equal(steps[1].text, "The value is handed through `relay`.");
    assert_string_equal(steps[1].kind, "value");
    assert_string_equal(steps[2].text, "The value is passed to `relay` as parameter `text`.");
    assert_int_equal(steps[2].depth, 1);
    assert_string_equal(steps[3].text, "The value is xored and returned from `relay`.");
    assert_int_equal(steps[4].depth, 1);
    fixture_free(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(path_is_told_step_by_step),
        cmocka_unit_test(weight_of_evidence_gives_level_and_rank),
        cmocka_unit_test(doubles_are_merged_and_light_ones_dropped),
        cmocka_unit_test(key_survives_moved_lines_and_folders),
        cmocka_unit_test(ways_can_follow_each_other),
        cmocka_unit_test(order_is_by_place_then_rule),
        cmocka_unit_test(selection_names_rules_and_families),
        cmocka_unit_test(unknown_selection_lists_what_there_is),
        cmocka_unit_test(ends_are_told_even_without_a_place),
        cmocka_unit_test(what_happens_at_an_end_is_told_too),
        cmocka_unit_test(loops_are_told_once),
        cmocka_unit_test(struct_fields_and_surplus_arguments_have_words),
        cmocka_unit_test(calls_that_change_nothing_are_one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
