/* Questions about versions. See version.h. */
#include "checkers/shared/channel/version.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* On these a side of a comparison is not the number itself; what names of fields say counts. */
#define NOT_NUMBER (VT_TAG_LENGTH | VT_TAG_COMPARED | VT_TAG_DECIDED | VT_TAG_ASSUMED)

/* ---- Names ------------------------------------------------------------------------------- */

/* Words for what only grows; and for comparing such. */
static const char *const nouns[] = {"version", "rollback", "revision", NULL};
static const char *const verbs[] = {"newer",     "older",       "vercmp",      "verscmp",
                                    "downgrade", "cmp_version", "ompare_vers", "ompareVers",
                                    "rollback",  NULL};

static bool has_word(const char *name, const char *const *words) {
    for (; name && *name; name++)
        for (size_t i = 0; words[i]; i++)
            if (strncasecmp(name, words[i], strlen(words[i])) == 0)
                return true;
    return false;
}

static const char *parameter_name(struct vt_program *program, uint32_t function, uint32_t index) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    return index < facts->nparams ? vt_string(unit->strings, facts->param_names[index]) : "";
}

/* True if one of COUNT STEPS has the name of a version. */
static bool passes_named(struct vt_program *program, const struct vt_flow_step *steps,
                         size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (steps[i].kind == VT_STEP_GLOBAL && has_word(steps[i].name, nouns))
            return true;
        if (steps[i].kind == VT_STEP_CALL &&
            has_word(parameter_name(program, steps[i].callee, steps[i].index), nouns))
            return true;
        if (steps[i].kind == VT_STEP_RETURN &&
            has_word(vt_program_function_name(program, steps[i].callee), nouns))
            return true;
    }
    return false;
}

/* True if SOURCE, or something on the way from it, has the name of a version. */
static bool is_named(struct vt_program *program, const struct vt_trace *trace,
                     const struct vt_source *source) {
    if (source->kind == VT_SOURCE_PARAMETER &&
        has_word(parameter_name(program, source->function, source->index), nouns))
        return true;
    if (source->kind == VT_SOURCE_EXTERNAL && has_word(source->name, nouns))
        return true;
    struct vt_arena *scratch = vt_arena_new();
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, scratch, &count);
    bool named = passes_named(program, steps, count);
    vt_arena_free(scratch);
    return named;
}

/* True if SOURCE is the outcome of a function that compares versions by its name. */
static bool compares_by_name(struct vt_program *program, const struct vt_source *source) {
    if (source->kind == VT_SOURCE_EXTERNAL)
        return has_word(source->name, verbs);
    return vt_source_is(program, source, VT_FACT_COMPARE, "") &&
           has_word(vt_source_function(program, source), verbs);
}

/* ---- One comparison ---------------------------------------------------------------------- */

static const struct vt_predicate *predicate_of(const struct vt_program *program,
                                               struct vt_condition_ref condition) {
    return &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
}

static const struct vt_source *sources_of(struct vt_program *program,
                                          struct vt_condition_ref condition, unsigned side,
                                          uint32_t avoid, const struct vt_trace **trace,
                                          size_t *count) {
    *count = 0;
    *trace = vt_trace_subject(program, condition.function, condition.predicate, side, avoid);
    return *trace ? vt_trace_sources(*trace, count) : NULL;
}

/* True if SOURCE is one of those of TRACE that are data and no constants. */
static bool is_part(const struct vt_trace *trace, const struct vt_source *source) {
    bool is_data = source->kind == VT_SOURCE_EVENT || source->kind == VT_SOURCE_PARAMETER;
    return is_data && vt_has_source(trace, source);
}

/* True if SIDE is a number that was read from the file that is installed, or came with it. */
static bool is_offered(struct vt_program *program, struct vt_condition_ref condition, unsigned side,
                       const struct vt_trace *offered) {
    const struct vt_trace *trace;
    size_t count;
    const struct vt_source *sources =
        sources_of(program, condition, side, NOT_NUMBER, &trace, &count);
    for (size_t i = 0; i < count; i++)
        if (is_part(offered, &sources[i]))
            return true;
    return false;
}

/* True if SIDE is a number that this host keeps: in a file whose name the program knows. */
static bool is_kept(struct vt_program *program, struct vt_condition_ref condition, unsigned side) {
    const struct vt_trace *trace, *names;
    size_t count, nnames = 0;
    const struct vt_source *sources =
        sources_of(program, condition, side, NOT_NUMBER, &trace, &count);
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read"))
            continue;
        names = vt_trace_role(program, sources[i].event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
        const struct vt_source *name = names ? vt_trace_sources(names, &nnames) : NULL;
        for (size_t n = 0; n < nnames; n++)
            if (*vt_source_text(&name[n]))
                return true;
    }
    return false;
}

/* The side that is offered, if CONDITION holds it against what is kept; else -1. */
static int offered_side(struct vt_program *program, struct vt_condition_ref condition,
                        const struct vt_trace *offered) {
    if (!vt_compare_orders(predicate_of(program, condition)->compare))
        return -1;
    for (unsigned side = 0; side < 2; side++)
        if (is_kept(program, condition, 1 - side) &&
            is_offered(program, condition, side, offered) &&
            !is_offered(program, condition, 1 - side, offered))
            return (int)side;
    return -1;
}

static enum vt_version_sign sign_of(struct vt_program *program, struct vt_condition_ref condition,
                                    const struct vt_trace *offered) {
    bool is_order = vt_compare_orders(predicate_of(program, condition)->compare);
    if (offered_side(program, condition, offered) >= 0)
        return VT_VERSION_ORDERED;
    for (unsigned side = 0; side < 2; side++) {
        const struct vt_trace *trace;
        size_t count;
        const struct vt_source *sources =
            sources_of(program, condition, side, VT_TAG_LENGTH, &trace, &count);
        for (size_t i = 0; i < count; i++)
            if (compares_by_name(program, &sources[i]) ||
                (is_order && is_named(program, trace, &sources[i])))
                return VT_VERSION_NAMED;
    }
    return VT_VERSION_NONE;
}

/* ---- Functions that compare -------------------------------------------------------------- */

/* What FUNCTION, whose result a condition tests, compares: by its name, and by what it orders. */
static enum vt_version_sign sign_within(struct vt_program *program, uint32_t function,
                                        const struct vt_trace *offered) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const char *name = vt_program_function_name(program, function);
    bool is_named = has_word(name, verbs);
    for (uint32_t p = 0; p < facts->npredicates; p++) {
        struct vt_condition_ref inner = {.function = function, .predicate = p};
        if (offered_side(program, inner, offered) >= 0)
            return VT_VERSION_ORDERED;
        is_named |= vt_compare_orders(facts->predicates[p].compare) && has_word(name, nouns);
    }
    return is_named ? VT_VERSION_NAMED : VT_VERSION_NONE;
}

enum vt_version_sign vt_version_asked(struct vt_check *check, struct vt_condition_ref condition,
                                      const struct vt_trace *offered) {
    struct vt_program *program = vt_check_program(check);
    enum vt_version_sign best = sign_of(program, condition, offered);
    for (unsigned side = 0; side < 2 && best != VT_VERSION_ORDERED; side++) {
        const struct vt_trace *trace;
        size_t count, ntargets;
        sources_of(program, condition, side, VT_TAG_LENGTH, &trace, &count);
        const struct vt_site *sites =
            trace ? vt_trace_results(trace, vt_check_arena(check), &count) : NULL;
        for (size_t i = 0; sites && i < count; i++) {
            const uint32_t *targets;
            ntargets = vt_program_targets(program, sites[i], &targets);
            for (size_t t = 0; t < ntargets; t++) {
                enum vt_version_sign sign = sign_within(program, targets[t], offered);
                best = sign > best ? sign : best;
            }
        }
    }
    return best;
}

/* ---- Which way round --------------------------------------------------------------------- */

bool vt_version_only_older(struct vt_check *check, struct vt_condition_ref condition,
                           const struct vt_trace *offered) {
    struct vt_program *program = vt_check_program(check);
    int side = offered_side(program, condition, offered);
    uint8_t compare = predicate_of(program, condition)->compare;
    bool left_less =
        compare == VT_SLT || compare == VT_SLE || compare == VT_ULT || compare == VT_ULE;
    bool offered_less = left_less == (side == 0);
    return side >= 0 && condition.always && offered_less == condition.holds;
}

bool vt_version_tests_part(struct vt_program *program, struct vt_condition_ref condition,
                           const struct vt_trace *trace) {
    for (unsigned side = 0; side < 2; side++)
        if (is_offered(program, condition, side, trace))
            return !is_kept(program, condition, 1 - side);
    return false;
}
