/* Requires: a linked program. Gives: vt_triggers_find and its like. Breaks: nothing.
 *
 * Conditions are collected in the event's function and up the way to it. Each is taken apart until
 * it says something of the outside: the verdict of a function becomes the conditions it is returned
 * under, a flag those it is set under (struct vt_setting). What cannot be taken apart is judged as
 * it stands (trigger_judge.c). Bytes that are compared one by one are put together in the end.
 */
#include "engine/trigger/trigger.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/trigger/trigger_judge.h"
#include "engine/trigger/trigger_words.h"

enum {
    MAX_DEPTH = 5,        /* verdicts and flags that rely on each other */
    MAX_CLIMB = 24,       /* callers above the event */
    MAX_TRIGGERS = 48,    /* that are kept */
    MAX_TOLD = 6,         /* in one sentence */
    MAX_ALTERNATIVES = 4, /* of one part of it */
    MAX_WORK = 128,       /* tests looked at */
};

struct search {
    struct vt_program *program;
    struct vt_arena *arena;
    struct vt_pin *pins;
    size_t npins, pin_capacity;
    struct vt_trigger found[MAX_TRIGGERS];
    unsigned behind[MAX_TRIGGERS]; /* of `found`: how many flags are between it and the event */
    size_t count;
    unsigned depth, work;
    uint32_t ngroups;
    unsigned nflags;  /* that are told of */
    const char *flag; /* the last of them, if there is one */
};

/* How a list of conditions comes to hold. */
struct mode {
    bool always;
    uint32_t group;
};

static void consider(struct search *search, const struct vt_test *test);

static void add_pin(struct search *search, uint32_t function, uint32_t call) {
    search->pins = vt_grow(search->arena, search->pins, search->npins, &search->pin_capacity,
                           sizeof *search->pins);
    search->pins[search->npins++] = (struct vt_pin){function, call};
}

static bool is_returned(const struct vt_function *facts, uint32_t predicate) {
    return vt_predicate_returned(&facts->predicates[predicate]);
}

/* ---- Lists of conditions ----------------------------------------------------------------- */

static struct vt_test test_of(const struct search *search, struct vt_condition_ref condition,
                              struct mode mode) {
    const struct vt_predicate *predicate =
        &search->program->functions[condition.function].facts->predicates[condition.predicate];
    return (struct vt_test){.function = condition.function,
                            .node = {.kind = VT_NODE_SUBJECT, .ref = condition.predicate},
                            .compare = predicate->compare,
                            .has_number = predicate->has_number,
                            .number = predicate->number,
                            .mask = predicate->mask,
                            .holds = condition.holds,
                            .always = mode.always,
                            .group = mode.group,
                            .condition = condition};
}

/* Takes back what was found from number FIRST on. */
static void forget(struct search *search, size_t first) {
    search->count = first;
}

/* The alternatives of group EITHER in LIST, if each of them can be told. */
static void consider_group(struct search *search, uint32_t function, uint32_t list,
                           uint8_t either) {
    const struct vt_function *facts = search->program->functions[function].facts;
    const struct vt_guards *lists = &facts->guards;
    size_t before = search->count;
    uint32_t group = ++search->ngroups;
    for (uint32_t i = lists->offsets[list]; i < lists->offsets[list + 1]; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        size_t count = search->count;
        if (guard->either != either)
            continue;
        if (!is_returned(facts, guard->predicate)) {
            struct vt_test test = test_of(
                search, (struct vt_condition_ref){function, guard->predicate, guard->holds, false},
                (struct mode){false, group});
            consider(search, &test);
        }
        if (search->count == count) {
            forget(search, before);
            return;
        }
    }
}

static bool is_first(const struct vt_guards *lists, uint32_t list, uint32_t i) {
    for (uint32_t k = lists->offsets[list]; k < i; k++)
        if (lists->guards[k].either == lists->guards[i].either)
            return false;
    return true;
}

/* True if PREDICATE is what a loop asks of one byte after the other. */
static bool asks_all_bytes(const struct vt_unit *unit, const struct vt_function *facts,
                           uint32_t predicate) {
    uint32_t location = facts->predicates[predicate].location;
    for (uint32_t e = 0; location != VT_NONE && e < facts->nevents; e++)
        if (facts->events[e].location == location &&
            vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "compare.bytes"))
            return true;
    return false;
}

/* The conditions of LIST. Of those that stand on some ways only, and are no alternatives, the
 * comparison of bytes in a loop is told: it stands on all ways but that of no bytes. */
static void consider_list(struct search *search, uint32_t function, uint32_t list,
                          struct mode mode) {
    const struct vt_function *facts = search->program->functions[function].facts;
    const struct vt_guards *lists = &facts->guards;
    if (list == VT_NONE)
        return;
    for (uint32_t i = lists->offsets[list]; i < lists->offsets[list + 1]; i++) {
        const struct vt_guard *guard = &lists->guards[i];
        if (guard->either && !mode.group && is_first(lists, list, i))
            consider_group(search, function, list, guard->either);
        bool loops = !guard->either && !facts->predicates[guard->predicate].has_number;
        if (guard->either || (!guard->always && !loops) || is_returned(facts, guard->predicate))
            continue;
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds,
                                             guard->always};
        bool always = guard->always || asks_all_bytes(vt_unit_of(search->program, function), facts,
                                                      guard->predicate);
        struct vt_test test =
            test_of(search, condition, (struct mode){mode.always && always, mode.group});
        consider(search, &test);
    }
}

/* ---- Verdicts and local flags ------------------------------------------------------------ */

enum { MAX_PASSING = 4 };

/* Constants with their conditions, of which some pass TEST. */
struct choice {
    uint32_t function, guards[MAX_PASSING]; /* of those that pass */
    unsigned passing, others;
};

static void choose(struct choice *choice, const struct vt_test *test, int64_t number,
                   uint32_t guards) {
    if (!vt_test_passes(test, number)) {
        choice->others++;
        return;
    }
    if (choice->passing < MAX_PASSING)
        choice->guards[choice->passing] = guards;
    choice->passing++;
}

static uint32_t length_of(const struct vt_guards *lists, uint32_t list) {
    return lists->offsets[list + 1] - lists->offsets[list];
}

/* True if GUARD, of a list that is LENGTH long, only says that a shorter one of CHOICE did not come
 * first: of `a || b` the second is told where a does not hold. */
static bool is_order_of(const struct vt_guards *lists, const struct choice *choice,
                        const struct vt_guard *guard, uint32_t length) {
    for (unsigned c = 0; c < choice->passing; c++) {
        uint32_t list = choice->guards[c];
        for (uint32_t i = lists->offsets[list];
             length_of(lists, list) < length && i < lists->offsets[list + 1]; i++)
            if (lists->guards[i].predicate == guard->predicate &&
                lists->guards[i].holds != guard->holds)
                return true;
    }
    return false;
}

/* What must hold, one for each constant of CHOICE that passes: `return year > 2030 || (year == 2030
 * && month > 5)`. True if something was told of each. */
static bool consider_alternatives(struct search *search, const struct choice *choice,
                                  const struct vt_test *test) {
    const struct vt_guards *lists = &search->program->functions[choice->function].facts->guards;
    uint32_t group = test->group ? test->group : ++search->ngroups;
    size_t before = search->count;
    for (unsigned c = 0; c < choice->passing; c++) {
        size_t count = search->count;
        uint32_t first = lists->offsets[choice->guards[c]];
        uint32_t length = length_of(lists, choice->guards[c]);
        for (uint32_t i = first + length; i-- > first && search->count == count;) {
            const struct vt_guard *guard = &lists->guards[i];
            if (!guard->always || guard->either || is_order_of(lists, choice, guard, length))
                continue;
            struct vt_test one = test_of(
                search,
                (struct vt_condition_ref){choice->function, guard->predicate, guard->holds, false},
                (struct mode){false, group});
            consider(search, &one);
        }
        if (search->count == count) {
            forget(search, before);
            return false;
        }
    }
    return true;
}

/* True if conditions were told of the constants of CHOICE that pass. */
static bool consider_choice(struct search *search, const struct choice *choice,
                            const struct vt_test *test) {
    size_t before = search->count;
    if (choice->passing == 0 || choice->passing > MAX_PASSING || search->depth == MAX_DEPTH)
        return false;
    for (unsigned c = 0; c < choice->passing; c++)
        if (choice->guards[c] == VT_NONE)
            return false;
    search->depth++;
    if (choice->passing == 1)
        consider_list(search, choice->function, choice->guards[0],
                      (struct mode){test->always, test->group});
    else
        consider_alternatives(search, choice, test);
    search->depth--;
    return search->count > before;
}

static bool consider_settings(struct search *search, const struct vt_test *test) {
    const struct vt_function *facts = search->program->functions[test->function].facts;
    struct choice choice = {.function = test->function};
    if (test->node.kind != VT_NODE_SUBJECT)
        return false;
    for (uint32_t i = 0; i < facts->nsettings; i++)
        if (facts->settings[i].predicate == test->node.ref)
            choose(&choice, test, facts->settings[i].number, facts->settings[i].guards);
    return consider_choice(search, &choice, test);
}

/* The result of FUNCTION is tested: what must hold in it. */
static bool consider_callee(struct search *search, uint32_t function, const struct vt_test *test) {
    const struct vt_function *facts = search->program->functions[function].facts;
    struct choice choice = {.function = function};
    size_t before = search->count;
    for (uint32_t i = 0; i < facts->nverdicts; i++)
        choose(&choice, test, facts->verdicts[i].number, facts->verdicts[i].guards);
    if (consider_choice(search, &choice, test))
        return true;
    if (choice.passing || search->depth == MAX_DEPTH)
        return false;
    struct vt_test returned = *test;
    returned.function = function;
    returned.node = (struct vt_node){.kind = VT_NODE_RETURN};
    search->depth++;
    consider(search, &returned);
    search->depth--;
    return search->count > before;
}

/* The call to one function of the program whose result is the left side, or VT_NONE. */
static uint32_t asked_call(const struct search *search, const struct vt_leaves *leaves) {
    const struct vt_leaf *leaf = &leaves->items[0];
    if (leaves->count != 1 || leaves->cut || leaf->kind != VT_LEAF_CALL ||
        leaf->tags & ~(uint32_t)VT_TAG_TRUNCATE)
        return VT_NONE;
    return search->program->calls[leaf->ref].count == 1 ? leaf->ref : VT_NONE;
}

/* The one call by which FUNCTION is entered here, or VT_NONE. */
static uint32_t entered_by(const struct search *search, uint32_t function) {
    uint32_t call = VT_NONE;
    for (size_t i = 0; i < search->npins; i++) {
        if (search->pins[i].function != function)
            continue;
        if (call != VT_NONE && search->pins[i].call != call)
            return VT_NONE;
        call = search->pins[i].call;
    }
    return call;
}

/* The same of what FUNCTION is given where it is entered by a known call: of `a <=> b > 0` the
 * operator gets what another one returned. LEAVES are what they find. */
static uint32_t asked_above(const struct search *search, struct vt_leaves *leaves) {
    enum { MOST_CALLERS = 4 };
    const struct vt_program *program = search->program;
    for (unsigned i = 0; i < MOST_CALLERS && leaves->count == 1 && !leaves->cut; i++) {
        const struct vt_leaf *leaf = &leaves->items[0];
        const struct vt_linked_node *node = &program->nodes[leaf->node];
        uint32_t call = leaf->kind == VT_LEAF_OTHER && node->kind == VT_NODE_FORMAL
                            ? entered_by(search, node->function)
                            : VT_NONE;
        if (call == VT_NONE || leaf->path.count > 0 || leaf->tags & ~(uint32_t)VT_TAG_TRUNCATE)
            break;
        uint32_t caller = program->calls[call].function;
        struct vt_node argument = {.kind = VT_NODE_ARGUMENT,
                                   .index = node->index,
                                   .ref = call - program->functions[caller].first_call};
        vt_leaves_find(leaves, caller, argument, false);
    }
    return asked_call(search, leaves);
}

static uint32_t callee_of(const struct search *search, uint32_t call) {
    return search->program->targets[search->program->calls[call].first];
}

/* ---- Flags that are set elsewhere -------------------------------------------------------- */

struct armed {
    uint32_t function;
    const struct vt_setting *setting;
    unsigned count;
};

/* True if SETTING, in FUNCTION, is of the global under node LEAF. */
static bool is_of(const struct vt_program *program, uint32_t function,
                  const struct vt_setting *setting, const struct vt_leaf *leaf) {
    uint32_t entity = program->shared_entity[program->nodes[leaf->node].ref];
    const struct vt_range *range = leaf->path.count ? &leaf->path.ranges[0] : NULL;
    return entity != VT_NONE && setting->symbol != VT_NONE &&
           vt_link_entity(program, program->functions[function].unit, setting->symbol) == entity &&
           !(range &&
             ((int64_t)setting->offset < range->low || (int64_t)setting->offset >= range->high));
}

/* Who sets the global under node LEAF so that TEST lets it pass. */
static struct armed find_setter(const struct vt_program *program, const struct vt_leaf *leaf,
                                const struct vt_test *test) {
    struct armed armed = {VT_NONE, NULL, 0};
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_function *facts = program->functions[f].facts;
        for (uint32_t i = 0; i < facts->nsettings; i++) {
            const struct vt_setting *setting = &facts->settings[i];
            if (!vt_test_passes(test, setting->number) || !is_of(program, f, setting, leaf))
                continue;
            armed.count++;
            if (!armed.setting) {
                armed.function = f;
                armed.setting = setting;
            }
        }
    }
    return armed;
}

/* True if some function stores a constant in the global under node LEAF. */
static bool is_set_back(const struct vt_program *program, const struct vt_leaf *leaf) {
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_function *facts = program->functions[f].facts;
        for (uint32_t i = 0; facts->symbol != VT_NONE && i < facts->nsettings; i++)
            if (is_of(program, f, &facts->settings[i], leaf))
                return true;
    }
    return false;
}

static const char *place_words(const struct search *search, uint32_t function, uint32_t location) {
    const struct vt_unit *unit = vt_unit_of(search->program, function);
    const char *name = vt_program_function_name(search->program, function);
    if (location == VT_NONE)
        return vt_alloc_format(search->arena, "`%s`", name);
    const struct vt_location *at = &unit->locations[location];
    return vt_alloc_format(search->arena, "`%s` (%s:%u)", name,
                           vt_string(unit->strings, unit->files[at->file].path), at->line);
}

/* Adds to flag number INDEX who sets it and, if it is one place, under which conditions. */
static void tell_setter(struct search *search, size_t index, const struct armed *armed) {
    struct vt_trigger *flag = &search->found[index];
    if (!armed->setting)
        return;
    flag->setter = armed->function;
    flag->words = vt_alloc_format(search->arena, "%s, which happens in %s%s", flag->words,
                                  place_words(search, armed->function, armed->setting->location),
                                  armed->count > 1 ? " and elsewhere" : "");
    if (armed->count > 1 || search->depth == MAX_DEPTH)
        return;
    const char *before = search->flag;
    size_t npins = search->npins, first = search->count;
    search->nflags++;
    search->flag = flag->flag;
    search->npins = 0; /* another way leads there */
    search->depth++;
    consider_list(search, armed->function, armed->setting->guards,
                  (struct mode){flag->always, flag->group});
    search->depth--;
    search->npins = npins;
    search->flag = before;
    for (size_t i = first; i < search->count; i++)
        if (search->behind[i] == search->nflags)
            flag->words = vt_alloc_format(search->arena, "%s %s %s", flag->words,
                                          i == first ? "if" : "and", search->found[i].words);
    search->nflags--;
}

static const struct vt_leaf *global_leaf(const struct search *search,
                                         const struct vt_leaves *leaves) {
    for (unsigned i = 0; i < leaves->count; i++)
        if (search->program->nodes[leaves->items[i].node].kind == VT_NODE_GLOBAL)
            return &leaves->items[i];
    return NULL;
}

/* ---- One condition ----------------------------------------------------------------------- */

static bool is_told(const struct search *search, const struct vt_trigger *found) {
    for (size_t i = 0; i < search->count; i++) {
        const struct vt_trigger *known = &search->found[i];
        if (known->group == found->group && known->is_indirect == found->is_indirect &&
            strcmp(known->words, found->words) == 0)
            return true;
    }
    return false;
}

/* True if FOUND says that the flag that is told of was in none of its other states before. */
static bool is_other_state(const struct search *search, const struct vt_trigger *found) {
    return search->nflags && found->kind == VT_TRIGGER_FLAG && *found->flag &&
           found->test == VT_TEST_UNEQUAL && strcmp(found->flag, search->flag) == 0;
}

static void add_found(struct search *search, struct vt_trigger *found,
                      const struct vt_leaves *leaves, const struct vt_test *test) {
    const struct vt_leaf *leaf = global_leaf(search, leaves);
    found->is_indirect = search->nflags > 0;
    found->is_set_back =
        found->kind == VT_TRIGGER_COUNTER && leaf && is_set_back(search->program, leaf);
    found->words = vt_trigger_words(search->program, found, search->arena);
    if (search->count == MAX_TRIGGERS || is_told(search, found) || is_other_state(search, found))
        return;
    search->behind[search->count] = search->nflags;
    search->found[search->count++] = *found;
    if (found->kind == VT_TRIGGER_FLAG && leaf) {
        struct armed armed = find_setter(search->program, leaf, test);
        tell_setter(search, search->count - 1, &armed);
    }
}

/* ---- Fields that are set elsewhere ------------------------------------------------------- */

/* The setting of a field from which SOURCE, a constant, comes by TRACE. */
static const struct vt_setting *setting_of(const struct search *search,
                                           const struct vt_trace *trace,
                                           const struct vt_source *source) {
    const struct vt_function *facts = search->program->functions[source->function].facts;
    struct vt_arena *scratch = vt_arena_new();
    const struct vt_setting *found = NULL;
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, scratch, &count);
    for (uint32_t i = 0; count && i < facts->nsettings && !found; i++)
        if (facts->settings[i].type && facts->settings[i].number == source->constant->number &&
            facts->settings[i].location == steps[0].location)
            found = &facts->settings[i];
    vt_arena_free(scratch);
    return found;
}

/* How often FUNCTION stores the constant of SETTING there. */
static unsigned count_alike(const struct search *search, uint32_t function,
                            const struct vt_setting *setting) {
    const struct vt_function *facts = search->program->functions[function].facts;
    unsigned count = 0;
    for (uint32_t i = 0; i < facts->nsettings; i++)
        count += facts->settings[i].type == setting->type &&
                 facts->settings[i].offset == setting->offset &&
                 facts->settings[i].number == setting->number;
    return count;
}

/* Who stores the one constant that passes TEST in the field that it reads; none if more than the
 * program's own constants and what its callers hand over may stand there. */
static struct armed find_field_setter(const struct search *search, const struct vt_test *test) {
    struct armed armed = {VT_NONE, NULL, 0};
    size_t count = 0;
    const struct vt_trace *trace =
        vt_test_trace(search->program, test, search->pins, search->npins);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_number = sources[i].kind == VT_SOURCE_CONSTANT &&
                         sources[i].constant->kind == VT_CONSTANT_INT && !sources[i].tags;
        if (!is_number && sources[i].kind != VT_SOURCE_PARAMETER)
            return (struct armed){VT_NONE, NULL, 0};
        if (!is_number || !vt_test_passes(test, sources[i].constant->number))
            continue;
        armed.function = sources[i].function;
        armed.setting = setting_of(search, trace, &sources[i]);
        armed.count += armed.setting ? count_alike(search, sources[i].function, armed.setting) : 1;
    }
    return armed;
}

/* True if it was told where the field is set that TEST reads, and under which conditions. */
static bool consider_field(struct search *search, const struct vt_test *test) {
    struct armed armed = {VT_NONE, NULL, 0};
    size_t before = search->count;
    if (test->has_number && !test->mask && test->node.kind == VT_NODE_SUBJECT &&
        search->depth < MAX_DEPTH && search->count < MAX_TRIGGERS)
        armed = find_field_setter(search, test);
    if (armed.count != 1 || !armed.setting)
        return false;
    struct vt_trigger *flag = &search->found[search->count++];
    *flag = vt_test_untold(test);
    flag->kind = VT_TRIGGER_FLAG;
    flag->test = VT_TEST_EQUAL;
    flag->is_indirect = search->nflags > 0;
    search->behind[before] = search->nflags;
    flag->has_number = true;
    flag->number = armed.setting->number;
    flag->words = vt_alloc_format(search->arena, "a field is %" PRId64, flag->number);
    tell_setter(search, before, &armed);
    if (search->count == before + 1)
        forget(search, before);
    return search->count > before;
}

/* Of `count(&a) < count(&b)` the other side comes by another call of the same function. */
static void pin_right(struct search *search, const struct vt_test *test, struct vt_arena *scratch) {
    struct vt_leaves *leaves = vt_alloc(scratch, sizeof *leaves);
    struct vt_node right = test->node;
    if (test->has_number || right.kind != VT_NODE_SUBJECT)
        return;
    right.index = 1;
    leaves->program = search->program;
    vt_leaves_find(leaves, test->function, right, false);
    uint32_t call = asked_call(search, leaves);
    if (call != VT_NONE)
        add_pin(search, callee_of(search, call), call);
}

/* What is said of the result of a call to one function is said in the context of that call. */
static void consider(struct search *search, const struct vt_test *test) {
    struct vt_arena *scratch;
    struct vt_leaves *leaves, *above;
    struct vt_trigger found;
    size_t npins = search->npins;
    if (++search->work > MAX_WORK)
        return;
    scratch = vt_arena_new();
    leaves = vt_alloc(scratch, sizeof *leaves);
    above = vt_alloc(scratch, sizeof *above);
    leaves->program = search->program;
    vt_leaves_find(leaves, test->function, test->node, false);
    *above = *leaves;
    uint32_t call = asked_above(search, above);
    if (call != VT_NONE)
        add_pin(search, callee_of(search, call), call);
    pin_right(search, test, scratch);
    bool loops = vt_test_judge_loops(search->program, test, search->pins, search->npins, &found);
    bool told = !loops && (consider_settings(search, test) ||
                           (call != VT_NONE && test->has_number &&
                            consider_callee(search, callee_of(search, call), test)) ||
                           consider_field(search, test));
    if (loops || (!told && vt_test_judge(search->program, test, leaves, search->pins, search->npins,
                                         &found)))
        add_found(search, &found, leaves, test);
    search->npins = npins;
    vt_arena_free(scratch);
}

/* ---- Bytes that are compared one by one -------------------------------------------------- */

static bool is_byte(const struct vt_trigger *trigger) {
    return trigger->has_number && !trigger->mask && trigger->test == VT_TEST_EQUAL &&
           trigger->always && trigger->size == 1 && trigger->offset >= 0 && !trigger->is_indirect &&
           trigger->number >= -128 && trigger->number < 256;
}

/* True if B tests the byte behind the SIZE bytes that begin at A's. */
static bool follows(const struct vt_trigger *a, size_t size, const struct vt_trigger *b) {
    return is_byte(b) && a->source && b->source && vt_source_same(a->source, b->source) &&
           a->condition.function == b->condition.function && b->offset == a->offset + (int32_t)size;
}

/* Puts the bytes that follow number I into it; the ones taken are marked by no words. */
static void fold_from(struct search *search, size_t i) {
    char text[MAX_TRIGGERS + 1];
    struct vt_trigger *first = &search->found[i];
    size_t size = 0;
    text[size++] = (char)first->number;
    for (size_t k = 0; k < search->count; k++) {
        struct vt_trigger *next = &search->found[k];
        if (k == i || !next->words || size == MAX_TRIGGERS || !follows(first, size, next))
            continue;
        text[size++] = (char)next->number;
        next->words = NULL;
        k = SIZE_MAX; /* look at all of them again */
    }
    if (size == 1)
        return;
    text[size] = '\0';
    first->text = vt_alloc_copy(search->arena, text, size + 1);
    first->size = size;
    first->has_number = false;
    first->words = vt_trigger_words(search->program, first, search->arena);
}

static bool is_followed(const struct search *search, size_t i) {
    for (size_t k = 0; k < search->count; k++)
        if (k != i && is_byte(&search->found[k]) &&
            follows(&search->found[k], 1, &search->found[i]))
            return true;
    return false;
}

static void fold_bytes(struct search *search) {
    for (size_t i = 0; i < search->count; i++)
        if (search->found[i].words && is_byte(&search->found[i]) && !is_followed(search, i))
            fold_from(search, i);
    size_t kept = 0;
    for (size_t i = 0; i < search->count; i++)
        if (search->found[i].words)
            search->found[kept++] = search->found[i];
    search->count = kept;
}

/* ---- All --------------------------------------------------------------------------------- */

static struct vt_trigger *finish(struct search *search, size_t *count) {
    fold_bytes(search);
    *count = search->count;
    return vt_alloc_copy(search->arena, search->found, search->count * sizeof *search->found);
}

/* The site from which FUNCTION is called: that of the flow, or the only one. */
static bool caller_of(const struct search *search, uint32_t function, struct vt_site *site) {
    const struct vt_program *program = search->program;
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++)
        for (size_t p = 0; p < search->npins; p++) {
            uint32_t call = program->functions[sites[i].function].first_call + sites[i].call;
            *site = sites[i];
            if (search->pins[p].function == function && search->pins[p].call == call)
                return true;
        }
    if (count != 1 || program->functions[function].entry)
        return false;
    *site = sites[0];
    return true;
}

static void consider_site(struct search *search, struct vt_site site) {
    const struct vt_call *call = &search->program->functions[site.function].facts->calls[site.call];
    consider_list(search, site.function, call->guards, (struct mode){true, 0});
}

/* From FUNCTION up to an entry, or to where several ways lead on. */
static void climb(struct search *search, uint32_t function) {
    struct vt_site site;
    for (unsigned n = 0; n < MAX_CLIMB && caller_of(search, function, &site); n++) {
        add_pin(search, function, search->program->functions[site.function].first_call + site.call);
        consider_site(search, site);
        function = site.function;
    }
}

struct vt_trigger *vt_triggers_find(struct vt_program *program, struct vt_event_ref event,
                                    const struct vt_flow_step *steps, size_t nsteps,
                                    struct vt_arena *arena, size_t *count) {
    struct search search = {.program = program, .arena = arena};
    uint32_t guards = vt_program_event(program, event, NULL)->guards;
    for (size_t i = 0; i < nsteps; i++)
        if (steps[i].kind == VT_STEP_CALL || steps[i].kind == VT_STEP_RETURN)
            add_pin(&search, steps[i].callee,
                    program->functions[steps[i].function].first_call + steps[i].call);
    consider_list(&search, event.function, guards, (struct mode){true, 0});
    climb(&search, event.function);
    for (size_t i = 0; i < nsteps; i++)
        if (steps[i].kind == VT_STEP_CALL || steps[i].kind == VT_STEP_RETURN)
            consider_site(&search, (struct vt_site){steps[i].function, steps[i].call});
    return finish(&search, count);
}

const struct vt_trigger *vt_triggers_of_list(struct vt_program *program, uint32_t function,
                                             uint32_t guards, size_t *count) {
    uint32_t *number = vt_map_put(&program->told_map, vt_key(function, guards));
    if (*number == VT_NONE) {
        struct search search = {.program = program, .arena = program->arena};
        consider_list(&search, function, guards, (struct mode){true, 0});
        program->told_list = vt_grow(program->arena, program->told_list, program->ntold,
                                     &program->told_capacity, sizeof *program->told_list);
        *number = (uint32_t)program->ntold;
        struct vt_told *told = &program->told_list[program->ntold++];
        told->triggers = finish(&search, &told->count);
    }
    *count = program->told_list[*number].count;
    return program->told_list[*number].triggers;
}

struct vt_trigger *vt_triggers_of_condition(struct vt_program *program,
                                            struct vt_condition_ref condition,
                                            struct vt_arena *arena, size_t *count) {
    struct search search = {.program = program, .arena = arena};
    struct vt_test test = test_of(&search, condition, (struct mode){condition.always, 0});
    consider(&search, &test);
    return finish(&search, count);
}

/* ---- A sentence -------------------------------------------------------------------------- */

/* True if one of TRIGGERS from FIRST on, before I and in its group, says the same. */
static bool is_said(const struct vt_trigger *triggers, size_t first, size_t i) {
    for (size_t k = first; k < i; k++)
        if (triggers[k].group == triggers[i].group && !triggers[k].is_indirect &&
            strcmp(triggers[k].words, triggers[i].words) == 0)
            return true;
    return false;
}

/* True if a group that TRIGGERS[I] is in, or it alone, is not sure. */
static bool is_unsure(const struct vt_trigger *triggers, size_t count, size_t i) {
    for (size_t k = 0; k < count && triggers[i].group; k++)
        if (triggers[k].group == triggers[i].group && triggers[k].is_cut)
            return true;
    return triggers[i].is_cut;
}

/* TRIGGERS from I on that stand in its group, joined by "or". Of many the first tell enough. */
static const char *group_words(const struct vt_trigger *triggers, size_t count, size_t i,
                               struct vt_arena *arena) {
    const char *words = triggers[i].words;
    size_t told = 1, left = 0;
    for (size_t k = i + 1; k < count && triggers[i].group; k++) {
        if (triggers[k].group != triggers[i].group || triggers[k].is_indirect ||
            is_said(triggers, i, k))
            continue;
        if (told == MAX_ALTERNATIVES) {
            left++;
            continue;
        }
        words = vt_alloc_format(arena, "%s or %s", words, triggers[k].words);
        told++;
    }
    return left ? vt_alloc_format(arena, "%s or one of %zu others", words, left) : words;
}

static bool is_among(const char *const *texts, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

static bool is_told_before(const struct vt_trigger *triggers, size_t i) {
    for (size_t k = 0; k < i && triggers[i].group; k++)
        if (triggers[k].group == triggers[i].group)
            return true;
    return !triggers[i].group && is_said(triggers, 0, i);
}

const char *vt_triggers_tell(const struct vt_trigger *triggers, size_t count,
                             struct vt_arena *arena) {
    const char *all = NULL, *parts[MAX_TOLD];
    size_t told = 0, left = 0;
    for (size_t i = 0; i < count; i++) {
        if (triggers[i].is_indirect || is_told_before(triggers, i) || is_unsure(triggers, count, i))
            continue;
        const char *words = group_words(triggers, count, i, arena);
        if (is_among(parts, told, words))
            continue;
        if (told == MAX_TOLD) {
            left++;
            continue;
        }
        all = all ? vt_alloc_format(arena, "%s, and %s", all, words) : words;
        parts[told++] = words;
    }
    if (left)
        all = vt_alloc_format(arena, "%s, and %zu more", all, left);
    return all;
}
