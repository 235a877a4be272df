/* crypto/reused-nonce: a nonce is used for more than one message under one key.
 *
 *     randombytes_buf(nonce, sizeof nonce);
 *     crypto_secretbox_easy(out, head, nhead, nonce, key);
 *     crypto_secretbox_easy(out + nhead + 16, body, nbody, nonce, key);
 *
 * Looked at are ciphers that need a new nonce for each call (GCM, CCM, OCB, ChaCha20, Salsa20): of
 * others the call itself may move the nonce on. Not caught: a nonce that is kept in a global or in
 * a context between calls of the program's functions, and counters that are set back.
 */
#include <string.h>

#include "checkers/material.h"
#include "engine/arena.h"
#include "engine/strings.h"

/* A nonce that went through any of these is counted up or derived anew. */
#define MOVED_ON                                                                                   \
    (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_SECRET_KEYED |         \
     VT_TAG_INDEX | VT_TAG_ASSUMED | VT_TAG_FORMAT)

/* ---- Which ciphers ----------------------------------------------------------------------- */

static bool is_nonce_cipher(const char *name) {
    static const char *const parts[] = {"GCM", "CCM", "OCB", "CHACHA20", "SALSA20"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(name, parts[i]))
            return true;
    return false;
}

static bool needs_new_nonce(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    if (is_nonce_cipher(vt_string(unit->strings, event->value)))
        return true;
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "algorithm"))
            continue;
        event = vt_program_event(program, sources[i].event, &unit);
        if (!is_nonce_cipher(vt_string(unit->strings, event->value)))
            return false;
        return true;
    }
    return false;
}

/* ---- Two calls --------------------------------------------------------------------------- */

/* True if what holds for A and what holds for B cannot both be: either arm of one condition, or
 * two cases of one number. */
static bool exclude(const struct vt_function *f, struct vt_condition_ref a,
                    struct vt_condition_ref b) {
    const struct vt_predicate *p = &f->predicates[a.predicate], *q = &f->predicates[b.predicate];
    if (a.predicate == b.predicate)
        return a.holds != b.holds;
    return a.holds && b.holds && p->compare == VT_EQ && q->compare == VT_EQ && p->has_number &&
           q->has_number && p->number != q->number;
}

static bool are_alternatives(struct vt_check *check, uint32_t function, uint32_t a, uint32_t b) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, function, NULL);
    size_t na, nb;
    const struct vt_condition_ref *as =
        vt_program_conditions(program, function, f->events[a].guards, vt_check_arena(check), &na);
    const struct vt_condition_ref *bs =
        vt_program_conditions(program, function, f->events[b].guards, vt_check_arena(check), &nb);
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; k < nb; k++)
            if (exclude(f, as[i], bs[k]))
                return true;
    return false;
}

static const struct vt_source *first_that_varies(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return &sources[i];
    return NULL;
}

static void tell(struct vt_check *check, struct vt_event_ref ref, const char *message,
                 const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s", message);
    vt_finding_path(check, finding, trace, source, "The nonce comes from here",
                    "It is used again here");
    vt_finding_send(check, finding, 75);
}

static bool is_pair(struct vt_check *check, uint32_t function, uint32_t a, uint32_t b) {
    struct vt_program *program = vt_check_program(check);
    return vt_program_same_input(program, function, a, b, VT_ROLE_IV) &&
           vt_program_same_input(program, function, a, b, VT_ROLE_KEY) &&
           !vt_program_same_input(program, function, a, b, VT_ROLE_PAYLOAD) &&
           !are_alternatives(check, function, a, b);
}

/* Looks for an encryption before REF in its function. */
static bool repeats_another(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, ref.function, &unit);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    const struct vt_source *source = first_that_varies(trace);
    for (uint32_t e = 0; source && e < ref.event; e++) {
        if (f->events[e].fact != VT_FACT_EFFECT ||
            !vt_class_is(vt_string(unit->strings, f->events[e].class_name), "crypto.encrypt") ||
            !needs_new_nonce(program, (struct vt_event_ref){ref.function, e}) ||
            !is_pair(check, ref.function, e, ref.event))
            continue;
        tell(check, ref, "Two messages are encrypted under the same key and nonce.", trace, source);
        return true;
    }
    return false;
}

/* ---- Loops ------------------------------------------------------------------------------- */

/* True if the way of SOURCE, which was brought once, leads into a loop: by a call that repeats, or
 * to an event that does. */
static bool leads_into_loop(struct vt_check *check, struct vt_event_ref ref,
                            const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    uint32_t in = source->function;
    for (size_t i = 0; i < count; i++) {
        if (steps[i].kind == VT_STEP_RETURN || steps[i].kind == VT_STEP_GLOBAL)
            return false; /* who calls it may do so again and again */
        if (steps[i].kind != VT_STEP_CALL)
            continue;
        if (vt_program_function(program, steps[i].function, NULL)->calls[steps[i].call].repeats)
            return true;
        in = steps[i].callee;
    }
    return in == ref.function && vt_program_event(program, ref, NULL)->repeats;
}

/* True if the key of REF is not drawn anew each time. */
static bool keeps_key(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material key;
    const struct vt_unit *unit;
    if (!vt_material_of(program, ref, VT_ROLE_KEY, &key))
        return false;
    return !key.strong || vt_program_event(program, key.strong->event, &unit)->bytes > 0;
}

static void look_for_loop(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *all = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_unit *unit;
    /* One source alone: what stands beside it may be a counter, which looks like where it starts.
     */
    if (count != 1 || !vt_source_is(program, sources, VT_FACT_ORIGIN, "random.strong") ||
        !vt_program_event(program, sources->event, &unit)->bytes || !all ||
        vt_trace_tags(all) & MOVED_ON || vt_trace_passes_variable(trace) ||
        !keeps_key(program, ref) || !leads_into_loop(check, ref, trace, sources))
        return;
    tell(check, ref, "All messages of a loop are encrypted under the same key and nonce.", trace,
         sources);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.encrypt", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (needs_new_nonce(program, refs[i]) && !repeats_another(check, refs[i]))
            look_for_loop(check, refs[i]);
}

const struct vt_rule vt_crypto_reused_nonce = {
    .id = "crypto/reused-nonce",
    .name = "ReusedNonce",
    .summary = "A nonce is used for more than one message under one key",
    .description =
        "GCM, CCM, OCB, ChaCha20 and Salsa20 fall when two messages are encrypted under one key "
        "and one nonce: the difference of the messages shows, and whoever sees both can often "
        "forge more. The nonce is drawn or received once, and reaches two encryptions of a "
        "function, or one in a loop, without being changed on the way.",
    .help = "Draw a nonce for each message, or count one up for each.",
    .cwe = "CWE-323",
    .precision = "high",
    .severity = 7.5,
    .run = run,
};
