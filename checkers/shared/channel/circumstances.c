#include "checkers/shared/channel/circumstances.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/capability.h"
#include "engine/program/declaration.h"

enum { MAX_FUNCTIONS = 64, DAY = 24 * 60 * 60, DAYS = 3, YEARS = 10 * 365 };

/* ---- Declarations ------------------------------------------------------------------------ */

static bool is_declared(const struct vt_declaration *declaration,
                        const struct vt_endpoint *endpoint) {
    for (size_t s = 0; s < declaration->nservices; s++)
        for (size_t e = 0; e < declaration->services[s].nendpoints; e++)
            if (vt_endpoint_covers(&declaration->services[s].endpoints[e], endpoint))
                return true;
    return false;
}

static void weigh_declaration(struct vt_check *check, struct vt_finding *finding,
                              const struct vt_peer *peer) {
    const struct vt_declaration *declaration = vt_program_declaration(vt_check_program(check));
    struct vt_endpoint endpoint;
    if (!declaration || peer->kind != VT_PEER_CONSTANT ||
        !vt_endpoint_parse(peer->name, vt_check_arena(check), &endpoint))
        return;
    if (is_declared(declaration, &endpoint))
        vt_finding_evidence(check, finding, "declared", -30, "The vendor declares this peer.");
    else
        vt_finding_evidence(check, finding, "undeclared", 15,
                            "The vendor's declaration does not name this peer.");
}

/* ---- Ways up ----------------------------------------------------------------------------- */

/* Functions from which calls lead to an event, nearest first. */
struct ways {
    uint32_t functions[MAX_FUNCTIONS];
    size_t count;
    bool is_second;
};

static void add_function(struct ways *ways, uint32_t function) {
    for (size_t i = 0; i < ways->count; i++)
        if (ways->functions[i] == function)
            return;
    if (ways->count < MAX_FUNCTIONS)
        ways->functions[ways->count++] = function;
}

static bool is_days(int64_t seconds) {
    return seconds >= (int64_t)DAYS * DAY && seconds < (int64_t)YEARS * DAY;
}

static int64_t units_in_second(const char *unit) {
    if (strcmp(unit, "microseconds") == 0)
        return 1000000;
    return strcmp(unit, "milliseconds") == 0 ? 1000 : 1;
}

/* True if FUNCTION waits for days at once. */
static bool sleeps_long(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        size_t count = 0;
        if (event->fact != VT_FACT_EFFECT || !event->value ||
            !vt_class_is(vt_string(unit->strings, event->class_name), "time.sleep"))
            continue;
        int64_t units = units_in_second(vt_string(unit->strings, event->value));
        const struct vt_trace *trace = vt_trace_value(program, (struct vt_event_ref){function, e},
                                                      VT_ROLE_LENGTH, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++)
            if (sources[i].kind == VT_SOURCE_CONSTANT && !(sources[i].tags & VT_TAG_ARITHMETIC) &&
                sources[i].constant->kind == VT_CONSTANT_INT &&
                is_days(sources[i].constant->number / units))
                return true;
    }
    return false;
}

/* True if the condition compares a clock with days; not what a search met before it ran out. */
static bool waits_for_days(struct vt_program *program, struct vt_condition_ref condition,
                           void *context) {
    (void)context;
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    bool clock = false, days = false;
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    if (predicate->compare == VT_EQ || predicate->compare == VT_NE)
        return false;
    days = predicate->has_number && is_days(predicate->number);
    for (unsigned side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_subject(program, condition.function, condition.predicate, side,
                             VT_ABOUT_DATA & ~(uint32_t)VT_TAG_LENGTH);
        const struct vt_source *sources =
            trace && !vt_trace_is_cut(trace) ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            clock |= vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "clock");
            days |= sources[i].kind == VT_SOURCE_CONSTANT &&
                    sources[i].constant->kind == VT_CONSTANT_INT &&
                    is_days(sources[i].constant->number);
        }
    }
    return clock && days;
}

/* True if SITE may call function TARGET. */
static bool may_call(const struct vt_program *program, struct vt_site site, uint32_t target) {
    const uint32_t *targets;
    size_t count = vt_program_targets(program, site, &targets);
    for (size_t i = 0; i < count; i++)
        if (targets[i] == target)
            return true;
    return false;
}

/* True if the function of SITE, a call of TARGET, has another one. */
static bool calls_again(const struct vt_program *program, struct vt_site site, uint32_t target) {
    const struct vt_function *facts = vt_program_function(program, site.function, NULL);
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (c != site.call && may_call(program, (struct vt_site){site.function, c}, target))
            return true;
    return false;
}

/* True if the condition tests what another call of function TARGET, in the same function, gave. */
static bool tests_first(struct vt_program *program, struct vt_condition_ref condition,
                        uint32_t target, uint32_t call, struct vt_arena *arena) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_subject(
        program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED | VT_TAG_FIELD);
    const struct vt_site *sites = trace ? vt_trace_results(trace, arena, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sites[i].function == condition.function && sites[i].call != call &&
            may_call(program, sites[i], target))
            return true;
    return false;
}

/* Looks at the conditions of guard list GUARDS of the function of SITE, which stand before this
 * call of TARGET. */
static void look_at_guards(struct vt_check *check, struct ways *ways, struct vt_site site,
                           uint32_t guards, uint32_t target) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    if (!calls_again(program, site, target))
        return;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, site.function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count && !ways->is_second; i++)
        if (conditions[i].always)
            ways->is_second =
                tests_first(program, conditions[i], target, site.call, vt_check_arena(check));
}

static void look_at_callers(struct vt_check *check, struct ways *ways, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        const struct vt_call *call = &caller->calls[sites[i].call];
        add_function(ways, sites[i].function);
        look_at_guards(check, ways, sites[i], call->guards, function);
    }
}

/* True if on some way up to FUNCTION a call is made because another one of the same function,
 * before it, gave something. */
static bool is_second(struct vt_check *check, uint32_t function) {
    struct ways ways = {.count = 0};
    add_function(&ways, function);
    for (size_t i = 0; i < ways.count && !ways.is_second; i++)
        look_at_callers(check, &ways, ways.functions[i]);
    return ways.is_second;
}

/* True if on every way to REF days pass first: a condition on the clock, or a sleep in a function
 * that REF is in or that alone calls it. */
static bool is_late(struct vt_program *program, struct vt_event_ref ref) {
    uint32_t function = ref.function;
    if (vt_program_is_guarded(program, ref, waits_for_days, NULL))
        return true;
    for (unsigned i = 0; i < MAX_FUNCTIONS; i++) {
        const struct vt_site *sites;
        if (sleeps_long(program, function))
            return true;
        if (vt_program_callers(program, function, &sites) != 1)
            return false;
        function = sites[0].function;
    }
    return false;
}

/* What runs by itself, and by nothing that a user does, is no answer to anybody. */
static void weigh_entries(struct vt_check *check, struct vt_finding *finding, uint32_t function) {
    uint32_t kinds = vt_reach_kinds(vt_reach_of(vt_check_program(check)), function);
    if (kinds == 1u << VT_ENTRY_TIMER)
        vt_finding_evidence(check, finding, "from-timer", 10, "Nothing but a timer runs it.");
    if (kinds == 1u << VT_ENTRY_SIGNAL)
        vt_finding_evidence(check, finding, "from-signal", 10,
                            "Nothing but the handler of a signal runs it.");
    if (kinds == 1u << VT_ENTRY_EXIT)
        vt_finding_evidence(check, finding, "at-exit", 10, "It runs only when the program ends.");
    if (kinds & 1u << VT_ENTRY_THREAD)
        vt_finding_evidence(check, finding, "from-thread", 3, "It runs in a thread of its own.");
}

/* ---- Ways that may be two ----------------------------------------------------------------- */

/* True if what A told of passed, B leads through again: a global; or a call that came back from one
 * function and goes to another. */
static bool is_again(const struct vt_flow_step *a, const struct vt_flow_step *b) {
    if (a->kind == VT_STEP_GLOBAL)
        return b->kind == VT_STEP_GLOBAL && a->name && b->name && strcmp(a->name, b->name) == 0;
    return a->kind == VT_STEP_RETURN && b->kind == VT_STEP_CALL && a->function == b->function &&
           a->call == b->call && a->callee != b->callee;
}

/* What the way leads through more than once, or NULL. */
static const char *find_knot(struct vt_program *program, const struct vt_flow_step *steps,
                             size_t nsteps) {
    for (size_t i = 0; i < nsteps; i++)
        for (size_t k = i + 1; k < nsteps; k++)
            if (is_again(&steps[i], &steps[k]) && (k > i + 1 || steps[i].kind == VT_STEP_RETURN))
                return steps[i].kind == VT_STEP_GLOBAL
                           ? steps[i].name
                           : vt_program_function_name(program, steps[i].function);
    return NULL;
}

void vt_circumstances_weigh_knot(struct vt_check *check, struct vt_finding *finding,
                                 const struct vt_flow_step *steps, size_t nsteps) {
    const char *knot = find_knot(vt_check_program(check), steps, nsteps);
    if (knot)
        vt_finding_evidence(check, finding, "through-again", -35,
                            "The way leads through `%s` more than once, and may be two ways.",
                            knot);
}

void vt_circumstances_weigh(struct vt_check *check, struct vt_finding *finding,
                            struct vt_event_ref ref, const struct vt_peer *peer) {
    struct vt_program *program = vt_check_program(check);
    weigh_declaration(check, finding, peer);
    if (peer->kind == VT_PEER_CONSTANT && is_second(check, ref.function))
        vt_finding_evidence(check, finding, "fallback", 10,
                            "It is tried after a first call of the same function.");
    if (peer->kind == VT_PEER_CONSTANT &&
        vt_program_event(program, ref, NULL)->success == VT_RESULT_UNUSED)
        vt_finding_evidence(check, finding, "unasked", 3, "Nobody asks whether it worked.");
    if (is_late(program, ref))
        vt_finding_evidence(check, finding, "delayed", 10, "It happens only after days.");
    weigh_entries(check, finding, ref.function);
}
