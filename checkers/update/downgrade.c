/* update/downgrade: one way to an install asks whether the new version is newer, another does not.
 *
 *     int from_server(const char *image, int now) {
 *         return version_of(image) > now ? install(image) : -1;
 *     }
 *     int from_stick(const char *image) { return install(image); }
 *
 * What is a version is told by names: of functions, parameters and globals. Not caught: programs
 * that never ask, and versions that only a field of a struct has the name of.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checkers/ask.h"
#include "checkers/command.h"
#include "engine/arena.h"
#include "engine/strings.h"

enum { MAX_WAYS = 64, MAX_CALLS = 4 };

struct sink {
    const char *class_name;
    enum vt_role role; /* that tells what is installed where; NONE: any of the class is the same */
    const char *verb;
};

static const struct sink sinks[] = {
    {"file.rename", VT_ROLE_PATH, "is put in place"},
    {"exec.shell", VT_ROLE_COMMAND, "is installed by a command"},
    {"load.package", VT_ROLE_NONE, "is installed"},
    {"flash.write", VT_ROLE_NONE, "is written to flash memory"},
};

/* A way to an install: from the event up through calls to where nothing more is asked. */
struct way {
    struct vt_event_ref event;
    const char *target;  /* what is common to siblings */
    uint32_t function;   /* the outermost that was looked at */
    struct vt_site site; /* the call there; call VT_NONE: the event's own function */
    bool asks;           /* about versions */
    bool is_chosen;      /* by who runs the program */
};

struct ways {
    struct way items[MAX_WAYS];
    size_t count;
};

/* ---- Versions ---------------------------------------------------------------------------- */

/* Words for what only grows; and for comparing such. */
static bool has_word(const char *name, const char *const *words) {
    for (; name && *name; name++)
        for (size_t i = 0; words[i]; i++)
            if (strncasecmp(name, words[i], strlen(words[i])) == 0)
                return true;
    return false;
}

static const char *const nouns[] = {"version", "rollback", "revision", NULL};
static const char *const verbs[] = {"newer",     "older",       "vercmp",      "verscmp",
                                    "downgrade", "cmp_version", "ompare_vers", "ompareVers",
                                    "rollback",  NULL};

static const char *parameter_name(struct vt_program *program, uint32_t function, uint32_t index) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    return index < facts->nparams ? vt_string(unit->strings, facts->param_names[index]) : "";
}

/* True if something on the way from SOURCE has the name of a version. */
static bool is_named(struct vt_program *program, const struct vt_trace *trace,
                     const struct vt_source *source, struct vt_arena *arena) {
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, arena, &count);
    if (source->kind == VT_SOURCE_PARAMETER &&
        has_word(parameter_name(program, source->function, source->index), nouns))
        return true;
    if (source->kind == VT_SOURCE_EXTERNAL && has_word(source->name, nouns))
        return true;
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

/* True if TRACE, of what a condition tests, has the outcome of comparing versions. */
static bool is_comparison(struct vt_program *program, const struct vt_trace *trace,
                          struct vt_arena *arena) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if ((sources[i].kind == VT_SOURCE_EXTERNAL && has_word(sources[i].name, verbs)) ||
            (vt_source_is(program, &sources[i], VT_FACT_COMPARE, "") &&
             has_word(vt_source_function(program, &sources[i]), verbs)))
            return true;
    const struct vt_site *sites = trace ? vt_trace_results(trace, arena, &count) : NULL;
    for (size_t i = 0; sites && i < count; i++) {
        const uint32_t *targets;
        size_t n = vt_program_targets(program, sites[i], &targets);
        for (size_t t = 0; t < n; t++)
            if (has_word(vt_program_function_name(program, targets[t]), verbs))
                return true;
    }
    return false;
}

/* True if the condition is one about which version is newer. */
static bool asks_version(struct vt_program *program, struct vt_condition_ref condition,
                         struct vt_arena *arena) {
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    uint8_t compare = facts->predicates[condition.predicate].compare;
    bool orders = compare != VT_EQ && compare != VT_NE && compare != VT_FCMP;
    for (unsigned side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_subject(program, condition.function, condition.predicate, side, VT_TAG_LENGTH);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        if (is_comparison(program, trace, arena))
            return true;
        for (size_t i = 0; orders && i < count; i++)
            if (is_named(program, trace, &sources[i], arena))
                return true;
    }
    return false;
}

/* ---- Ways -------------------------------------------------------------------------------- */

static bool is_option(struct vt_program *program, const struct vt_source *source) {
    return (source->kind == VT_SOURCE_PARAMETER &&
            strcmp(vt_program_function_name(program, source->function), "main") == 0) ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "environment") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "argument") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "terminal.read");
}

/* True if who runs the program decides whether the condition holds. */
static bool asks_user(struct vt_program *program, struct vt_condition_ref condition) {
    static const enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_LENGTH);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_option(program, &sources[i]))
            return true;
        for (size_t r = 0; r < 2 && vt_source_is(program, &sources[i], VT_FACT_COMPARE, ""); r++) {
            size_t nsides = 0;
            const struct vt_trace *side =
                vt_trace_role(program, sources[i].event, roles[r], NULL, VT_TAG_LENGTH);
            const struct vt_source *texts = side ? vt_trace_sources(side, &nsides) : NULL;
            for (size_t k = 0; k < nsides; k++)
                if (is_option(program, &texts[k]))
                    return true;
        }
    }
    return false;
}

/* Notes in WAY what the conditions of guard list GUARDS ask. */
static void ask(struct vt_check *check, struct way *way, uint32_t function, uint32_t guards) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count && !way->asks; i++) {
        way->asks = asks_version(program, conditions[i], vt_check_arena(check));
        way->is_chosen |= asks_user(program, conditions[i]);
    }
}

/* Adds WAY, and the ways on from it through those who call, CALLS of them at most. */
static void add_ways(struct vt_check *check, struct ways *ways, struct way way, unsigned calls) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, way.function, &sites);
    if (way.asks || count == 0 || calls == 0) {
        if (ways->count < MAX_WAYS)
            ways->items[ways->count++] = way;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        struct way longer = way;
        longer.function = sites[i].function;
        longer.site = sites[i];
        ask(check, &longer, sites[i].function, caller->calls[sites[i].call].guards);
        add_ways(check, ways, longer, calls - 1);
    }
}

/* What EVENT installs, as far as siblings have it in common; NULL if it is no install. */
static const char *target_of(struct vt_program *program, struct vt_event_ref ref,
                             const struct sink *sink) {
    size_t count = 0;
    if (sink->role == VT_ROLE_NONE)
        return "";
    const struct vt_trace *trace = vt_trace_value(program, ref, sink->role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        const struct vt_pattern *place =
            vt_models_classify(vt_program_models(program), "place", text);
        if (sink->role == VT_ROLE_PATH && place && vt_class_is(place->class_name, "system.program"))
            return text;
        if (sink->role == VT_ROLE_COMMAND && vt_command_installs(text))
            return text;
    }
    return NULL;
}

/* ---- Findings ---------------------------------------------------------------------------- */

static const char *words_for(struct vt_program *program, const struct way *way) {
    const char *name = vt_program_function_name(program, way->function);
    return *name ? name : "an initialiser";
}

/* The way of what is installed, if the event tells it and it comes through the call of WAY. */
static void tell_path(struct vt_check *check, struct vt_finding *finding, const struct way *way) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0, nsteps;
    const struct vt_trace *trace =
        vt_trace_value(program, way->event, VT_ROLE_PAYLOAD, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && sources[i].kind != VT_SOURCE_CONSTANT; i++) {
        const struct vt_flow_step *steps =
            vt_trace_steps(trace, &sources[i], vt_check_arena(check), &nsteps);
        bool through = way->site.call == VT_NONE;
        for (size_t s = 0; s < nsteps; s++)
            through |= steps[s].function == way->site.function && steps[s].call == way->site.call;
        if (!through)
            continue;
        vt_finding_path(check, finding, trace, &sources[i], "What is installed comes from here",
                        "It is installed here");
        return;
    }
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is installed here");
}

static void tell(struct vt_check *check, const struct way *way, const struct way *sibling,
                 const struct sink *sink) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, way->event);
    if (vt_is_verified(program, way->event, "check.signature"))
        vt_finding_evidence(check, finding, "signed", -10,
                            "Its signature is verified: an old one that was published is needed.");
    vt_finding_message(check, finding,
                       "What %s by way of `%s` may be older than what is there: "
                       "versions are compared in `%s`, and not here.",
                       sink->verb, words_for(program, way), words_for(program, sibling));
    tell_path(check, finding, way);
    vt_finding_send(check, finding, 55);
}

static void compare(struct vt_check *check, const struct ways *ways, const struct sink *sink) {
    for (size_t i = 0; i < ways->count; i++) {
        const struct way *way = &ways->items[i], *sibling = NULL;
        for (size_t k = 0; k < ways->count && !sibling; k++)
            if (ways->items[k].asks && strcmp(ways->items[k].target, way->target) == 0)
                sibling = &ways->items[k];
        if (sibling && !way->asks && !way->is_chosen)
            tell(check, way, sibling, sink);
    }
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    for (size_t s = 0; s < sizeof sinks / sizeof *sinks; s++) {
        size_t count;
        struct ways *ways = vt_alloc(vt_check_arena(check), sizeof *ways);
        struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, sinks[s].class_name,
                                                      vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            struct way way = {.event = refs[i],
                              .target = target_of(program, refs[i], &sinks[s]),
                              .function = refs[i].function,
                              .site = {refs[i].function, VT_NONE}};
            if (!way.target)
                continue;
            ask(check, &way, refs[i].function, vt_program_event(program, refs[i], NULL)->guards);
            add_ways(check, ways, way, MAX_CALLS);
        }
        compare(check, ways, &sinks[s]);
    }
}

const struct vt_rule vt_update_downgrade = {
    .id = "update/downgrade",
    .name = "Downgrade",
    .summary = "An install that its sibling guards by the version is reached without asking for it",
    .description =
        "The program compares versions before it installs something, and there is another way to "
        "the same install on which it does not. Whoever gets there puts back a release whose "
        "weaknesses are known, with a signature that is still good. What is a version is told by "
        "the names of functions, parameters and globals.",
    .help = "Compare versions where the install happens, so that every way has to pass. If an "
            "older release may be wanted, let the owner of the device ask for it by an option.",
    .cwe = "CWE-1328,CWE-358",
    .precision = "medium",
    .severity = 6.8,
    .run = run,
};
