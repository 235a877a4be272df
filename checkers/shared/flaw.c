/* What stands before an intake, and what is wrong with it. See intake.h. */
#include <string.h>

#include "checkers/shared/channel/intake.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MAX_CONDITIONS = 256, MAX_FUNCTIONS = 64, MAX_PREDICATES = 512, MAX_COMPARISONS = 16 };

/* On these the result of a check is not what a condition tests. */
#define NOT_RESULT (VT_TAG_INDEX | VT_TAG_ASSUMED | VT_TAG_FIELD)

const struct vt_source *vt_condition_about(struct vt_program *program,
                                           struct vt_condition_ref condition,
                                           struct vt_event_ref ref) {
    const struct vt_source *source = NULL;
    for (unsigned side = 0; side < 2 && !source; side++)
        source = vt_find_event(
            vt_trace_subject(program, condition.function, condition.predicate, side, NOT_RESULT),
            ref);
    return source;
}

/* ---- How a result is read ---------------------------------------------------------------- */

struct reading {
    bool related;  /* a condition on the way has to do with the result */
    bool proper;   /* one tells success from failure, but not on every way or not here */
    bool inverted; /* one that always holds lets only failure pass */
    bool blurred;  /* one tests the result and does not tell */
    bool indirect; /* one tests something that the result decided */
};

static enum vt_success success_of(struct vt_program *program, struct vt_event_ref check) {
    return (enum vt_success)vt_program_event(program, check, NULL)->success;
}

static void read_condition(struct vt_program *program, struct vt_condition_ref condition,
                           struct vt_event_ref check, struct reading *reading) {
    const struct vt_source *source = vt_condition_about(program, condition, check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    enum vt_success success = success_of(program, check);
    struct vt_condition_ref opposite = condition;
    opposite.holds = !condition.holds;
    if (!source)
        return;
    reading->related = true;
    if (source->tags & (VT_TAG_DECIDED | VT_TAG_COMPARED))
        reading->indirect = true;
    else if (!facts->predicates[condition.predicate].has_number ||
             vt_condition_means(program, condition, success))
        reading->proper = true;
    else if (!vt_condition_means(program, opposite, success))
        reading->blurred = true;
    else if (condition.always)
        reading->inverted = true;
    else
        reading->proper = true;
}

/* Functions on the ways from entries to a place, each once. */
struct callers {
    uint32_t functions[MAX_FUNCTIONS];
    size_t count, nconditions;
};

/* True if the way of the intake does not enter or leave FUNCTION through SITE, but another call. */
static bool is_elsewhere(const struct vt_intake *intake, uint32_t function, struct vt_site site) {
    bool elsewhere = false;
    for (size_t i = 0; i < intake->nsteps; i++) {
        const struct vt_flow_step *step = &intake->steps[i];
        if (step->callee != function || step->call == VT_NONE)
            continue;
        if (step->function == site.function && step->call == site.call)
            return false;
        elsewhere = true;
    }
    return elsewhere;
}

static void add_function(struct callers *callers, uint32_t function) {
    for (size_t i = 0; i < callers->count; i++)
        if (callers->functions[i] == function)
            return;
    if (callers->count < MAX_FUNCTIONS)
        callers->functions[callers->count++] = function;
}

static void read_guards(struct vt_check *check, uint32_t function, uint32_t guards,
                        struct vt_event_ref about, struct callers *callers,
                        struct reading *reading) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count && callers->nconditions++ < MAX_CONDITIONS; i++)
        read_condition(program, conditions[i], about, reading);
}

/* Reads the conditions on the ways of INTAKE to event REF that have to do with its check. */
static void read_way(struct vt_check *check, const struct vt_intake *intake,
                     struct vt_event_ref ref, struct reading *reading) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref about = intake->check;
    struct callers callers = {.count = 0};
    add_function(&callers, ref.function);
    read_guards(check, ref.function, vt_program_event(program, ref, NULL)->guards, about, &callers,
                reading);
    for (size_t i = 0; i < callers.count; i++) {
        const struct vt_site *sites;
        size_t nsites = vt_program_callers(program, callers.functions[i], &sites);
        for (size_t s = 0; s < nsites; s++) {
            const struct vt_function *caller =
                vt_program_function(program, sites[s].function, NULL);
            if (is_elsewhere(intake, callers.functions[i], sites[s]))
                continue;
            read_guards(check, sites[s].function, caller->calls[sites[s].call].guards, about,
                        &callers, reading);
            add_function(&callers, sites[s].function);
        }
    }
}

/* True if somewhere in the function of CHECK, or in one that calls it, the result is tested, and
 * no such test tells success from failure. */
static bool is_blurred_at_home(struct vt_program *program, struct vt_event_ref check) {
    struct reading reading = {false};
    struct callers callers = {.count = 0};
    size_t npredicates = 0;
    add_function(&callers, check.function);
    for (size_t i = 0; i < callers.count && npredicates < MAX_PREDICATES; i++) {
        uint32_t function = callers.functions[i];
        const struct vt_function *facts = vt_program_function(program, function, NULL);
        for (uint32_t p = 0; p < facts->npredicates && npredicates++ < MAX_PREDICATES; p++)
            read_condition(program, (struct vt_condition_ref){function, p, true, false}, check,
                           &reading);
        const struct vt_site *sites;
        size_t nsites = vt_program_callers(program, function, &sites);
        for (size_t s = 0; s < nsites; s++)
            add_function(&callers, sites[s].function);
    }
    return reading.blurred && !reading.proper && !reading.inverted;
}

/* True if FUNCTION is one that the bytes of INTAKE pass, or in which they are used. */
static bool is_passed(const struct vt_intake *intake, uint32_t function) {
    bool passed = function == intake->sink.function;
    for (size_t i = 0; i < intake->nsteps && !passed; i++)
        passed = intake->steps[i].function == function;
    return passed;
}

/* True if CHECK is made by a function that the bytes pass, or by one that such a function calls. */
static bool is_made_on_way(struct vt_program *program, const struct vt_intake *intake,
                           struct vt_event_ref check) {
    struct callers callers = {.count = 0};
    add_function(&callers, check.function);
    for (size_t i = 0; i < callers.count; i++) {
        if (is_passed(intake, callers.functions[i]))
            return true;
        const struct vt_site *sites;
        size_t nsites = vt_program_callers(program, callers.functions[i], &sites);
        for (size_t s = 0; s < nsites; s++)
            add_function(&callers, sites[s].function);
    }
    return false;
}

/* Judges how the result of the intake's check is read; false if the check is none of its. Of data
 * of this host, one that nothing depends on may be of something else. */
static bool judge_reading(struct vt_check *check, struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct reading reading = {false};
    read_way(check, intake, intake->sink, &reading);
    if (intake->is_file)
        read_way(check, intake, intake->write, &reading);
    if (!reading.related && (intake->is_local || !is_made_on_way(program, intake, intake->check)))
        return false;
    intake->fault = VT_FAULT_MISREAD;
    if (!reading.related)
        intake->misreading = VT_MISREAD_DROPPED;
    else if (reading.inverted && !reading.proper)
        intake->misreading = VT_MISREAD_INVERTED;
    else if (reading.blurred && !reading.proper && !reading.indirect)
        intake->misreading = VT_MISREAD_BLURRED;
    else if (!reading.proper && is_blurred_at_home(program, intake->check))
        intake->misreading = VT_MISREAD_BLURRED;
    else
        intake->fault = VT_FAULT_SKIPPED;
    return true;
}

/* ---- Checks of signatures ---------------------------------------------------------------- */

/* True if what CHECK verifies comes from where the bytes of INTAKE come from. */
static bool concerns(struct vt_program *program, struct vt_event_ref check,
                     const struct vt_intake *intake) {
    struct vt_asked asked = {.ref = check, .role = VT_ROLE_PAYLOAD, .avoid = VT_ABOUT_DATA};
    const struct vt_trace *trace = vt_trace_role_at(program, &asked, intake->steps, intake->nsteps);
    return vt_find_event(trace, intake->source->event) != NULL;
}

/* Judges INTAKE by the first check that is about it; false if there is none. */
static bool judge_checks(struct vt_check *check, struct vt_intake *intake) {
    static const char *const classes[] = {"check.signature", "check.mac"};
    struct vt_program *program = vt_check_program(check);
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_CHECK, classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            intake->check = refs[i];
            if (concerns(program, refs[i], intake) && judge_reading(check, intake))
                return true;
        }
    }
    return false;
}

static bool is_verified_at(struct vt_program *program, struct vt_event_ref ref) {
    return vt_is_verified(program, ref, "check.signature") ||
           vt_is_verified(program, ref, "check.mac");
}

/* ---- Digests that are compared ----------------------------------------------------------- */

/* What one side of a comparison is, as far as it matters here. */
struct side {
    bool digest;   /* of the bytes of the intake */
    bool received; /* it came from the network as such */
    bool constant;
};

static struct side look_at_side(struct vt_program *program, struct vt_event_ref comparison,
                                enum vt_role role, const struct vt_intake *intake) {
    struct side side = {false};
    size_t count = 0;
    struct vt_asked asked = {.ref = comparison, .role = role, .avoid = VT_ABOUT_DATA};
    const struct vt_trace *trace = vt_trace_role_at(program, &asked, intake->steps, intake->nsteps);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_source *source = &sources[i];
        bool hashed = source->tags & VT_TAG_HASH;
        side.constant |= source->kind == VT_SOURCE_CONSTANT && !hashed &&
                         (source->constant->kind == VT_CONSTANT_TEXT ||
                          source->constant->kind == VT_CONSTANT_BYTES);
        if (source->kind != VT_SOURCE_EVENT)
            continue;
        side.digest |= hashed && vt_event_same(source->event, intake->source->event);
        side.received |= !hashed && vt_is_network(program, source);
    }
    return side;
}

/* True if CONDITION lets only equality of a comparison pass; CONTEXT is the comparison. */
static bool means_equal(struct vt_program *program, struct vt_condition_ref condition,
                        void *context) {
    const struct vt_event_ref *comparison = context;
    const struct vt_source *source = vt_condition_about(program, condition, *comparison);
    if (!source)
        return false;
    if (source->tags & (VT_TAG_DECIDED | VT_TAG_COMPARED))
        return true;
    return vt_condition_means(program, condition, success_of(program, *comparison));
}

/* Comparisons whose outcome decides on the ways to an event. */
struct comparisons {
    struct vt_event_ref refs[MAX_COMPARISONS];
    size_t count;
};

static void add_comparisons(struct vt_program *program, struct vt_condition_ref condition,
                            struct comparisons *comparisons) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, NOT_RESULT);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && comparisons->count < MAX_COMPARISONS; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_COMPARE, ""))
            comparisons->refs[comparisons->count++] = sources[i].event;
}

static void find_comparisons(struct vt_check *check, uint32_t function, uint32_t guards,
                             struct comparisons *comparisons) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        add_comparisons(program, conditions[i], comparisons);
}

/* Those in the function of the intake, and on the ways of its bytes. */
static struct comparisons comparisons_of(struct vt_check *check, const struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct comparisons comparisons = {.count = 0};
    find_comparisons(check, intake->sink.function,
                     vt_program_event(program, intake->sink, NULL)->guards, &comparisons);
    const struct vt_site *sites;
    size_t nsites = vt_program_callers(program, intake->sink.function, &sites);
    for (size_t i = 0; i < nsites; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        find_comparisons(check, sites[i].function, caller->calls[sites[i].call].guards,
                         &comparisons);
    }
    return comparisons;
}

/* Looks for a comparison of the digest of what INTAKE takes, and at what it is held against. */
static enum vt_fault judge_digest(struct vt_check *check, struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    struct comparisons comparisons = comparisons_of(check, intake);
    for (size_t i = 0; i < comparisons.count; i++) {
        struct vt_event_ref *ref = &comparisons.refs[i];
        struct side left = look_at_side(program, *ref, VT_ROLE_LEFT, intake);
        struct side right = look_at_side(program, *ref, VT_ROLE_RIGHT, intake);
        struct side *other = left.digest ? &right : &left;
        if (left.digest == right.digest ||
            !vt_program_is_guarded(program, intake->sink, means_equal, ref))
            continue;
        intake->check = *ref;
        if (other->constant && !other->received)
            return VT_FAULT_NONE;
        if (other->received)
            return VT_FAULT_CHECKSUM;
    }
    return VT_FAULT_FILE;
}

void vt_intake_judge(struct vt_check *check, struct vt_intake *intake) {
    struct vt_program *program = vt_check_program(check);
    if (is_verified_at(program, intake->sink) ||
        (intake->is_file && is_verified_at(program, intake->write)))
        intake->fault = VT_FAULT_NONE;
    else if (!judge_checks(check, intake))
        intake->fault = intake->is_local ? VT_FAULT_FILE : judge_digest(check, intake);
}
