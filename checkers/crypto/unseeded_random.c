/* crypto/unseeded-random: what a generator is seeded from brings nothing that others cannot know.
 *
 *     static int entropy(void *context, unsigned char *out, size_t size) {
 *         memset(out, 0x2a, size);
 *         return 0;
 *     }
 *     mbedtls_ctr_drbg_seed(&generator, entropy, NULL, NULL, 0);
 *
 * Looked at are functions of the program that a library asks for entropy or random bytes: neither
 * they nor what they call read anything from outside but clocks and weak generators, and they fill
 * their output with that or with constants; or they step a generator of their own that can be
 * predicted. Not caught: generators that are used before they are
 * seeded, and functions that mix constants with a state of their own.
 */
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { SECOND = 1, MAX_REACHED = 64 };

/* What a function and those it calls bring in from outside. */
struct reach {
    uint32_t functions[MAX_REACHED];
    size_t count;
    bool weak;    /* clocks, generators that can be predicted */
    bool unknown; /* something else, or what nobody can tell */
};

static void add(struct reach *reach, uint32_t function) {
    for (size_t i = 0; i < reach->count; i++)
        if (reach->functions[i] == function)
            return;
    if (reach->count == MAX_REACHED)
        reach->unknown = true;
    else
        reach->functions[reach->count++] = function;
}

static void look_into(struct vt_program *program, struct reach *reach, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    /* Machine code that is written out may read a generator of the hardware. */
    reach->unknown |= vt_has_assembly(unit) || f->flags & VT_FUNCTION_CUT;
    for (uint32_t e = 0; e < f->nevents; e++) {
        bool weak = vt_is_guessable(vt_string(unit->strings, f->events[e].class_name));
        if (f->events[e].fact == VT_FACT_ORIGIN)
            *(weak ? &reach->weak : &reach->unknown) = true;
    }
    for (uint32_t c = 0; c < f->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        reach->unknown |= count == 0 && !f->calls[c].noreturn;
        for (size_t t = 0; t < count; t++)
            add(reach, targets[t]);
    }
}

static struct reach reach_of(struct vt_program *program, uint32_t function) {
    struct reach reach = {.functions = {function}, .count = 1};
    for (size_t i = 0; i < reach.count && !reach.unknown; i++)
        look_into(program, &reach, reach.functions[i]);
    return reach;
}

/* What is put into the output of a function. */
struct filling {
    uint32_t output;     /* which parameter that is behind */
    bool filled, passes; /* with something; what it held before may be left */
    bool kept;           /* with what variables, or what other parameters lead to, hold */
    bool strong;         /* with what events brought that cannot be guessed */
    bool other;          /* than all these, and constants */
};

/* True if NODE of F is what an origin brought that cannot be guessed. */
static bool is_strong(const struct vt_unit *unit, const struct vt_function *f,
                      const struct vt_node *node) {
    return node->kind == VT_NODE_OUTCOME && f->events[node->ref].fact == VT_FACT_ORIGIN &&
           !vt_is_guessable(vt_string(unit->strings, f->events[node->ref].class_name));
}

/* Adds what flows to NODE of F to FILLING, through DEPTH places where edges meet at most. */
static void add_filling(const struct vt_unit *unit, const struct vt_function *f, uint32_t node,
                        struct filling *filling, unsigned depth) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(f, node, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &f->nodes[edges[e].from];
        filling->strong |= is_strong(unit, f, from);
        if (from->kind == VT_NODE_CONSTANT || from->kind == VT_NODE_OUTCOME ||
            (from->kind == VT_NODE_GLOBAL && unit->symbols[from->ref].is_constant))
            filling->filled = true;
        else if (from->kind == VT_NODE_FORMAL && from->index == filling->output)
            filling->passes = true;
        else if (from->kind == VT_NODE_FORMAL || from->kind == VT_NODE_GLOBAL)
            filling->kept = true;
        else if (from->kind == VT_NODE_HUB && depth > 0)
            add_filling(unit, f, edges[e].from, filling, depth - 1);
        else if (edges[e].from != node)
            filling->other = true;
    }
}

/* What is put into OUTPUT of F. */
static struct filling filling_of(const struct vt_unit *unit, const struct vt_function *f,
                                 uint32_t output) {
    enum { HUBS = 3 };
    struct filling filling = {.output = output};
    for (uint32_t n = 0; n < f->nnodes; n++)
        if (vt_node_is(&f->nodes[n], (struct vt_node){VT_NODE_OUT, output, 0}))
            add_filling(unit, f, n, &filling, HUBS);
    return filling;
}

/* True if nothing but constants, and what events brought, is put into an output; or nothing at all,
 * and what it held before is gone or was never touched. */
static bool is_nothing(const struct filling *filling) {
    return !filling->other && !filling->kept && (filling->filled || !filling->passes);
}

/* True if F steps a generator of the program's own that can be predicted, and what is put into its
 * output is that generator's, or what it keeps. */
static bool is_predicted(const struct vt_unit *unit, const struct vt_function *f,
                         const struct filling *filling) {
    if (filling->other || filling->strong || !(filling->filled || filling->kept))
        return false;
    for (uint32_t e = 0; e < f->nevents; e++)
        if (f->events[e].fact == VT_FACT_ORIGIN && f->events[e].repeats &&
            strcmp(vt_string(unit->strings, f->events[e].class_name), "random.weak") == 0 &&
            strcmp(vt_string(unit->strings, f->events[e].value), "own") == 0)
            return true;
    return false;
}

/* True if F returns constants that are errors where 0 is success, and no 0: there is no entropy,
 * and it says so. */
static bool refuses(const struct vt_function *f) {
    for (uint32_t v = 0; v < f->nverdicts; v++)
        if (f->verdicts[v].number == 0)
            return false;
    return f->nverdicts > 0;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                    const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, source->function, &unit);
    uint32_t output = *vt_event_value(program, ref) ? 0 : SECOND;
    struct reach reach = reach_of(program, source->function);
    struct filling filling = filling_of(unit, f, output);
    bool is_open = !reach.unknown && is_nothing(&filling);
    if (f->nparams <= output || (output == SECOND && refuses(f)) ||
        (!is_open && !is_predicted(unit, f, &filling)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "A generator gets its entropy from `%s`, which brings %s.",
                       vt_program_function_name(program, source->function),
                       !is_open     ? "numbers each of which tells the next"
                       : reach.weak ? "nothing but what can be guessed"
                                    : "nothing from outside");
    vt_finding_path(check, finding, trace, source, "This function is asked for entropy",
                    "It is registered here");
    vt_finding_send(check, finding, 75);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "random.source", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        size_t nsources = 0;
        const struct vt_trace *trace =
            vt_trace_value(program, refs[i], VT_ROLE_CODE, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
        for (size_t s = 0; s < nsources; s++)
            if (sources[s].kind == VT_SOURCE_FUNCTION)
                look_at(check, refs[i], trace, &sources[s]);
    }
}

const struct vt_rule vt_crypto_unseeded_random = {
    .id = "crypto/unseeded-random",
    .name = "UnseededRandom",
    .summary = "A generator is seeded from a function that brings no entropy",
    .description =
        "A library asks a function of the program for entropy or random bytes, and gets constants, "
        "the time, or the output of a generator that can be predicted. All keys and nonces that "
        "are drawn afterwards look random, and can be drawn again by whoever knows that.",
    .help = "Register the function of the library or of the system for that, and stop if there is "
            "no entropy.",
    .cwe = "CWE-332,CWE-335,CWE-338",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
