/* Requires: a linked program. Gives: vt_test_judge. Breaks: nothing.
 *
 * Both sides of a test are traced. What came from outside is the subject, a constant on the other
 * side is what it is held against. The result of a library comparison is looked through: what it
 * compares is the subject.
 */
#include "engine/trigger/trigger_judge.h"

#include <string.h>

#include "engine/base/strings.h"
#include "engine/trigger/trigger_words.h"

/* Tags of what is no longer the data, but something that they led to. */
#define ABOUT (VT_TAG_DECIDED | VT_TAG_ASSUMED | VT_TAG_FIELD | VT_AVOID_BLUR)

struct judge {
    struct vt_program *program;
    const struct vt_test *test;
    const struct vt_leaves *leaves;
    const struct vt_pin *pins;
    size_t npins;
    struct vt_trigger *trigger;
};

struct vt_trigger vt_test_untold(const struct vt_test *test) {
    return (struct vt_trigger){.condition = test->condition,
                               .always = test->always,
                               .group = test->group,
                               .class_name = "",
                               .compare = {VT_NONE, VT_NONE},
                               .offset = -1,
                               .flag = "",
                               .setter = VT_NONE};
}

/* ---- Numbers ----------------------------------------------------------------------------- */

bool vt_test_passes(const struct vt_test *test, int64_t number) {
    int64_t left = test->mask ? number & test->mask : number;
    return vt_compare_holds((enum vt_compare)test->compare, left, test->number) == test->holds;
}

/* 1: only success passes the test; -1: only failure; 0: both may. */
static int polarity(const struct vt_test *test, enum vt_success success) {
    enum { MOST = 8 }; /* that a result may count */
    unsigned good = 0, bad = 0;
    if (!test->has_number)
        return 0;
    for (int64_t result = -2; result <= MOST; result++) {
        bool is_more = success == VT_SUCCESS_ONE && result > 1; /* such results are 0 and 1 */
        if (!vt_test_passes(test, result) || is_more)
            continue;
        good += vt_result_succeeds(success, result);
        bad += !vt_result_succeeds(success, result);
    }
    return good && !bad ? 1 : bad && !good ? -1 : 0;
}

/* How the left side stands to the number where the test lets pass. */
static enum vt_trigger_test test_of(uint8_t compare, bool holds) {
    static const uint8_t tests[][2] = {
        [VT_EQ] = {VT_TEST_UNEQUAL, VT_TEST_EQUAL},
        [VT_NE] = {VT_TEST_EQUAL, VT_TEST_UNEQUAL},
        [VT_ULT] = {VT_TEST_AT_LEAST, VT_TEST_LESS},
        [VT_ULE] = {VT_TEST_GREATER, VT_TEST_AT_MOST},
        [VT_UGT] = {VT_TEST_AT_MOST, VT_TEST_GREATER},
        [VT_UGE] = {VT_TEST_LESS, VT_TEST_AT_LEAST},
        [VT_SLT] = {VT_TEST_AT_LEAST, VT_TEST_LESS},
        [VT_SLE] = {VT_TEST_GREATER, VT_TEST_AT_MOST},
        [VT_SGT] = {VT_TEST_AT_MOST, VT_TEST_GREATER},
        [VT_SGE] = {VT_TEST_LESS, VT_TEST_AT_LEAST},
        [VT_FCMP] = {VT_TEST_DECIDES, VT_TEST_DECIDES},
    };
    return tests[compare][holds];
}

/* The same, seen from the right side. */
static enum vt_trigger_test mirrored(enum vt_trigger_test test) {
    switch (test) {
    case VT_TEST_LESS:
        return VT_TEST_GREATER;
    case VT_TEST_AT_MOST:
        return VT_TEST_AT_LEAST;
    case VT_TEST_GREATER:
        return VT_TEST_LESS;
    case VT_TEST_AT_LEAST:
        return VT_TEST_AT_MOST;
    default:
        return test;
    }
}

/* ---- Sources ----------------------------------------------------------------------------- */

static const struct vt_trace *trace_without(const struct judge *judge, uint32_t function,
                                            struct vt_node node, bool beneath, uint32_t avoid) {
    struct vt_question question = {.kind = node.kind,
                                   .function = function,
                                   .ref = node.ref,
                                   .index = node.index,
                                   .avoid = avoid,
                                   .mode = beneath ? 0 : 1};
    return vt_trace_pinned(judge->program, question, judge->pins, judge->npins);
}

static const struct vt_trace *trace_of(const struct judge *judge, uint32_t function,
                                       struct vt_node node, bool beneath) {
    return trace_without(judge, function, node, beneath, ABOUT);
}

static const struct vt_event *event_of(const struct judge *judge, const struct vt_source *source,
                                       const char **class_name) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(judge->program, source->event, &unit);
    *class_name = vt_string(unit->strings, event->class_name);
    return event;
}

/* How telling SOURCE is as a subject; 0: not at all. */
static unsigned rank_of(const struct judge *judge, const struct vt_source *source) {
    const char *class_name;
    if (source->kind == VT_SOURCE_PARAMETER)
        return 2;
    if (source->kind != VT_SOURCE_EVENT)
        return 0;
    const struct vt_event *event = event_of(judge, source, &class_name);
    if (event->fact == VT_FACT_CHECK)
        return 3;
    if (event->fact == VT_FACT_COMPARE ||
        (vt_compare_orders(judge->test->compare) && vt_trigger_tells(class_name, true)))
        return 4;
    return event->fact == VT_FACT_ORIGIN && vt_trigger_tells(class_name, false) ? 3 : 0;
}

/* The most telling source of TRACE, the first of several, or NULL. */
static const struct vt_source *subject_in(const struct judge *judge, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *best = NULL;
    unsigned rank = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned other = rank_of(judge, &sources[i]);
        if (other > rank) {
            rank = other;
            best = &sources[i];
        }
    }
    return best;
}

/* True if TRACE brings one source, and it cannot change while the program runs. */
static bool is_single(const struct vt_trace *trace) {
    size_t count = 0;
    if (trace)
        vt_trace_sources(trace, &count);
    return count == 1 && !vt_trace_passes_variable(trace);
}

/* True if bytes of the program and something else are computed with on their way into TRACE: a
 * digest, and what it began with is no word. */
static bool is_digest(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool has_bytes = false, has_data = false;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & VT_TAG_ARITHMETIC) {
            has_bytes |= sources[i].kind == VT_SOURCE_CONSTANT &&
                         sources[i].constant->kind == VT_CONSTANT_BYTES;
            has_data |= sources[i].kind != VT_SOURCE_CONSTANT;
        }
    return has_bytes && has_data;
}

/* Puts the constant that TRACE brings into the trigger; false if there is none, or several. */
static bool take_constant(const struct judge *judge, const struct vt_trace *trace) {
    struct vt_trigger *trigger = judge->trigger;
    const struct vt_source *found = NULL;
    size_t count = 0;
    const struct vt_source *sources =
        trace && !is_digest(trace) ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_constant *constant = sources[i].constant;
        if (sources[i].kind != VT_SOURCE_CONSTANT || constant->kind == VT_CONSTANT_FUNCTION)
            continue;
        bool is_text = constant->kind != VT_CONSTANT_INT;
        if (!found || (is_text && (found->constant->kind == VT_CONSTANT_INT ||
                                   (constant->concealed && !found->constant->concealed))))
            found = &sources[i];
    }
    if (!found)
        return false;
    trigger->concealed = found->constant->concealed || found->tags & VT_TAG_XOR;
    if (found->constant->kind == VT_CONSTANT_INT) {
        trigger->has_number = true;
        trigger->number = found->constant->number;
        return true;
    }
    trigger->text = vt_string(found->unit->strings, found->constant->text);
    trigger->size = vt_string_length(found->unit->strings, found->constant->text);
    return true;
}

/* True if TRACE brings one text, or one piece of bytes, and nothing from outside: which of a
 * table's it is nobody knows, nor what else a search that ran out would have found. */
static bool has_one_text(const struct vt_trace *trace) {
    size_t count = 0, ntexts = 0;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind == VT_SOURCE_EVENT)
            return false;
        ntexts += sources[i].kind == VT_SOURCE_CONSTANT &&
                  (sources[i].constant->kind == VT_CONSTANT_TEXT ||
                   sources[i].constant->kind == VT_CONSTANT_BYTES);
    }
    return ntexts == 1 && !vt_trace_is_cut(trace);
}

/* Puts the date that TRACE brings into the trigger: numbers that a function of the library made one
 * of (mktime, SystemTimeToFileTime), the greatest of which is the year, counted from 1900 or as it
 * is; false if it is anything else, but for events if they may stand BESIDE it. */
static bool take_date(const struct judge *judge, const struct vt_trace *trace, bool beside) {
    enum { FIRST_YEAR = 1900, LONGEST = 200, AS_IS = 2000 }; /* LONGEST: 2100 */
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    int64_t greatest = 0;
    for (size_t i = 0; i < count; i++) {
        if (beside && sources[i].kind == VT_SOURCE_EVENT)
            continue;
        if (sources[i].kind != VT_SOURCE_CONSTANT || !(sources[i].tags & VT_TAG_ENCODE) ||
            sources[i].constant->kind != VT_CONSTANT_INT)
            return false;
        if (sources[i].constant->number > greatest)
            greatest = sources[i].constant->number;
    }
    if (greatest >= AS_IS)
        greatest -= FIRST_YEAR;
    if (count < 2 || greatest < 100 || greatest >= LONGEST)
        return false;
    judge->trigger->has_number = false;
    judge->trigger->year = (uint32_t)(FIRST_YEAR + greatest);
    return true;
}

/* SOURCE, of TRACE, is what the trigger is about; false if it says nothing of the outside. */
static bool take_subject(const struct judge *judge, const struct vt_trace *trace,
                         const struct vt_source *source) {
    struct vt_trigger *trigger = judge->trigger;
    trigger->is_cut |= vt_trace_is_cut(trace);
    trigger->source = source;
    trigger->tags = source->tags;
    trigger->kind = VT_TRIGGER_CALLER;
    if (source->kind == VT_SOURCE_PARAMETER)
        return true;
    const struct vt_event *event = event_of(judge, source, &trigger->class_name);
    if (event->fact != VT_FACT_ORIGIN && event->fact != VT_FACT_CHECK)
        return false; /* a comparison of what is compared */
    trigger->kind = event->fact == VT_FACT_CHECK ? VT_TRIGGER_CHECK : VT_TRIGGER_ORIGIN;
    return true;
}

/* ---- Library comparisons ----------------------------------------------------------------- */

static struct vt_node role_node(struct vt_event_ref ref, enum vt_role role) {
    return (struct vt_node){.kind = VT_NODE_IN, .index = (uint8_t)role, .ref = ref.event};
}

/* The number of bytes the comparison looks at, or 0 if it is not one constant. */
static size_t length_of(const struct judge *judge, struct vt_event_ref ref) {
    const struct vt_trace *trace =
        trace_of(judge, ref.function, role_node(ref, VT_ROLE_LENGTH), false);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count != 1 || sources[0].kind != VT_SOURCE_CONSTANT ||
        sources[0].constant->kind != VT_CONSTANT_INT || sources[0].constant->number < 0 ||
        sources[0].constant->number > INT32_MAX)
        return 0;
    return (size_t)sources[0].constant->number;
}

/* Where in what came the compared bytes begin; -1 if that is not known. */
static int32_t offset_of(const struct judge *judge, struct vt_event_ref ref, enum vt_role role) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_leaves *leaves = vt_alloc(arena, sizeof *leaves);
    int32_t offset = -1;
    leaves->program = judge->program;
    vt_leaves_find(leaves, ref.function, role_node(ref, role), true);
    for (unsigned i = 0; i < leaves->count; i++) {
        const struct vt_leaf *leaf = &leaves->items[i];
        bool beneath = leaf->path.count > 0 && leaf->path.ranges[0].low >= 0;
        if (leaf->kind != VT_LEAF_NUMBER && beneath)
            offset = leaf->path.ranges[0].low;
    }
    vt_arena_free(arena);
    return offset;
}

/* The trigger is about what COMPARE, a comparison by the library, compares. */
static bool judge_compare(struct judge *judge, const struct vt_source *compare) {
    struct vt_trigger *trigger = judge->trigger;
    const char *class_name;
    const struct vt_event *event = event_of(judge, compare, &class_name);
    struct vt_event_ref ref = compare->event;
    bool plain = !(compare->tags & ~(uint32_t)VT_TAG_TRUNCATE);
    int sign = plain ? polarity(judge->test, (enum vt_success)event->success) : 0;
    const struct vt_source *subject = NULL;
    const struct vt_trace *trace = NULL;
    enum vt_role role = VT_ROLE_LEFT;
    for (; role <= VT_ROLE_RIGHT && !subject; role++) {
        trace = trace_of(judge, ref.function, role_node(ref, role), true);
        subject = subject_in(judge, trace);
    }
    if (!subject)
        return false;
    role--;
    enum vt_role other = role == VT_ROLE_LEFT ? VT_ROLE_RIGHT : VT_ROLE_LEFT;
    const struct vt_trace *held = trace_of(judge, ref.function, role_node(ref, other), true);
    bool constant = take_date(judge, held, false) || take_constant(judge, held);
    if (!constant && sign != 1)
        return false;
    if (!take_subject(judge, trace, subject))
        return false;
    /* An order sorts and searches, but of days. */
    bool is_order = plain && sign == 0;
    if (trigger->kind == VT_TRIGGER_CHECK ||
        (is_order && !(constant && vt_trigger_tells(trigger->class_name, true))))
        return false;
    bool finds = event->success == VT_SUCCESS_NONNULL;
    trigger->compare = ref;
    trigger->test = !plain     ? VT_TEST_DECIDES
                    : sign > 0 ? (finds ? VT_TEST_CONTAINS : VT_TEST_EQUAL)
                               : (finds ? VT_TEST_LACKS : VT_TEST_UNEQUAL);
    if (is_order)
        trigger->test = role == VT_ROLE_LEFT
                            ? test_of(judge->test->compare, judge->test->holds)
                            : mirrored(test_of(judge->test->compare, judge->test->holds));
    size_t length = length_of(judge, ref);
    if (length && trigger->text && length < trigger->size)
        trigger->size = length;
    trigger->offset = length && trigger->text ? offset_of(judge, ref, role) : -1;
    return true;
}

/* ---- Loops that compare bytes ------------------------------------------------------------ */

/* Tags of what such a loop (alike.c) left: a flag, a count, a sum of what differs. */
#define BY_LOOP (VT_TAG_DECIDED | VT_TAG_COMPARED | VT_TAG_XOR)

/* True if the loop that compares SOURCE decides what is tested. */
static bool is_decided_by(const struct judge *judge, const struct vt_source *source) {
    const struct vt_trace *trace = trace_without(judge, judge->test->function, judge->test->node,
                                                 false, ABOUT & ~(uint32_t)VT_TAG_DECIDED);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & BY_LOOP && vt_source_same(&sources[i], source))
            return true;
    return false;
}

/* The same of the text that it compares with, which HELD brings. */
static bool is_decided_by_text(const struct judge *judge, const struct vt_trace *held) {
    size_t count = 0;
    const struct vt_source *sources = held ? vt_trace_sources(held, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT && is_decided_by(judge, &sources[i]))
            return true;
    return false;
}

/* 1 if guard list LIST of FACTS says that two bytes are equal, -1 if they differ; else 0. */
static int equality_in(const struct vt_function *facts, uint32_t list) {
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
        if (guard->always && !predicate->has_number &&
            (predicate->compare == VT_EQ || predicate->compare == VT_NE))
            return (predicate->compare == VT_EQ) == guard->holds ? 1 : -1;
    }
    return 0;
}

/* 1 if bytes that are all equal pass the test, -1 if others do; 0: not known. What counts equal
 * bytes is as long as the text then, what adds up differences 0; a flag is set where two differ. */
static int loop_polarity(const struct judge *judge, uint32_t tags) {
    const struct vt_test *test = judge->test;
    const struct vt_function *facts = judge->program->functions[test->function].facts;
    int64_t size = (int64_t)judge->trigger->size;
    for (uint32_t i = 0; test->node.kind == VT_NODE_SUBJECT && i < facts->nsettings; i++) {
        const struct vt_setting *setting = &facts->settings[i];
        int equal = setting->predicate == test->node.ref ? equality_in(facts, setting->guards) : 0;
        if (equal)
            return vt_test_passes(test, setting->number) ? equal : -equal;
    }
    if (!(tags & VT_TAG_DECIDED) && test->number == 0)
        return vt_test_passes(test, 0) ? 1 : -1;
    if (test->number == size || test->number == size + 1)
        return vt_test_passes(test, test->number) ? 1 : -1;
    return 0;
}

/* The trigger is about what the loop of EVENT holds against a text, byte by byte. */
static bool judge_loop(struct judge *judge, uint32_t event) {
    struct vt_trigger *trigger = judge->trigger;
    struct vt_event_ref ref = {judge->test->function, event};
    static const enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (unsigned side = 0; side < 2; side++) {
        const struct vt_trace *trace =
            trace_of(judge, ref.function, role_node(ref, roles[side]), false);
        const struct vt_source *subject = subject_in(judge, trace);
        const struct vt_trace *other =
            trace_of(judge, ref.function, role_node(ref, roles[!side]), false);
        *trigger = vt_test_untold(judge->test);
        if (!subject || !take_constant(judge, other) || !trigger->text ||
            !(is_decided_by(judge, subject) || is_decided_by_text(judge, other)) ||
            !take_subject(judge, trace, subject))
            continue;
        int sign = loop_polarity(judge, subject->tags);
        trigger->test = sign > 0 ? VT_TEST_EQUAL : sign < 0 ? VT_TEST_UNEQUAL : VT_TEST_DECIDES;
        trigger->has_number = false;
        trigger->compare = ref;
        return true;
    }
    return false;
}

/* ---- Numbers of the outside -------------------------------------------------------------- */

/* True of numbers that parsers look for and that end things: nothing to tell a person. */
static bool is_usual(const struct vt_trigger *trigger) {
    int64_t number = trigger->number;
    return number == 0 || number == -1 || number == '\n' || number == '\r' || number == '\t' ||
           number == ' ';
}

static const char *text_of(const struct vt_source *constant) {
    bool is_text = constant->constant->kind == VT_CONSTANT_TEXT;
    return is_text ? vt_string(constant->unit->strings, constant->constant->text) : "";
}

/* True if the program reckons with what it read from a file that it knows by its name: how often
 * something happened, and when; or the file tells how long the host has run. */
static bool is_reckoned(const struct judge *judge, const struct vt_trigger *trigger) {
    size_t count = 0;
    bool reckons = trigger->tags & VT_TAG_ARITHMETIC;
    if (trigger->kind != VT_TRIGGER_ORIGIN || !vt_class_is(trigger->class_name, "io.read"))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(judge->program, trigger->source->event, VT_ROLE_HANDLE, "path", ABOUT);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_CONSTANT &&
            (reckons ||
             vt_program_fits(judge->program, "file", text_of(&sources[i]), "host.running")))
            return true;
    return false;
}

/* True if the trigger is about a number that is no count: an address, say. */
static bool is_large_number(const struct vt_trigger *trigger) {
    enum { LARGEST_COUNT = 0xffff };
    return trigger->test == VT_TEST_EQUAL &&
           (trigger->number > LARGEST_COUNT || trigger->number < -LARGEST_COUNT);
}

/* True if days passed since something else. */
static bool is_span(const struct vt_trigger *trigger) {
    enum { DAY = 86400 };
    return vt_class_is(trigger->class_name, "clock") && trigger->number >= DAY;
}

/* True if what the trigger says of a plain number is worth telling. */
static bool is_telling(const struct judge *judge) {
    const struct vt_trigger *trigger = judge->trigger;
    bool changed = trigger->tags & (VT_TAG_XOR | VT_TAG_HASH | VT_TAG_ENCRYPT);
    bool ordered = vt_trigger_tells(trigger->class_name, true);
    bool is_large = trigger->number < -1 || trigger->number > 1;
    /* What a table is asked for tells little, but a checksum that is made of one. */
    bool is_mixed = trigger->tags & VT_TAG_XOR && is_large_number(trigger);
    if (trigger->tags & VT_TAG_COMPARED || (trigger->tags & VT_TAG_INDEX && !is_mixed))
        return false;
    if (trigger->kind == VT_TRIGGER_CHECK)
        return trigger->test == VT_TEST_SUCCEEDS || trigger->test == VT_TEST_FAILS;
    switch (trigger->test) {
    case VT_TEST_EQUAL:
        if (trigger->tags & VT_TAG_LENGTH)
            return trigger->number > 1;
        return changed || ordered || vt_class_is(trigger->class_name, "host.user") ||
               vt_class_is(trigger->class_name, "process.identity") || !is_usual(trigger);
    case VT_TEST_UNEQUAL:
        return (ordered && is_large) || vt_class_is(trigger->class_name, "random") ||
               vt_class_is(trigger->class_name, "host.user");
    case VT_TEST_BITS_SET:
        return true;
    case VT_TEST_BITS_CLEAR:
    case VT_TEST_DECIDES:
        return false;
    default:
        return is_large && (!(trigger->tags & VT_TAG_LENGTH) || is_span(trigger)) &&
               (ordered || is_reckoned(judge, trigger));
    }
}

/* A number is tested: of `if (x & 0x80)` the bits. */
static void set_number(const struct vt_test *test, struct vt_trigger *trigger) {
    trigger->has_number = true;
    trigger->number = test->number;
    trigger->mask = test->mask;
    trigger->test = test_of(test->compare, test->holds);
    if (!test->mask || (test->compare != VT_EQ && test->compare != VT_NE))
        return;
    bool equal = trigger->test == VT_TEST_EQUAL;
    bool single = test->number == test->mask && !(test->mask & (test->mask - 1));
    if (test->number == 0)
        trigger->test = equal ? VT_TEST_BITS_CLEAR : VT_TEST_BITS_SET;
    else if (single)
        trigger->test = equal ? VT_TEST_BITS_SET : VT_TEST_BITS_CLEAR;
}

/* The constant that `x % n`, and the like, leave no trace of is not known: only tags tell. */
static bool judge_number(struct judge *judge, const struct vt_trace *trace,
                         const struct vt_source *subject) {
    struct vt_trigger *trigger = judge->trigger;
    const char *class_name;
    if (!take_subject(judge, trace, subject))
        return false;
    set_number(judge->test, trigger);
    if (trigger->kind == VT_TRIGGER_CHECK) {
        const struct vt_event *event = event_of(judge, subject, &class_name);
        int sign = polarity(judge->test, (enum vt_success)event->success);
        if (trigger->tags & ~(uint32_t)VT_TAG_TRUNCATE || sign == 0)
            return false;
        trigger->test = sign > 0 ? VT_TEST_SUCCEEDS : VT_TEST_FAILS;
    }
    /* A mark of the program's own objects is what anything else is held against, too. */
    return is_telling(judge) &&
           !(is_large_number(trigger) && vt_trace_has_number(trace, trigger->number));
}

/* The clock, less a date, is greater than nothing: it is later. */
static bool judge_difference(struct judge *judge, const struct vt_trace *trace) {
    struct vt_trigger *trigger = judge->trigger;
    bool is_later = trigger->test == VT_TEST_GREATER || trigger->test == VT_TEST_AT_LEAST;
    if (!is_later || trigger->number != 0 || !(trigger->tags & VT_TAG_LENGTH) ||
        !vt_class_is(trigger->class_name, "clock") || !take_date(judge, trace, true))
        return false;
    trigger->tags &= ~(uint32_t)(VT_TAG_LENGTH | VT_TAG_ARITHMETIC);
    return true;
}

/* True if the bytes of the trigger are those of -1, by which a variable of the program says that
 * there is nothing more. */
static bool is_end(const struct vt_trigger *trigger) {
    size_t i = 0;
    while (i < trigger->size && (unsigned char)trigger->text[i] == 0xff)
        i++;
    return trigger->size > 0 && i == trigger->size;
}

/* Two values: one from outside that equals a constant byte of a text, or another value. */
static bool judge_sides(struct judge *judge) {
    const struct vt_test *test = judge->test;
    struct vt_trigger *trigger = judge->trigger;
    const struct vt_trace *sides[2];
    const struct vt_source *subject = NULL;
    unsigned side = 0;
    for (unsigned i = 0; i < 2; i++) {
        struct vt_node node = test->node;
        node.index = (uint8_t)i;
        sides[i] = trace_of(judge, test->function, node, false);
    }
    for (; side < 2 && !subject; side++)
        subject = subject_in(judge, sides[side]);
    if (!subject)
        return false;
    side--;
    if (!take_subject(judge, sides[side], subject))
        return false;
    trigger->test = test_of(test->compare, test->holds);
    if (side == 1)
        trigger->test = mirrored(trigger->test);
    bool constant = take_constant(judge, sides[!side]);
    if (trigger->kind != VT_TRIGGER_ORIGIN && trigger->kind != VT_TRIGGER_CALLER)
        return false;
    if (vt_trigger_tells(trigger->class_name, true) && take_date(judge, sides[!side], false))
        return true;
    if (constant && trigger->has_number) /* a loop's counter, or a variable: not one number */
        return is_single(sides[!side]) &&
               (vt_trigger_tells(trigger->class_name, true) ? is_telling(judge)
                                                            : is_large_number(trigger));
    return constant && trigger->test == VT_TEST_EQUAL && !is_end(trigger) &&
           (trigger->concealed || has_one_text(sides[!side]));
}

/* ---- Flags and counters ------------------------------------------------------------------ */

/* The global that the test reads, as node of the program; VT_NONE: none alone. */
static const struct vt_leaf *global_of(const struct judge *judge) {
    const struct vt_leaf *found = NULL;
    for (unsigned i = 0; i < judge->leaves->count; i++) {
        const struct vt_leaf *leaf = &judge->leaves->items[i];
        if (judge->program->nodes[leaf->node].kind != VT_NODE_GLOBAL)
            continue;
        if (found)
            return NULL;
        found = leaf;
    }
    return found;
}

/* Constants alone, that the program can change: a flag, or if it computes with them, a counter. */
static bool judge_flag(struct judge *judge, const struct vt_trace *trace) {
    struct vt_trigger *trigger = judge->trigger;
    const struct vt_program *program = judge->program;
    size_t count = 0, passed = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_leaf *leaf = global_of(judge);
    uint32_t computed = VT_TAG_ARITHMETIC | VT_TAG_XOR;
    if (!trace || (count == 0 && !(vt_trace_tags(trace) & computed)) || !leaf ||
        !vt_trace_passes_variable(trace))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->kind != VT_CONSTANT_INT)
            return false;
        passed += vt_test_passes(judge->test, sources[i].constant->number);
    }
    trigger->tags = vt_trace_tags(trace);
    set_number(judge->test, trigger);
    uint32_t shared = program->nodes[leaf->node].ref;
    trigger->flag = program->shared_names[shared];
    trigger->kind = VT_TRIGGER_FLAG;
    if (!(trigger->tags & computed))
        return passed > 0;
    trigger->kind = VT_TRIGGER_COUNTER;
    return trigger->number > 1;
}

/* ---- All --------------------------------------------------------------------------------- */

/* Which bytes of what came the left side is. Of what is no message (a time, a user) it is where the
 * program keeps it. */
static void tell_bytes(const struct judge *judge) {
    const struct vt_test *test = judge->test;
    struct vt_trigger *trigger = judge->trigger;
    bool is_kept = vt_class_is(trigger->class_name, "clock") ||
                   vt_class_is(trigger->class_name, "host.user") ||
                   vt_class_is(trigger->class_name, "random");
    if (test->node.kind != VT_NODE_SUBJECT || trigger->test != VT_TEST_EQUAL || is_kept ||
        trigger->tags & ~(uint32_t)(VT_TAG_TRUNCATE | VT_TAG_HANDLE) || test->mask)
        return;
    const struct vt_predicate *predicate =
        &judge->program->functions[test->function].facts->predicates[test->node.ref];
    if (!predicate->size || predicate->offset < 0)
        return;
    trigger->offset = predicate->offset;
    trigger->size = predicate->size;
}

static bool judge_test(struct judge *judge) {
    const struct vt_test *test = judge->test;
    *judge->trigger = vt_test_untold(test);
    if (!test->has_number)
        return judge_sides(judge);
    const struct vt_trace *trace = vt_test_trace(judge->program, test, judge->pins, judge->npins);
    const struct vt_source *subject = subject_in(judge, trace);
    if (!subject)
        return judge_flag(judge, trace);
    const char *class_name;
    if (subject->kind == VT_SOURCE_EVENT &&
        event_of(judge, subject, &class_name)->fact == VT_FACT_COMPARE)
        return judge_compare(judge, subject);
    if (!judge_number(judge, trace, subject) && !judge_difference(judge, trace))
        return false;
    tell_bytes(judge);
    return true;
}

bool vt_test_judge(struct vt_program *program, const struct vt_test *test,
                   const struct vt_leaves *leaves, const struct vt_pin *pins, size_t npins,
                   struct vt_trigger *trigger) {
    struct judge judge = {program, test, leaves, pins, npins, trigger};
    if (!judge_test(&judge))
        return false;
    /* The outcome of one comparison, held against that of another, is nothing from outside. */
    return trigger->kind != VT_TRIGGER_ORIGIN || vt_trigger_tells(trigger->class_name, false);
}

bool vt_test_judge_loops(struct vt_program *program, const struct vt_test *test,
                         const struct vt_pin *pins, size_t npins, struct vt_trigger *trigger) {
    const struct vt_unit *unit = vt_unit_of(program, test->function);
    const struct vt_function *facts = program->functions[test->function].facts;
    struct judge judge = {program, test, NULL, pins, npins, trigger};
    for (uint32_t e = 0; test->has_number && e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "compare.bytes") &&
            judge_loop(&judge, e))
            return true;
    return false;
}

const struct vt_trace *vt_test_trace(struct vt_program *program, const struct vt_test *test,
                                     const struct vt_pin *pins, size_t npins) {
    struct judge judge = {program, test, NULL, pins, npins, NULL};
    return trace_of(&judge, test->function, test->node, false);
}
