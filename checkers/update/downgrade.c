/* update/downgrade: what is installed may be older than what is there.
 *
 *     int from_server(const char *image, int now) {
 *         return version_of(image) > now ? install(image) : -1;
 *     }
 *     int from_stick(const char *image) { return install(image); }
 *
 * One way to an install compares what is offered with what this host keeps, and another does not;
 * or the comparison is left out if the offered header says so; or it is the wrong way round. Where
 * this host keeps its version in no file, names of functions, parameters and globals tell what is
 * one. Not caught: programs that never ask.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/version.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

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
    {"io.write", VT_ROLE_HANDLE, "is written in place"},
};

/* What a condition asks. */
struct answer {
    bool is_known, is_users; /* who runs the program decides */
    uint8_t sign;            /* enum vt_version_sign */
};

/* A way to an install: from the event up through calls to where nothing more is asked. */
struct way {
    struct vt_event_ref event;
    const char *target;             /* what is common to siblings */
    bool is_wide;                   /* the search for it ran out */
    uint32_t function;              /* the outermost that was looked at */
    struct vt_site site;            /* the call there; call VT_NONE: the event's own function */
    const struct vt_trace *offered; /* what is installed, or what names it; or NULL */
    struct answer **answers;        /* of conditions, by function and predicate; of all its ways */
    enum vt_version_sign sign;      /* it asks about versions */
    bool is_optional;               /* what is offered says whether it asks */
    bool is_reversed;               /* only what is older passes */
    bool is_chosen;                 /* by who runs the program */
};

struct ways {
    struct way items[MAX_WAYS];
    size_t count;
};

/* ---- Ways -------------------------------------------------------------------------------- */

static bool is_option(struct vt_program *program, const struct vt_source *source) {
    return (source->kind == VT_SOURCE_PARAMETER && vt_program_is_main(program, source->function)) ||
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

/* What CONDITION asks: many ways lead through it, and it is asked once. */
static const struct answer *answer_of(struct vt_check *check, const struct way *way,
                                      struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    struct answer **answers = &way->answers[condition.function];
    if (!*answers)
        *answers = vt_alloc_array(vt_check_arena(check), facts->npredicates, sizeof **answers);
    struct answer *answer = &(*answers)[condition.predicate];
    if (!answer->is_known) {
        answer->is_known = true;
        answer->sign = (uint8_t)vt_version_asked(check, condition, way->offered);
        answer->is_users = !answer->sign && asks_user(program, condition);
    }
    return answer;
}

/* True if CONDITION of guard list LIST need not hold where another one does that looks at what is
 * offered. */
static bool is_left_out(struct vt_check *check, const struct way *way, uint32_t list,
                        struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    uint8_t group = 0;
    for (uint32_t g = 0; g < nguards; g++)
        if (guards[g].predicate == condition.predicate)
            group = guards[g].either;
    for (uint32_t g = 0; group && g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref other = {condition.function, guard->predicate, guard->holds,
                                         guard->always};
        if (guard->either == group && vt_version_tests_part(program, other, way->offered) &&
            !answer_of(check, way, other)->sign)
            return true;
    }
    return false;
}

/* Notes in WAY what the conditions of guard list GUARDS ask. */
static void ask(struct vt_check *check, struct way *way, uint32_t function, uint32_t guards) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct answer *answer = answer_of(check, way, conditions[i]);
        way->sign = answer->sign > way->sign ? answer->sign : way->sign;
        way->is_chosen |= answer->is_users;
        if (answer->sign != VT_VERSION_ORDERED)
            continue;
        way->is_reversed |= vt_version_only_older(check, conditions[i], way->offered);
        way->is_optional |= is_left_out(check, way, guards, conditions[i]);
    }
}

/* Adds WAY, and the ways on from it through those who call, CALLS of them at most. */
static void add_ways(struct vt_check *check, struct ways *ways, struct way way, unsigned calls) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, way.function, &sites);
    if (ways->count == MAX_WAYS)
        return;
    if (way.sign || count == 0 || calls == 0) {
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

/* True if REF is done to a socket, and to no file: then what a wrapper of ioctl hands on, whose
 * request is not known, is none that writes. */
static bool is_of_socket(struct vt_program *program, struct vt_event_ref ref) {
    return vt_handle_is(program, ref, "socket") && !vt_handle_is(program, ref, "file");
}

/* What EVENT installs, as far as siblings have it in common; NULL if it is no install. *IS_WIDE:
 * the search for it ran out. */
static const char *target_of(struct vt_program *program, struct vt_event_ref ref,
                             const struct sink *sink, bool *is_wide) {
    size_t count = 0;
    *is_wide = false;
    if (sink->role == VT_ROLE_NONE)
        return is_of_socket(program, ref) ? NULL : "";
    bool is_handle = sink->role == VT_ROLE_HANDLE;
    const struct vt_trace *trace =
        is_handle ? vt_trace_role(program, ref, sink->role, "path", VT_ABOUT_DATA)
                  : vt_trace_value(program, ref, sink->role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    *is_wide = trace && vt_trace_is_cut(trace);
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (sink->role != VT_ROLE_COMMAND && vt_is_place(program, text, "system.program"))
            return text;
        if (sink->role == VT_ROLE_COMMAND && vt_command_installs(text))
            return text;
    }
    return NULL;
}

/* What REF installs, or the command that does. */
static const struct vt_trace *offered_by(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    return trace ? trace : vt_trace_role(program, ref, VT_ROLE_COMMAND, NULL, VT_ABOUT_DATA);
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

static void tell(struct vt_check *check, const struct way *way, const struct way *asking,
                 const char *message) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, way->event);
    if (vt_is_verified(program, way->event, "check.signature"))
        vt_finding_evidence(check, finding, "signed", -10,
                            "Its signature is verified: an old one that was published is needed.");
    if (way->is_wide || asking->is_wide)
        vt_finding_evidence(check, finding, "name-wide", -25,
                            "The search for the file's name ran out: it may be another file's.");
    if (asking->sign == VT_VERSION_ORDERED)
        vt_finding_evidence(check, finding, "ordered", 10,
                            "A part of what is offered is held against what this host keeps.");
    vt_finding_message(check, finding, "%s", message);
    tell_path(check, finding, way);
    vt_finding_send(check, finding, 50);
}

/* True if A and B lead to the same install: what a search that ran out met is no name of both. */
static bool are_siblings(const struct way *a, const struct way *b) {
    if (a->is_wide || b->is_wide)
        return vt_event_same(a->event, b->event);
    return strcmp(a->target, b->target) == 0;
}

/* The way that asks and leads to the same install as WAY, or NULL. Of an install that only a search
 * found that ran out, one of WAYS is enough. */
static const struct way *find_sibling(const struct ways *ways, const struct way *way) {
    for (const struct way *other = ways->items; way->is_wide && other < way; other++)
        if (!other->sign && !other->is_chosen && are_siblings(other, way))
            return NULL;
    for (size_t k = 0; k < ways->count; k++)
        if (ways->items[k].sign && are_siblings(&ways->items[k], way))
            return &ways->items[k];
    return NULL;
}

static void judge(struct vt_check *check, const struct ways *ways, const struct way *way,
                  const struct sink *sink) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    const struct way *sibling = way->sign ? NULL : find_sibling(ways, way);
    if (way->is_chosen)
        return;
    if (sibling)
        tell(check, way, sibling,
             vt_alloc_format(arena,
                             "What %s by way of `%s` may be older than what is there: versions are "
                             "compared in `%s`, and not here.",
                             sink->verb, words_for(program, way), words_for(program, sibling)));
    else if (way->is_reversed)
        tell(check, way, way,
             vt_alloc_format(arena, "Only what is older than what is there %s by way of `%s`.",
                             sink->verb, words_for(program, way)));
    else if (way->is_optional)
        tell(check, way, way,
             vt_alloc_format(
                 arena,
                 "What %s by way of `%s` may be older than what is there: what is offered "
                 "says itself whether versions are compared.",
                 sink->verb, words_for(program, way)));
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
                              .offered = offered_by(program, refs[i]),
                              .function = refs[i].function,
                              .site = {refs[i].function, VT_NONE}};
            way.target = target_of(program, refs[i], &sinks[s], &way.is_wide);
            if (!way.target)
                continue;
            way.answers = vt_alloc_array(vt_check_arena(check), vt_program_nfunctions(program),
                                         sizeof *way.answers);
            ask(check, &way, refs[i].function, vt_program_event(program, refs[i], NULL)->guards);
            add_ways(check, ways, way, MAX_CALLS);
        }
        for (size_t i = 0; i < ways->count; i++)
            judge(check, ways, &ways->items[i], &sinks[s]);
    }
}

const struct vt_rule vt_update_downgrade = {
    .id = "update/downgrade",
    .name = "Downgrade",
    .summary = "What is installed may be older than what is there",
    .description =
        "The program compares versions before it installs something, and there is another way to "
        "the same install on which it does not, or what is offered says itself whether it does, or "
        "only what is older passes. Whoever gets there puts back a release whose weaknesses are "
        "known, with a signature that is still good. A version is a part of what is offered that "
        "is ordered against a number in a file of this host, or what names say is one.",
    .help = "Compare versions where the install happens, so that every way has to pass. If an "
            "older release may be wanted, let the owner of the device ask for it by an option.",
    .cwe = "CWE-1328,CWE-358",
    .precision = "medium",
    .severity = 6.8,
    .run = run,
};
