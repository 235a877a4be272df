/* See pretext.h. */
#include "checkers/shared/trapdoor/pretext.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checkers/shared/channel/leak.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

static bool is_equal(const struct vt_predicate *predicate, bool holds) {
    return predicate->has_number && !predicate->mask &&
           ((predicate->compare == VT_EQ && holds) || (predicate->compare == VT_NE && !holds));
}

static const struct vt_predicate *predicate_of(struct vt_program *program,
                                               struct vt_condition_ref condition) {
    return &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
}

/* ---- Counts ------------------------------------------------------------------------------ */

/* True if all that is tested is what the program counts by itself, from a number on, or from what
 * a variable begins with; in an object of its callers, what these have counted may seem to stand
 * there still. */
static bool is_counted(const struct vt_trace *trace) {
    size_t count = 0, nstarts = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_number =
            sources[i].kind == VT_SOURCE_CONSTANT && sources[i].constant->kind == VT_CONSTANT_INT;
        if (!is_number &&
            !(sources[i].kind == VT_SOURCE_PARAMETER && sources[i].tags & VT_TAG_ARITHMETIC))
            return false;
        nstarts += is_number;
    }
    return trace && (nstarts > 0 || count == 0) && vt_trace_tags(trace) == VT_TAG_ARITHMETIC;
}

static const char *count_words(struct vt_check *check, struct vt_condition_ref condition) {
    enum { LEAST = 2, MOST = 10000 };
    struct vt_program *program = vt_check_program(check);
    const struct vt_predicate *predicate = predicate_of(program, condition);
    if (!is_equal(predicate, condition.holds) || predicate->number < LEAST ||
        predicate->number > MOST ||
        !is_counted(vt_trace_subject(program, condition.function, condition.predicate, 0, 0)))
        return NULL;
    return vt_alloc_format(vt_check_arena(check), "a count is %d", (int)predicate->number);
}

/* True if all that side 0 of PREDICATE of FACTS gets is how long something is. */
static bool is_length(const struct vt_function *facts, uint32_t predicate) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_SUBJECT, 0, predicate}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (!(edges[e].tags & VT_TAG_LENGTH) || edges[e].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED))
            return false;
    return count > 0;
}

/* How long a text happens to be, which no format asks for. */
static const char *length_words(struct vt_check *check, struct vt_condition_ref condition) {
    enum { LEAST = 17, STEP = 4 };
    struct vt_program *program = vt_check_program(check);
    const struct vt_predicate *predicate = predicate_of(program, condition);
    if (!is_equal(predicate, condition.holds) || predicate->number < LEAST ||
        predicate->number % STEP == 0 || predicate->size ||
        !is_length(vt_program_function(program, condition.function, NULL), condition.predicate))
        return NULL;
    return vt_alloc_format(vt_check_arena(check), "something is %lld letters long",
                           (long long)predicate->number);
}

/* ---- Files ------------------------------------------------------------------------------- */

/* True if the program opens a file called PATH somewhere, or runs it, and it lies where programs
 * do. */
static bool is_used(struct vt_check *check, const char *path) {
    static const char *const uses[] = {"file.open", "exec.program"};
    struct vt_program *program = vt_check_program(check);
    size_t count, nuses = vt_is_odd_place(path) ? 1 : 2;
    for (size_t u = 0; u < nuses; u++) {
        const struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, uses[u], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (vt_has_text(vt_trace_role(program, refs[i], VT_ROLE_PATH, NULL, VT_ABOUT_DATA),
                            path))
                return true;
    }
    return false;
}

/* True if the call that REF is of also tells something of the file that FUNCTION uses. */
static bool is_looked_into(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (from->kind == VT_NODE_OUTCOME && from->ref != ref.event &&
            vt_is_same_call(program, ref, (struct vt_event_ref){ref.function, from->ref}))
            return true;
    }
    return false;
}

/* True if PREDICATE asks whether a call that returns 0 or -1 succeeded; then *YES if it does. */
static bool asks_success(const struct vt_predicate *predicate, bool *yes) {
    bool is_equal = predicate->compare == VT_EQ;
    if (!predicate->has_number || predicate->mask)
        return false;
    if (predicate->compare == VT_SLT && predicate->number == 0)
        return *yes = false, true;
    *yes = predicate->number == 0 ? is_equal : !is_equal;
    return (is_equal || predicate->compare == VT_NE) &&
           (predicate->number == 0 || predicate->number == -1);
}

/* *ALONE: nothing else is asked of the file. */
static const char *file_words(struct vt_check *check, struct vt_condition_ref condition,
                              bool *alone) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_predicate *predicate = predicate_of(program, condition);
    size_t count = 0;
    bool there;
    /* What has a size is a field of what is told of the file, and not whether there is one. */
    if (predicate->size || !asks_success(predicate, &there))
        return NULL;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count != 1 || sources[0].tags ||
        !vt_source_is(program, &sources[0], VT_FACT_ORIGIN, "file"))
        return NULL;
    const char *path =
        vt_only_text(vt_trace_role(program, sources[0].event, VT_ROLE_PATH, NULL, VT_ABOUT_DATA));
    if (*path != '/' || is_used(check, path) || vt_trap_is_documented(program, path))
        return NULL;
    *alone = !is_looked_into(program, sources[0].event);
    return vt_alloc_format(vt_check_arena(check), "there is %s `%s`",
                           there == condition.holds ? "a file" : "no file", path);
}

/* ---- Variables --------------------------------------------------------------------------- */

static bool is_presence(struct vt_program *program, struct vt_event_ref ref) {
    return strcmp(vt_event_value(program, ref), "presence") == 0;
}

/* True if somewhere the program looks at what variable NAME of the environment says. */
static bool is_read(struct vt_check *check, const char *name) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_ORIGIN, "environment", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!is_presence(program, refs[i]) &&
            vt_has_text(vt_trace_role(program, refs[i], VT_ROLE_TARGET, NULL, VT_ABOUT_DATA), name))
            return true;
    return false;
}

static const char *variable_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_predicate *predicate = predicate_of(program, condition);
    size_t count = 0;
    if (!predicate->has_number || predicate->number != 0 || predicate->mask ||
        (predicate->compare != VT_EQ && predicate->compare != VT_NE))
        return NULL;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (count != 1 || sources[0].tags || (predicate->compare == VT_NE) != condition.holds ||
        !vt_source_is(program, &sources[0], VT_FACT_ORIGIN, "environment") ||
        !is_presence(program, sources[0].event))
        return NULL;
    const char *name =
        vt_only_text(vt_trace_role(program, sources[0].event, VT_ROLE_TARGET, NULL, VT_ABOUT_DATA));
    if (!*name || is_read(check, name) || vt_trap_is_documented(program, name))
        return NULL;
    return vt_alloc_format(vt_check_arena(check), "the environment has a variable `%s`", name);
}

/* ---- Options ----------------------------------------------------------------------------- */

/* True if option NAME stands in TEXT as such. */
static bool tells_option(const char *text, const char *name) {
    size_t length = strlen(name);
    for (const char *at = strchr(text, '-'); at; at = strchr(at + 1, '-')) {
        if (length == 1 && memchr(at, *name,
                                  strspn(at, "-abcdefghijklmnopqrstuvwxyz"
                                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")))
            return true;
        if (length > 1 && strncmp(at, name, length) == 0)
            return true;
    }
    return false;
}

static bool is_usage(const char *text) {
    for (; *text; text++)
        if (strncasecmp(text, "usage", 5) == 0)
            return true;
    return false;
}

/* True if texts of the program say how it is used, and none of them names option NAME. */
static bool is_left_out(struct vt_program *program, const char *name) {
    bool has_usage = false;
    for (uint32_t u = 0; u < vt_program_nunits(program); u++) {
        const struct vt_unit *unit = vt_program_unit(program, u, NULL);
        for (uint32_t c = 0; c < unit->nconstants; c++) {
            if (unit->constants[c].kind != VT_CONSTANT_TEXT)
                continue;
            const char *text = vt_string(unit->strings, unit->constants[c].text);
            has_usage |= is_usage(text);
            if (strcmp(text, name) != 0 && tells_option(text, name))
                return false;
        }
    }
    return has_usage;
}

/* Of TRIGGERS, which say when the flag is set that CONDITION tests, the option that nobody is told
 * of; "" if there is none. */
static const char *option_of(struct vt_check *check, struct vt_condition_ref condition,
                             const struct vt_trigger *triggers, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct vt_trigger *trigger = &triggers[i];
        const char *name = trigger->text;
        bool is_typed = trigger->kind == VT_TRIGGER_CALLER &&
                        vt_program_is_main(vt_check_program(check), trigger->source->function);
        bool is_flag = trigger->is_indirect || trigger->condition.predicate != condition.predicate;
        if (!is_typed || !is_flag || !trigger->always || trigger->test != VT_TEST_EQUAL)
            continue;
        if (!name && isalnum((int)(trigger->number & 0xff)) && trigger->number < 127)
            name = vt_alloc_format(vt_check_arena(check), "%c", (char)trigger->number);
        if (name && (*name == '-' || !name[1]) && is_left_out(vt_check_program(check), name))
            return name;
    }
    return "";
}

/* ---- What comes from outside ------------------------------------------------------------- */

/* True if TRIGGER says which port somebody comes from. */
static bool is_port(struct vt_program *program, const struct vt_trigger *trigger) {
    enum { LEAST = 0xff, MOST = 0xffff };
    if (trigger->kind != VT_TRIGGER_ORIGIN || trigger->test != VT_TEST_EQUAL || trigger->text ||
        !trigger->has_number || trigger->number <= LEAST || trigger->number > MOST)
        return false;
    return strcmp(vt_event_value(program, trigger->source->event), "address") == 0;
}

/* True if TRIGGER says that somebody is a user whose number stands in the program; root and nobody
 * have the same ones everywhere. */
static bool is_somebody(const struct vt_trigger *trigger) {
    enum { LEAST_USER = 0xff, NOBODY = 65534, UNKNOWN = 65535 };
    return trigger->kind == VT_TRIGGER_ORIGIN && trigger->test == VT_TEST_EQUAL && !trigger->text &&
           trigger->has_number && !trigger->mask && trigger->number > LEAST_USER &&
           trigger->number != NOBODY && trigger->number != UNKNOWN &&
           vt_class_is(trigger->class_name, "host.user");
}

static const char *option_words(struct vt_check *check, struct vt_condition_ref condition) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(vt_check_program(check), condition, vt_check_arena(check), &count);
    const char *name = option_of(check, condition, triggers, count);
    if (!*name)
        return NULL;
    return vt_alloc_format(vt_check_arena(check), "option `%s%s` was given, which is not told of",
                           name[1] ? "" : "-", name);
}

static const char *somebody_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(program, condition, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (is_port(program, &triggers[i]) || is_somebody(&triggers[i]))
            return triggers[i].words;
    return NULL;
}

bool vt_pretext_at(struct vt_check *check, struct vt_condition_ref condition,
                   struct vt_pretext *pretext) {
    *pretext = (struct vt_pretext){.condition = condition};
    pretext->words = file_words(check, condition, &pretext->is_file);
    if (!pretext->words)
        pretext->words = somebody_words(check, condition);
    pretext->is_sign = pretext->words != NULL;
    if (!pretext->words)
        pretext->words = count_words(check, condition);
    pretext->is_count = pretext->words && !pretext->is_sign;
    if (!pretext->words)
        pretext->words = length_words(check, condition);
    if (!pretext->words)
        pretext->words = option_words(check, condition);
    if (!pretext->words)
        pretext->words = variable_words(check, condition);
    return pretext->words != NULL;
}
