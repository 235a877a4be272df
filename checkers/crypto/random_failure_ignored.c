/* crypto/random-failure-ignored: nobody asks whether the generator gave anything.
 *
 *     unsigned char key[32];
 *     RAND_bytes(key, sizeof key);
 *     EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
 *
 * If the call fails, the key is what the memory held before. Wrappers may ask for their callers;
 * then what they return must be asked, by each of them. Not caught: results that are asked for the
 * wrong value.
 */
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

#define MOST_SOURCES 6 /* of one key; more meet in allocators and the like */
#define DEEPEST      6 /* calls that a result is followed out of */

/* ---- Whether a result is asked ----------------------------------------------------------- */

static uint32_t find_node(const struct vt_function *f, enum vt_node_kind kind, uint32_t ref) {
    for (uint32_t n = 0; n < f->nnodes; n++)
        if (f->nodes[n].kind == kind && f->nodes[n].ref == ref)
            return n;
    return VT_NONE;
}

/* Marks in REACHED all that the nodes marked there flow to. */
static void spread(const struct vt_function *f, bool *reached) {
    bool more = true;
    while (more) {
        more = false;
        for (uint32_t e = 0; e < f->nedges; e++) {
            if (!reached[f->edges[e].from] || reached[f->edges[e].to])
                continue;
            reached[f->edges[e].to] = more = true;
        }
    }
}

static bool is_asked(struct vt_program *program, uint32_t function, uint32_t node, unsigned depth);

static bool callers_ask(struct vt_program *program, uint32_t function, unsigned depth) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_function *f = vt_program_function(program, sites[i].function, &unit);
        uint32_t result = find_node(f, VT_NODE_RESULT, sites[i].call);
        if (result != VT_NONE && is_asked(program, sites[i].function, result, depth + 1))
            return true;
    }
    return count == 0;
}

/* True if FUNCTION returns nothing but numbers of its own, if it returns anything. */
static bool returns_numbers(const struct vt_function *f) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(f, (struct vt_node){.kind = VT_NODE_RETURN}, &count);
    for (uint32_t e = 0; e < count; e++)
        if (f->nodes[edges[e].from].kind != VT_NODE_CONSTANT)
            return false;
    return true;
}

/* True if the function returns only where PREDICATE holds, or only where it does not: the other way
 * ends the program. */
static bool ends_program(const struct vt_function *f, uint32_t predicate) {
    unsigned holds = 0, fails = 0;
    for (uint32_t v = 0; v < f->nverdicts; v++) {
        uint32_t list = f->verdicts[v].guards;
        if (list == VT_NONE)
            return false;
        uint32_t nguards;
        const struct vt_guard *guards = vt_function_guards(f, list, &nguards);
        for (uint32_t g = 0; g < nguards; g++) {
            const struct vt_guard *guard = &guards[g];
            holds += guard->predicate == predicate && guard->always && guard->holds;
            fails += guard->predicate == predicate && guard->always && !guard->holds;
        }
    }
    return f->nverdicts > 0 && (holds == f->nverdicts || fails == f->nverdicts) &&
           returns_numbers(f);
}

/* True if all that PREDICATE decides is what the function returns. */
static bool only_decides_result(const struct vt_function *f, uint32_t predicate) {
    bool decides = false;
    for (uint32_t i = 0; i < f->ncalls; i++)
        if (vt_list_has(f, f->calls[i].guards, predicate))
            return false;
    for (uint32_t i = 0; i < f->nevents; i++)
        if (vt_list_has(f, f->events[i].guards, predicate))
            return false;
    for (uint32_t i = 0; i < f->nverdicts; i++)
        decides |= vt_list_has(f, f->verdicts[i].guards, predicate);
    return decides && !ends_program(f, predicate);
}

/* What becomes of a result in its function. */
enum outcome { DROPPED, RETURNED, ASKED };

/* What becomes of what NODE of F holds: it decides anything, is kept, or given to somebody; or
 * nothing but what F returns. */
static enum outcome outcome_of(const struct vt_function *f, uint32_t node) {
    struct vt_arena *scratch = vt_arena_new();
    bool *reached = vt_alloc_array(scratch, f->nnodes, sizeof *reached);
    enum outcome outcome = DROPPED;
    reached[node] = true;
    spread(f, reached);
    for (uint32_t n = 0; n < f->nnodes; n++) {
        if (!reached[n] || n == node)
            continue;
        if (f->nodes[n].kind == VT_NODE_RETURN ||
            (f->nodes[n].kind == VT_NODE_SUBJECT && only_decides_result(f, f->nodes[n].ref)))
            outcome = outcome == ASKED ? ASKED : RETURNED;
        else if (f->nodes[n].kind != VT_NODE_HUB)
            outcome = ASKED;
    }
    vt_arena_free(scratch);
    return outcome;
}

static bool is_asked(struct vt_program *program, uint32_t function, uint32_t node, unsigned depth) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    if (depth > DEEPEST)
        return true;
    enum outcome outcome = outcome_of(f, node);
    return outcome == ASKED || (outcome == RETURNED && callers_ask(program, function, depth));
}

/* The check that the call behind origin REF is as well; VT_NONE: it cannot fail. */
static uint32_t find_check(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, ref.function, &unit);
    const struct vt_event *origin = &f->events[ref.event];
    for (uint32_t i = 0; i < f->nevents; i++)
        if (f->events[i].fact == VT_FACT_CHECK && f->events[i].function == origin->function &&
            f->events[i].location == origin->location &&
            vt_class_is(vt_string(unit->strings, f->events[i].class_name), "check.random"))
            return i;
    return VT_NONE;
}

/* True if SOURCE is read from the kernel's generator, and nothing looks at how much came. */
static bool is_unlooked_read(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
           vt_program_event(program, source->event, NULL)->success == VT_RESULT_UNUSED &&
           vt_reads_generator(program, source->event);
}

static bool is_ignored(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (is_unlooked_read(program, source))
        return true;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "random.strong"))
        return false;
    uint32_t check = find_check(program, source->event);
    if (check == VT_NONE)
        return false;
    const struct vt_function *f = vt_program_function(program, source->event.function, &unit);
    uint32_t node = find_node(f, VT_NODE_OUTCOME, check);
    return node == VT_NONE || !is_asked(program, source->event.function, node, 0);
}

/* ---- Wrappers of the program's own ---------------------------------------------------------- */

/* True if the function that draws SOURCE returns one number or another by whether that failed. */
static bool tells_failure(struct vt_check *check, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, source->event.function, NULL);
    size_t count = 0;
    struct vt_target *targets = NULL;
    bool differs = false, is_about = false;
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "random.strong")) {
        uint32_t random = find_check(program, source->event);
        if (random == VT_NONE)
            return false;
        targets = vt_targets_of(f, VT_NODE_OUTCOME, random, vt_check_arena(check), &count);
    }
    for (uint32_t v = 0; v < f->nverdicts; v++) {
        differs |= f->verdicts[v].number != f->verdicts[0].number;
        is_about |= !targets || vt_verdict_is_about(f, v, targets, count);
    }
    return differs && is_about;
}

/* The function that tells on the way from SOURCE of TRACE that drawing failed, and whose caller
 * there does not look; VT_NONE if there is none. */
static uint32_t find_unasked(struct vt_check *check, const struct vt_trace *trace,
                             const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    uint32_t teller = source->function;
    size_t nsteps;
    if (!vt_is_drawn(program, source) || !tells_failure(check, source))
        return VT_NONE;
    const struct vt_flow_step *steps =
        vt_trace_steps(trace, source, vt_check_arena(check), &nsteps);
    for (size_t i = 0; i < nsteps; i++) {
        if (steps[i].kind != VT_STEP_RETURN || steps[i].callee != teller)
            continue;
        const struct vt_function *f = vt_program_function(program, steps[i].function, NULL);
        uint32_t result = find_node(f, VT_NODE_RESULT, steps[i].call);
        enum outcome outcome = result == VT_NONE ? DROPPED : outcome_of(f, result);
        if (outcome == ASKED)
            return VT_NONE;
        if (outcome == DROPPED)
            return teller;
        teller = steps[i].function;
    }
    return VT_NONE;
}

/* ---- Calls ------------------------------------------------------------------------------- */

struct use {
    const char *class_name;
    enum vt_role role;
    const char *words;
    int base;
};

static const struct use uses[] = {
    {"crypto", VT_ROLE_KEY, "a key", 60},
    {"crypto.sign", VT_ROLE_IV, "the secret number of a signature", 60},
    {"crypto.encrypt", VT_ROLE_IV, "an initialisation vector", 45},
};

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct use *use,
                    struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, use->role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_here = is_ignored(program, &sources[i]);
        uint32_t wrapper = is_here ? VT_NONE : find_unasked(check, trace, &sources[i]);
        if ((!is_here && wrapper == VT_NONE) ||
            vt_tell_once(told, &sources[i], vt_check_arena(check)))
            continue;
        const char *drawer = wrapper == VT_NONE ? vt_source_function(program, &sources[i])
                                                : vt_program_function_name(program, wrapper);
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "Random bytes become %s, and nobody asks whether %s failed.", use->words,
                           drawer);
        vt_finding_path(check, finding, trace, &sources[i], "The bytes are asked for here",
                        "They are used here");
        if (count > MOST_SOURCES)
            vt_finding_evidence(check, finding, "many-sources", -25,
                                "Much else may be used here as well.");
        vt_finding_send(check, finding, use->base);
    }
}

static void run(struct vt_check *check) {
    struct vt_told told = {0};
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, uses[u].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &uses[u], &told);
    }
}

const struct vt_rule vt_crypto_random_failure_ignored = {
    .id = "crypto/random-failure-ignored",
    .name = "RandomFailureIgnored",
    .summary = "Random bytes become a key though nobody asks whether the generator failed",
    .description =
        "A generator that can fail fills a buffer that becomes a key, a nonce or the secret number "
        "of a signature. Its result decides nothing, here or in the callers, so a failure leaves "
        "what the memory held before: often zeros.",
    .help = "Ask for the result and stop if it is not what the manual calls success.",
    .cwe = "CWE-252,CWE-331",
    .precision = "high",
    .severity = 6.0,
    .run = run,
};
